import ArchiveStorage
import ArgumentParser
import ClaimChecking
import ClaimExtraction
import Foundation
import MailParsing

/// Times asking a history about a person.
struct GitBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "git",
    abstract: "Checks a statement against a history, read anew and kept; against one git log.",
    discussion:
      "Whole processes with those they start, user and system time. The claims are found in the statement."
  )

  @Argument(help: "The repository.")
  var repository: String

  @Option(help: "The statement, a text.")
  var statement: String

  @Option(help: "Whose it is: a name.")
  var author: String

  @Option(help: "How often each program runs; the best counts.")
  var rounds = 5

  @Option(help: .hidden)
  var cache: String?

  @Flag(help: .hidden)
  var once = false

  func run() async throws {
    if once { return try await check() }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("byline-bench-\(ProcessInfo.processInfo.processIdentifier)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let own = ["git", repository, "--statement", statement, "--author", author, "--once"]
    let kept = own + ["--cache", folder]
    let shell = "rm -rf \"$0\" && exec \"$@\""
    let measurements = try Stopwatch.measure(
      [
        .init(
          name: "byline, not keeping", executable: Split.executable, arguments: own),
        .init(
          name: "byline, first", executable: URL(fileURLWithPath: "/bin/sh"),
          arguments: ["-c", shell, folder, Split.executable.path] + kept),
        .init(name: "byline, again", executable: Split.executable, arguments: kept),
        .init(
          name: "git log", executable: URL(fileURLWithPath: "/usr/bin/env"),
          arguments: ["git", "-C", repository, "log", "--no-renames", "--name-only"],
          discardsOutput: true),
      ], rounds: rounds)
    Report.print(measurements, files: [])
  }

  /// Checks once, as a process of its own that is timed from outside.
  private func check() async throws {
    let text = try String(contentsOfFile: statement, encoding: .utf8)
    let document = Statement.document(
      Document(kind: .statement, path: statement, sha256: "", text: text), writtenAt: nil)
    let claims = ClaimExtractor().claims(in: document)
    let result = try await ClaimChecker().check(
      statements: [(document, claims)], subject: CheckSubject(name: author),
      record: CheckRecord(repositories: [repository], cacheFolder: cache))
    let cited = result.claims.flatMap(\.findings).flatMap(\.citations).count
    print("\(claims.count) claims, \(cited) citations")
  }
}
