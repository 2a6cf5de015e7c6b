import ArchiveReading
import Foundation
import MailParsing
import Testing

@Suite("Reading again")
struct ReadingAgainTests {
  /// Archives of the sizes that take different ways: copied whole, mapped and cut, streamed and cut.
  enum Form: String, CaseIterable {
    case small, mapped, compressed
  }

  /// So many that a mapped archive makes several slices.
  private func letters(_ form: Form, _ count: Int) -> Range<Int> {
    form == .small ? 0..<count : 0..<count + 2600
  }

  private func write(_ letters: Range<Int>, _ form: Form, to archives: Archives) throws {
    let body =
      form == .small ? "Dear all.\n" : String(repeating: "Dear all, dear all.\n", count: 180)
    let text = letters.map { Letter.entry($0, body: body) }.joined()
    try archives.write(text, to: "list.mbox")
    if form == .compressed { try compress(archives) }
  }

  /// Puts `list.mbox.gz` in the place of `list.mbox`.
  private func compress(_ archives: Archives) throws {
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
    gzip.arguments = ["-n1", archives.file("list.mbox")]
    try gzip.run()
    gzip.waitUntilExit()
  }

  private func remove(_ archives: Archives) throws {
    for name in ["list.mbox", "list.mbox.gz"] {
      try? FileManager.default.removeItem(atPath: archives.file(name))
    }
  }

  private func options(_ known: KnownSources = KnownSources()) -> ArchiveReader.Options {
    var options = ArchiveReader.Options()
    options.known = known
    return options
  }

  @Test("an entry's digest is that of its bytes, whether its source is digested or not")
  func digests() async throws {
    let archives = try Archives(["one.eml": Letter.mail(1), "list.mbox": Letter.entry(2)])
    var options = ArchiveReader.Options()
    options.digestsSources = false
    let entries = try await ReadAll([archives.path], options).entries
    #expect(try await ReadAll([archives.path]).entries == entries)
    let mail = Array(Letter.mail(1).utf8)
    #expect(entries.map(\.sha256).contains(SHA256.hexadecimal(of: mail.span)))
  }

  @Test("what was read and did not change is not read again", arguments: Form.allCases)
  func unchanged(_ form: Form) async throws {
    let archives = try Archives()
    try write(letters(form, 5), form, to: archives)
    let first = try await ReadAll([archives.path])
    #expect(first.entries.count == letters(form, 5).count)
    let second = try await ReadAll([archives.path], options(first.known))
    #expect(second.entries.isEmpty)
    #expect(second.unchanged.count == 1)
  }

  @Test("of a grown mbox only what is new is read", arguments: Form.allCases)
  func grown(_ form: Form) async throws {
    let archives = try Archives()
    try write(letters(form, 5), form, to: archives)
    let first = try await ReadAll([archives.path])
    try remove(archives)
    try write(letters(form, 8), form, to: archives)
    let second = try await ReadAll([archives.path], options(first.known))
    #expect(second.entries.count == 3)
    let whole = try await ReadAll([archives.path])
    #expect(first.entries + second.entries == whole.entries)
    #expect(second.readings.last?.sha256 == whole.readings.last?.sha256)
    #expect(second.readings.last?.isComplete == true)
    #expect(second.readings.first?.replacesEarlier == false)
  }

  @Test(
    "a replaced mbox is read whole, and says that it replaces another", arguments: Form.allCases)
  func replaced(_ form: Form) async throws {
    let archives = try Archives()
    try write(letters(form, 5), form, to: archives)
    let first = try await ReadAll([archives.path])
    try remove(archives)
    try write(1..<letters(form, 8).upperBound, form, to: archives)
    let second = try await ReadAll([archives.path], options(first.known))
    let whole = try await ReadAll([archives.path])
    #expect(second.entries == whole.entries)
    #expect(second.readings.map(\.replacesEarlier).first == true)
    #expect(second.readings.dropFirst().allSatisfy { !$0.replacesEarlier })
  }

