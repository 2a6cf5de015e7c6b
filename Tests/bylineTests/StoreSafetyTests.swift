import Foundation
import TestSupport
import Testing

/// What the command says and leaves behind where a store cannot be written.
@Suite("Stores that cannot be written")
struct StoreSafetyTests {
  /// An archive of `count` mails that hardly compress, a store of the first of them, and a shell there.
  private struct Workplace {
    private static let head = "From a Thu Jan  1 00:00:00 1970\nFrom: ann@example.org\n"
    let folder: URL
    var store: String { folder.appendingPathComponent("s.sqlite").path }

    init(count: Int) throws {
      folder = try Checkout.temporaryDirectory("safety")
      var random = SystemRandomNumberGenerator()
      let mails = (0..<count).map { number in
        let words = (0..<400).map { _ in
          String(UInt64.random(in: 0 ... .max, using: &random), radix: 36)
        }
        return
          "\(Self.head)Message-ID: <\(number)@example.org>\n\n\(words.joined(separator: " "))\n\n"
      }
      try mails[0].write(
        to: folder.appendingPathComponent("one.mbox"), atomically: true, encoding: .utf8)
      try mails.joined().write(
        to: folder.appendingPathComponent("all.mbox"), atomically: true, encoding: .utf8)
      #expect(try run("$BYLINE ingest one.mbox --store s.sqlite").status == 0)
    }

    /// Runs a line of the shell in the folder and gives how it ended and what it said of errors.
    func run(_ line: String) throws -> (status: Int32, errors: String) {
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/sh")
      shell.arguments = ["-c", line]
      shell.currentDirectoryURL = folder
      shell.environment = [
        "BYLINE": Checkout.builtProducts.appendingPathComponent("byline").path,
        "PATH": "/usr/bin:/bin",
      ]
      let errors = Pipe()
      shell.standardOutput = FileHandle.nullDevice
      shell.standardError = errors
      try shell.run()
      let said = errors.fileHandleForReading.readDataToEndOfFile()
      shell.waitUntilExit()
      return (shell.terminationStatus, String(decoding: said, as: UTF8.self))
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
  }

  @Test("a file that may grow no further is an error, and what was stored before is whole")
  func fileSizeLimit() throws {
    let place = try Workplace(count: 400)
    defer { place.remove() }
    // In blocks of 512 bytes: more than the store has, less than it would need.
    let outcome = try place.run("ulimit -f 800; $BYLINE ingest all.mbox --store s.sqlite")
    #expect(outcome.status == 73 || outcome.status == 74)
    #expect(outcome.errors.contains("s.sqlite"))
    #expect(try place.run("$BYLINE show 0@example.org --store s.sqlite").status == 0)
    #expect(try place.run("$BYLINE verify --store s.sqlite").status == 0)
    #expect(try place.run("$BYLINE ingest all.mbox --store s.sqlite").status == 0)
    #expect(try place.run("$BYLINE show 399@example.org --store s.sqlite").status == 0)
  }

  @Test("a store whose tables found no room is made when there is room again")
  func roomForNothing() throws {
    let place = try Workplace(count: 1)
    defer { place.remove() }
    for blocks in [24, 32, 64] {
      let store = "room-for-\(blocks).sqlite"
      let outcome = try place.run("ulimit -f \(blocks); $BYLINE ingest all.mbox --store \(store)")
      #expect(outcome.status == 73 || outcome.status == 74)
      #expect(try place.run("$BYLINE ingest all.mbox --store \(store)").status == 0, "\(blocks)")
      #expect(try place.run("$BYLINE show 0@example.org --store \(store)").status == 0)
    }
  }

  @Test("a store that may not be written to is read, and says what to do where it must be written")
  func readOnly() throws {
    let place = try Workplace(count: 2)
    defer { place.remove() }
    // Permissions do not bind root, which such tests often run as.
    let somebody =
      geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups $BYLINE" : "$BYLINE"
    try #require(try place.run("chmod 0444 s.sqlite; chmod 0555 .").status == 0)
    defer { _ = try? place.run("chmod 0755 .") }
    let before = try Data(contentsOf: URL(fileURLWithPath: place.store))
    #expect(try place.run("\(somebody) show 0@example.org --store s.sqlite").status == 0)
    #expect(try place.run("\(somebody) search example --store s.sqlite").status == 0)
    #expect(try place.run("\(somebody) verify --store s.sqlite").status == 0)
    for line in ["ingest all.mbox", "purge 0@example.org", "rebuild"] {
      let outcome = try place.run("\(somebody) \(line) --store s.sqlite")
      #expect(outcome.status == 73, "\(line): \(outcome.errors)")
      #expect(outcome.errors.contains("s.sqlite"), "\(line)")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.store)) == before)
  }

  @Test(
    "killed at any moment, what writes the store leaves it sound, and ends as if nothing had happened",
    arguments: ["ingest all.mbox", "rebuild", "purge 7@example.org"])
  func killed(command: String) throws {
    let place = try Workplace(count: 60)
    defer { place.remove() }
    #expect(try place.run("$BYLINE ingest all.mbox --store full.sqlite").status == 0)
    let start = command.hasPrefix("ingest") ? "s.sqlite" : "full.sqlite"
    try #require(try place.run("cp \(start) whole.sqlite; cp \(start) hit.sqlite").status == 0)
    let began = ContinuousClock.now
    #expect(try place.run("$BYLINE \(command) --store whole.sqlite").status == 0)
    let duration = (ContinuousClock.now - began) / .seconds(1)
    for share in stride(from: 0.1, through: 1, by: 0.15) {
      _ = try place.run("timeout -s KILL \(duration * share) $BYLINE \(command) --store hit.sqlite")
      let check = try place.run("$BYLINE verify --store hit.sqlite")
      #expect(check.status == 0, "after \(share): \(check.errors)")
    }
    // A purge that came through finds nothing left to purge.
    _ = try place.run("$BYLINE \(command) --store hit.sqlite")
    let comparison = try place.run(
      """
      $BYLINE export --store whole.sqlite > whole.ndjson
      $BYLINE export --store hit.sqlite > hit.ndjson
      test -s whole.ndjson && cmp whole.ndjson hit.ndjson
      """)
    #expect(comparison.status == 0)
  }

  @Test(
    "a store held by another writer says to try again, and is left as it is",
    .enabled(if: Tool.isInstalled("sqlite3"), "needs the sqlite3 shell"))
  func twoWriters() throws {
    let place = try Workplace(count: 2)
    defer { place.remove() }
    let before = try Data(contentsOf: URL(fileURLWithPath: place.store))
    let outcome = try place.run(
      """
      (echo 'BEGIN IMMEDIATE;'; sleep 9) | sqlite3 s.sqlite & sleep 1
      $BYLINE ingest all.mbox --store s.sqlite
      """)
    #expect(outcome.status == 75)
    #expect(outcome.errors.contains("again"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.store)) == before)
  }
}
