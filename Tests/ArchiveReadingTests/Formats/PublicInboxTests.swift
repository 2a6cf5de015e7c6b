import ArchiveReading
import Foundation
import MailParsing
import Testing

@Suite("public-inbox repositories")
struct PublicInboxTests {
  /// A repository made commit by commit in the way public-inbox does.
  private final class Repository {
    let archives: Archives
    let bare: String
    private let tree: String

    init(at name: String) throws {
      archives = try Archives()
      tree = archives.file("work")
      bare = archives.file(name)
      try run("init", "-q", "--bare", bare)
      try FileManager.default.createDirectory(
        atPath: tree, withIntermediateDirectories: true)
    }

    func commit(_ files: [String: String?]) throws {
      for (name, text) in files {
        if let text {
          try archives.write(text, to: "work/\(name)")
        } else {
          try FileManager.default.removeItem(atPath: "\(tree)/\(name)")
        }
      }
      try run("--git-dir", bare, "--work-tree", tree, "add", "-A")
      try run(
        "--git-dir", bare, "--work-tree", tree, "-c", "user.name=Keeper", "-c",
        "user.email=keeper@example.org", "commit", "-q", "-m", "mail")
    }

    private func run(_ arguments: String...) throws {
      let git = Process()
      git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      git.arguments = ["git"] + arguments
      git.standardError = FileHandle.nullDevice
      try git.run()
      git.waitUntilExit()
      #expect(git.terminationStatus == 0)
    }
  }

  static let hasGit = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")

  @Test("version 2 keeps each mail at `m`; one taken out is not read", .enabled(if: hasGit))
  func version2() async throws {
    let inbox = try Repository(at: "0.git")
    try inbox.commit(["m": Letter.mail(1)])
    try inbox.commit(["m": Letter.mail(2)])
    try inbox.commit(["m": Letter.mail(3)])
    try inbox.commit(["m": nil, "d": Letter.mail(2)])
    let read = try await ReadAll([inbox.bare])
    #expect(read.entries.map(\.format) == [.publicInbox, .publicInbox])
    #expect(
      read.entries.map(\.sha256)
        == [Letter.mail(1), Letter.mail(3)].map { SHA256.hexadecimal(of: Array($0.utf8).span) })
    #expect(read.entries.allSatisfy { $0.member?.count == 40 })
    // Each can be read again from the object alone.
    let entry = read.entries[1]
    var again: String?
    try await EntryReader().read(path: entry.path, member: entry.member, ranges: [entry.range]) {
      again = SHA256.hexadecimal(of: $1)
    }
    #expect(again == entry.sha256)
  }

  @Test("version 1 has a file a mail, named by a digest", .enabled(if: hasGit))
  func version1() async throws {
    let inbox = try Repository(at: "inbox.git")
    let names = (1...3).map { "\($0)a/\(String(repeating: "\($0)", count: 38))" }
    try inbox.commit([names[0]: Letter.mail(1), names[1]: Letter.mail(2)])
    try inbox.commit([names[2]: Letter.mail(3)])
    try inbox.commit([names[0]: nil])
    let read = try await ReadAll([inbox.archives.file("inbox.git")])
    #expect(read.entries.count == 2)
    #expect(read.readings.allSatisfy { $0.source.format == .publicInbox })
    // A clone with a checkout holds each mail twice, and gives it once.
    let clone = try Archives()
    try Shell.run("git clone -q '\(inbox.bare)' '\(clone.path)/inbox'")
    #expect(try await ReadAll([clone.path]).entries.map(\.sha256) == read.entries.map(\.sha256))
  }

  @Test(
    "any other repository is passed over with its reason, its objects unread", .enabled(if: hasGit))
  func other() async throws {
    let repository = try Repository(at: "code.git")
    try repository.commit(["README": "Code.\n"])
    let read = try await ReadAll([repository.bare])
    #expect(read.entries.isEmpty)
    #expect(read.skipped.map(\.because) == ["a git repository that is no public-inbox"])
  }
}