  @Test(
    "a reading that was stopped is taken up where it stopped",
    arguments: [Form.mapped, .compressed])
  func stopped(_ form: Form) async throws {
    let archives = try Archives()
    try write(letters(form, 5), form, to: archives)
    let whole = try await ReadAll([archives.path])
    #expect(whole.readings.count > 2)
    for reading in whole.readings.dropLast() {
      let source = reading.source
      let known = KnownSources([
        .init(path: source.path, member: nil): KnownSource(
          fileByteCount: source.file.byteCount, modifiedAt: source.file.modifiedAt,
          byteCount: reading.byteCount, sha256: reading.sha256,
          resumption: reading.resumption, isComplete: false)
      ])
      let rest = try await ReadAll([archives.path], options(known))
      #expect(rest.entries == Array(whole.entries.dropFirst(reading.entryCount)))
      #expect(rest.readings.last?.sha256 == whole.readings.last?.sha256)
    }
  }

  @Test(
    "a single byte changed in what was read is seen, and the whole read again",
    arguments: [Form.mapped, .compressed])
  func changedByte(_ form: Form) async throws {
    let archives = try Archives()
    try write(letters(form, 5), form, to: archives)
    let first = try await ReadAll([archives.path])
    #expect(first.readings.last?.resumption.isEmpty == false)
    try remove(archives)
    try write(letters(form, 8), .mapped, to: archives)
    let path = archives.file("list.mbox")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
    if form == .compressed { try compress(archives) }
    let second = try await ReadAll([archives.path], options(first.known))
    #expect(second.entries.count == letters(form, 8).count)
    #expect(second.readings.first?.replacesEarlier == true)
  }

  @Test("a mail that was cut off when it was read first is read whole when the rest is there")
  func completed() async throws {
    let archives = try Archives()
    let text = Letter.entry(1) + Letter.entry(2, body: "A longer letter.\nWith two lines.\n")
    try archives.write(String(text.dropLast(20)), to: "list.mbox")
    let first = try await ReadAll([archives.path])
    try archives.write(text, to: "list.mbox")
    let second = try await ReadAll([archives.path], options(first.known))
    #expect(second.entries.count == 2)
    #expect(second.readings.map(\.replacesEarlier) == [true])
  }

  @Test("a file as large and as old as before is not opened where times are trusted")
  func trustedTimes() async throws {
    let archives = try Archives(["list.mbox": Letter.entry(1)])
    let first = try await ReadAll([archives.path])
    let file = archives.file("list.mbox")
    let date = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate]
    try archives.write(Letter.entry(2), to: "list.mbox")
    var options = options(first.known)
    options.trustsModificationTimes = true
    // Another file of the same size now: taken for the old one only if its time says so, too.
    #expect(try await ReadAll([archives.path], options).entries.count == 1)
    try FileManager.default.setAttributes([.modificationDate: date as Any], ofItemAtPath: file)
    let known = first.readings.first?.source.file.modifiedAt
    let walked = try #require(Array(try ArchiveWalker(paths: [file])).first)
    if case .file(let now) = walked, now.modifiedAt == known {
      #expect(try await ReadAll([archives.path], options).unchanged == [file])
    }
  }

  @Test("two tasks give what one gives, in the same order")
  func workers() async throws {
    let archives = try Archives()
    try write(letters(.mapped, 9), .mapped, to: archives)
    for number in 0..<40 {
      try archives.write(Letter.mail(number), to: "single/\(number).eml")
      try archives.write(Letter.entry(number) + Letter.entry(number + 1), to: "\(number).mbox")
    }
    try archives.write([0, 1], to: "binary")
    var options = ArchiveReader.Options()
    let one = try await ReadAll([archives.path], options)
    options.workers = 3
    #expect(try await ReadAll([archives.path], options) == one)
  }
}
