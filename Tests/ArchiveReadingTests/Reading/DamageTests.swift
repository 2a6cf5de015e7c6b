import ArchiveReading
import Foundation
import MailParsing
import TestSupport
import Testing

@Suite("Damaged archives")
struct DamageTests {
  @Test("a gzip file that breaks off gives every entry before the break, and says where it is")
  func truncatedGzip() async throws {
    let whole = try RoomFixture.bytes("compressed/letters.mbox.gz")
    let archives = try Archives()
    try archives.write(Array(whole.dropLast(whole.count / 4)), to: "letters.mbox.gz")
    let read = try await ReadAll([archives.path])
    #expect(read.entries.count >= 2)
    let reading = try #require(read.readings.first)
    #expect(reading.defects.map(\.kind) == [.truncatedInput])
    #expect(reading.defects.map(\.range) == [reading.byteCount..<reading.byteCount])
    #expect(reading.byteCount > 0)
  }

  @Test("a gzip file with a flipped bit in its middle gives what stands before it")
  func corruptGzip() async throws {
    var bytes = try RoomFixture.bytes("compressed/letters.mbox.gz")
    bytes[bytes.count - 12] ^= 0xFF
    let archives = try Archives()
    try archives.write(bytes, to: "letters.mbox.gz")
    let read = try await ReadAll([archives.path])
    #expect(!read.entries.isEmpty)
    #expect(read.readings.flatMap(\.defects).map(\.kind) == [.truncatedInput])
  }

  @Test("bytes after a complete gzip member that begin no other are padding")
  func padding() async throws {
    let bytes = try RoomFixture.bytes("compressed/letters.mbox.gz") + [0, 0, 0, 0]
    let archives = try Archives()
    try archives.write(bytes, to: "letters.mbox.gz")
    let read = try await ReadAll([archives.path])
    #expect(read.entries.count == 3)
    #expect(read.readings.flatMap(\.defects).isEmpty)
  }

  @Test("two gzip members in one file are one source")
  func members() async throws {
    let bytes = try RoomFixture.bytes("compressed/letters.mbox.gz")
    let archives = try Archives()
    try archives.write(bytes + bytes, to: "letters.mbox.gz")
    let read = try await ReadAll([archives.path])
    let plain = try RoomFixture.bytes("compressed/letters.mbox")
    #expect(read.readings.map(\.sha256) == [SHA256.hexadecimal(of: (plain + plain).span)])
  }

  @Test(
    "a container that is damaged is listed, and what stood before the damage is read",
    arguments: ["letters.mbox.bz2", "letters.mbox.xz", "letters.tar.xz", "takeout.zip"])
  func containers(_ name: String) async throws {
    let whole = try RoomFixture.bytes("compressed/\(name)")
    let archives = try Archives(["other.mbox": Letter.entry(1)])
    try archives.write(Array(whole.prefix(whole.count / 3)), to: name)
    let read = try await ReadAll([archives.path])
    #expect(read.subjects.count >= 1)
    let said =
      read.skipped.map(\.path) + read.readings.filter { !$0.defects.isEmpty }.map(\.source.path)
    #expect(said.contains(archives.file(name)))
  }

  @Test("a file that cannot be opened is listed with the reason")
  func unreadable() async throws {
    let archives = try Archives(["a.mbox": Letter.entry(1), "loop.mbox": ""])
    let loop = archives.file("loop.mbox")
    try FileManager.default.removeItem(atPath: loop)
    let made = unsafe mkfifo(loop, 0o600)
    #expect(made == 0)
    let read = try await ReadAll([archives.path])
    #expect(read.entries.count == 1)
    #expect(read.skipped.map(\.because) == ["neither a file nor a directory"])
  }

  @Test(
    "an entry larger than may be held is cut, marked, and the entries around it are read",
    arguments: ["cat", "gzip -c", "zstd -c"])
  func overlong(_ program: String) async throws {
    let text = Letter.entry(1) + Letter.entry(2, body: Self.long) + Letter.entry(3)
    let archives = try Archives(["big.mbox": text])
    try Shell.run("cd '\(archives.path)' && \(program) big.mbox > big && rm big.mbox")
    var options = ArchiveReader.Options()
    options.entryLimit = 8 << 20
    let read = try await ReadAll([archives.path], options)
    let defects = read.readings.last?.defects ?? []
    #expect(defects.map(\.kind) == [.oversizedBody])
    #expect(read.entries.map(\.subject) == ["Letter 1", "Letter 2", "Letter 3"])
    #expect(read.entries.allSatisfy { $0.range.count <= 8 << 20 })
    #expect(read.entries.first?.range.lowerBound == 0)
    let last = Letter.entry(3).utf8.count
    #expect(read.entries.last?.range == text.utf8.count - last..<text.utf8.count - 1)
    // What is given and what was passed over is all of it.
    #expect(defects.first?.range.lowerBound == read.entries.dropFirst().first?.range.upperBound)
    #expect(defects.first?.range.upperBound == text.utf8.count - last - 1)
  }

  private static let long = String(
    repeating: "A line of text that goes on and on.\n", count: 400_000)

  @Test("an entry is whole that is as long as several pieces of its stream")
  func long() async throws {
    let text = Letter.entry(1) + Letter.entry(2, body: Self.long) + Letter.entry(3)
    let archives = try Archives(["big.mbox": text])
    let plain = try await ReadAll([archives.path])
    try Shell.run("cd '\(archives.path)' && gzip big.mbox")
    let read = try await ReadAll([archives.path])
    #expect(read.entries.map(\.range) == plain.entries.map(\.range))
    #expect(read.entries.map(\.sha256) == plain.entries.map(\.sha256))
    #expect(read.entries.count == 3)
  }
}
