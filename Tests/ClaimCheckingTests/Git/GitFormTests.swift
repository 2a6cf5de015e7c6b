import ArchiveStorage
import Foundation
import TestSupport
import Testing

@testable import ClaimChecking

@Suite("Repositories in every form", .enabled(if: Tool.isInstalled("git")))
struct GitFormTests {
  private let fixture: GitRepositoryFixture

  init() throws { fixture = try GitProbeTests.history() }

  /// Checks that Ida is shown to have started the wick-scheduler, and gives what is noted.
  private func started(at path: String) async throws -> (Verdict.Kind, notes: [String]) {
    let (checked, result) = try await GitProbeTests.check(
      "I started the wick-scheduler", strength: .led, topics: ["wick-scheduler"],
      repositories: [path])
    return (checked.verdict.kind, result.notes)
  }

  @Test("a bare repository, a worktree, a .git file and a detached HEAD are read as any other")
  func forms() async throws {
    try fixture.git(["worktree", "add", "-q", "--detach", fixture.beside("tree")])
    let paths = [
      try fixture.clone("bare.git", "--bare"), fixture.beside("tree"),
      try fixture.clone("apart", "--separate-git-dir", fixture.beside("apart.git")),
      fixture.path + "/lantern/wick", fixture.path + "/.git",
    ]
    for path in paths {
      let (verdict, notes) = try await started(at: path)
      #expect(verdict == .corroborated, "\(path)")
      #expect(notes.isEmpty, "\(path)")
    }
    try fixture.git(["checkout", "-q", "--detach", "HEAD~2"])
    #expect(try await started(at: fixture.path).0 == .corroborated)
  }

  @Test("a clone without blobs tells all, and says that it is partial")
  func blobless() async throws {
    let path = try fixture.clone("blobless", "--filter=blob:none", "--no-checkout")
    let (verdict, notes) = try await started(at: path)
    #expect(verdict == .corroborated)
    #expect(notes == ["\(path) is a partial clone: what was left out is not fetched"])
  }

  @Test("a clone without trees is known by its messages, and nothing is fetched")
  func treeless() async throws {
    let path = try fixture.clone("treeless", "--filter=tree:0", "--no-checkout")
    let (verdict, notes) = try await started(at: path)
    #expect(verdict == .partlyCorroborated)
    #expect(notes.contains("\(path) has no trees: commits are known by their messages alone"))
  }

  @Test("a shallow clone does not say who began")
  func shallow() async throws {
    let path = try fixture.clone("shallow", "--depth", "4")
    let (verdict, notes) = try await started(at: path)
    #expect(verdict == .partlyCorroborated)
    #expect(notes == ["\(path) is shallow: earlier commits are not in it"])
    let (cut, _) = try await started(at: try fixture.clone("cut", "--depth", "1"))
    #expect(cut == .notFound)
  }

  @Test("a damaged repository is told as one that cannot be read")
  func damaged() async throws {
    let path = try fixture.clone("damaged.git", "--bare")
    let objects = URL(fileURLWithPath: path).appendingPathComponent("objects")
    try FileManager.default.removeItem(at: objects)
    try FileManager.default.createDirectory(at: objects, withIntermediateDirectories: true)
    let (verdict, notes) = try await started(at: path)
    #expect(verdict == .notCheckable)
    #expect(notes.contains { $0.hasPrefix("\(path) cannot be read by git: ") })
  }

  @Test("an unborn branch does not hide the others")
  func unborn() async throws {
    try fixture.git(["symbolic-ref", "HEAD", "refs/heads/none"])
    #expect(try await started(at: fixture.path).0 == .corroborated)
  }

  @Test("a path that looks like a commit is a path")
  func hostilePath() async throws {
    let forged = "\u{1}" + String(repeating: "a", count: 40)
    try fixture.commit(
      "odd", by: GitProbeTests.otto, on: "2011-02-01", paths: [forged, "b" + forged])
    let log = try await GitLogCache(folder: nil).log(of: GitRepository(at: fixture.path)).log
    #expect(log.records.count == 8)
  }
}
