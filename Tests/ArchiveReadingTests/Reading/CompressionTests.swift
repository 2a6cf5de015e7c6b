import ArchiveReading
import Foundation
import MailParsing
import TestSupport
import Testing

@Suite("Compressed archives and containers")
struct CompressionTests {
  private static let plain = "compressed/letters.mbox"

  private func read(_ name: String, under other: String? = nil) async throws -> ReadAll {
    let archives = try Archives()
    let file = other ?? String(name.split(separator: "/").last ?? "")
    try archives.write(try RoomFixture.bytes(name), to: file)
    return try await ReadAll([archives.path])
  }

  @Test(
    "every compression gives the entries of the plain file, at the same ranges",
    arguments: [
      ("letters.mbox.gz", nil), ("letters.mbox.bz2", nil), ("letters.mbox.xz", nil),
      ("letters.mbox.zst", nil), ("letters.tar", "letters.mbox"),
      ("letters.tar.gz", "letters.mbox"), ("letters.tar.xz", "letters.mbox"),
      ("takeout.zip", "Takeout/Mail/builders.mbox"), ("nested.zip", "months/2008-03.mbox.gz"),
    ] as [(String, String?)])
  func compressed(_ name: String, _ member: String?) async throws {
    let plain = try await read(Self.plain)
    #expect(plain.entries.count == 3)
    // The name says nothing: content does.
    for file in [name, "letters"] {
      let read = try await read("compressed/\(name)", under: file)
      #expect(read.entries.map(\.range) == plain.entries.map(\.range))
      #expect(read.entries.map(\.sha256) == plain.entries.map(\.sha256))
      #expect(read.entries.map(\.member) == Array(repeating: member, count: 3))
      #expect(read.readings.map(\.sha256) == plain.readings.map(\.sha256))
    }
  }

  @Test(
    "what libarchive alone decompresses is read too",
    arguments: ["lz4", "lzip", "compress"].filter(Tool.isInstalled))
  func other(_ program: String) async throws {
    let archives = try Archives(["letters.mbox": Letter.entry(1) + Letter.entry(2)])
    try Shell.run(
      "cd '\(archives.path)' && \(program) -c < letters.mbox > letters && rm letters.mbox")
    #expect(try await ReadAll([archives.path]).subjects == ["Letter 1", "Letter 2"])
  }

  @Test("a member is of the form that its place in the container tells")
  func places() async throws {
    let archives = try Archives([
      "box/cur/1:2,S": Letter.mail(1), "inbox/7": Letter.mail(2), "a.eml": Letter.mail(3),
    ])
    try Shell.run(
      "cd '\(archives.path)' && tar cf all.tar box inbox a.eml && rm -r box inbox a.eml")
    let read = try await ReadAll([archives.path])
    #expect(read.entries.map(\.format) == [.maildir, .mh, .rfc822])
  }

  @Test("entries and what lies between them give the source back")
  func nothingLost() async throws {
    let plain = try await read(Self.plain)
    let bytes = try RoomFixture.bytes(Self.plain)
    var end = 0
    for entry in plain.entries {
      #expect(bytes[end..<entry.range.lowerBound].allSatisfy { $0 == 0x0A })
      end = entry.range.upperBound
    }
    #expect(bytes[end...].allSatisfy { $0 == 0x0A })
    #expect(plain.readings.map(\.byteCount) == [bytes.count])
  }

  @Test("a member that is no mail is listed under its name")
  func skippedMember() async throws {
    let read = try await read("compressed/takeout.zip")
    #expect(read.skipped.map(\.member) == ["Takeout/archive_browser.html"])
  }
}
