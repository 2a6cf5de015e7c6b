import Foundation
import TestSupport
import Testing

@testable import ClaimChecking

@Suite("What git printed, kept", .enabled(if: Tool.isInstalled("git")))
struct GitLogCacheTests {
  private let folder: URL
  private let fixture: GitRepositoryFixture

  init() throws {
    folder = try Checkout.temporaryDirectory("cache")
    fixture = try GitRepositoryFixture()
    try fixture.commit("one", by: GitProbeTests.ida, on: "2010-01-01", paths: ["one.c"])
    try fixture.commit("two", by: GitProbeTests.otto, on: "2010-01-02", paths: ["two.c"])
  }

  private func subjects() async throws -> [String] {
    let repository = await GitRepository(at: fixture.path)
    let log = try await GitLogCache(folder: folder.path).log(of: repository).log
    let anew = try await GitLogCache(folder: nil).log(of: repository).log
    #expect(log.subjects == anew.subjects)
    return log.subjects
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }

  @Test("a second reading takes the file, and new commits are put to it")
  func goesOn() async throws {
    #expect(try await subjects() == ["one", "two"])
    #expect(try files().count == 1)
    let url = folder.appendingPathComponent(try #require(try files().first))
    let before = try Data(contentsOf: url)
    #expect(try await subjects() == ["one", "two"])
    #expect(try Data(contentsOf: url) == before)
    try fixture.commit("three", by: GitProbeTests.ida, on: "2010-01-03", paths: ["three.c"])
    #expect(try await subjects() == ["one", "two", "three"])
    #expect(try files().count == 1)
  }

  @Test("a history that was rewritten is read anew")
  func rewritten() async throws {
    _ = try await subjects()
    try fixture.git(["reset", "-q", "--hard", "HEAD~1"])
    #expect(try await subjects() == ["one"])
    try fixture.commit("other", by: GitProbeTests.otto, on: "2010-01-04", paths: ["other.c"])
    #expect(try await subjects() == ["one", "other"])
  }

  @Test("branches are read once each, whichever came first")
  func branches() async throws {
    try fixture.git(["checkout", "-q", "-b", "side", "HEAD~1"])
    try fixture.commit("aside", by: GitProbeTests.ida, on: "2010-01-03", paths: ["aside.c"])
    #expect(try await subjects() == ["one", "two", "aside"])
    try fixture.git(["checkout", "-q", "main"])
    try fixture.git(["branch", "-q", "-D", "side"])
    #expect(try await subjects() == ["one", "two"])
  }

  @Test("a file that was cut short or holds something else is made again")
  func damaged() async throws {
    _ = try await subjects()
    let url = folder.appendingPathComponent(try #require(try files().first))
    let whole = try Data(contentsOf: url)
    for damaged in [Data(), Data("no log".utf8), whole.dropLast(9), whole.prefix(40)] {
      try damaged.write(to: url)
      #expect(try await subjects() == ["one", "two"])
      #expect(try Data(contentsOf: url) == whole)
    }
  }

  @Test("a folder that cannot be written costs no answer")
  func unwritable() async throws {
    let repository = await GitRepository(at: fixture.path)
    let log = try await GitLogCache(folder: "/dev/null/nowhere").log(of: repository).log
    #expect(log.subjects == ["one", "two"])
  }
}

extension GitLog {
  fileprivate var subjects: [String] {
    records.map { GitLog.subject(of: $0, in: bytes.span) }
  }
}
