import ArchiveReading
import Foundation
import TestSupport
import Testing

@Suite("Commits read again", .enabled(if: Tool.isInstalled("git")))
struct GitCommitTests {
  @Test("the subject of a message that is one paragraph is its first line, as reports cite it")
  func paragraph() async throws {
    let repository = try Checkout.temporaryDirectory("commit")
    _ = try git(["init", "-q"], in: repository)
    _ = try git(
      [
        "-c", "user.name=Ann Lee", "-c", "user.email=ann@example.org", "commit", "-q",
        "--allow-empty", "-m", "Add a lock table\nand weigh the locks by their age.",
      ], in: repository)
    let id = try git(["rev-parse", "HEAD"], in: repository)
    let commit = try await GitCommit(id, in: repository.path)
    #expect(commit.subject == "Add a lock table")
    #expect(commit.author == "Ann Lee <ann@example.org>")
    #expect(commit.authorName == "Ann Lee")
  }

  private func git(_ arguments: [String], in directory: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = directory
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
