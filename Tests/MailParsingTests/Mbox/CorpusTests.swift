import Foundation
import MailParsing
import TestSupport
import Testing

/// Every mbox of the corpora is taken apart and put together again. Files larger than a sample are read as
/// far as the sample goes; `byline-bench whole` reads all of them through the archive reader.
@Suite("Real archives lose nothing")
struct CorpusTests {
  /// So much of a file is looked at, so that an unoptimised build stays quick.
  private static let sampleByteCount = 8 << 20

  @Test(
    "entries and separators give each pipermail month back, and no message is made up",
    .enabled(if: Corpus.unpacked("imagej-pipermail.tar.xz") != nil))
  func imagej() throws {
    let folder = try #require(Corpus.unpacked("imagej-pipermail.tar.xz"))
    var count = 0
    for file in try months(in: folder) {
      let bytes = try Array(Data(contentsOf: file))
      #expect(MboxRecognition(recognizing: bytes.span)?.dialect == .pipermailText, "\(file)")
      for entry in expectWhole(bytes, .pipermailText, file) {
        #expect(entry.fromLine?.date != nil, "\(file)")
        count += 1
      }
    }
    // What the archive's own description counts, the body line "From command line …" not among them.
    #expect(count == 16_673)
  }

  @Test(
    "entries and separators give each month of older pipermails back",
    .enabled(if: Corpus.unpacked("twisted-old-pipermail.tar.xz") != nil))
  func twisted() throws {
    let folder = try #require(Corpus.unpacked("twisted-old-pipermail.tar.xz"))
    let months = try months(in: folder)
    #expect(months.count == 248)
    for file in months {
      let bytes = try Array(Data(contentsOf: file))
      #expect(expectWhole(bytes, .pipermailText, file).allSatisfy { $0.fromLine?.date != nil })
    }
  }

  @Test(
    "entries and separators give the head of a long mbox back",
    .enabled(if: Corpus.linuxMIPS != nil))
  func linuxMIPS() throws {
    let file = try #require(Corpus.linuxMIPS)
    let handle = try FileHandle(forReadingFrom: file)
    let bytes = try Array(#require(try handle.read(upToCount: Self.sampleByteCount)))
    #expect(MboxRecognition(recognizing: bytes.span)?.dialect == .mboxrd)
    #expect(expectWhole(bytes, .mboxrd, file).count > 500)
  }

  @Test(
    "entries and separators give every mbox of other projects back",
    .enabled(if: Corpus.unpacked("torture.tar.xz") != nil))
  func torture() throws {
    let folder = try #require(Corpus.unpacked("torture.tar.xz"))
    var count = 0
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appendingPathComponent(file)
      guard let bytes = try? Array(Data(contentsOf: file)), bytes.starts(with: "From ".utf8),
        let recognition = MboxRecognition(recognizing: bytes.span)
      else { continue }
      count += expectWhole(bytes, recognition.dialect, file).count
    }
    #expect(count > 1000)
  }

  /// The monthly texts below a folder (`2005-March.txt`); a scrubbed attachment may be called `.txt` too.
  private func months(in folder: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".txt") && !$0.contains("attachments") }
      .map(folder.appendingPathComponent)
      .filter { $0.lastPathComponent.first?.isNumber == true }
  }

  /// Splits `bytes` whole and in pieces, expects the same entries of both and nothing but line ends
  /// between them. Returns the entries.
  private func expectWhole(_ bytes: [UInt8], _ dialect: MboxDialect, _ file: URL) -> [MboxEntry] {
    let reader = MboxReader(dialect: dialect)
    let entries = reader.entries(in: bytes.span)
    var end = 0
    for range in entries.map(\.range) + [bytes.count..<bytes.count] {
      let separator = bytes[end..<range.lowerBound]
      #expect(separator.allSatisfy { $0 == 0x0A || $0 == 0x0D }, "\(file) at \(end)")
      end = range.upperBound
    }
    #expect(
      reader.ranges(in: bytes.span, piecesOf: 499_991) == entries.map(\.range), "\(file)")
    return entries
  }
}
