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

  /// Splits `bytes` whole and in pieces, expects the same entries of both, and `bytes` back from what the
  /// stream hands over and the line ends between. Returns the entries.
  private func expectWhole(_ bytes: [UInt8], _ dialect: MboxDialect, _ file: URL) -> [MboxEntry] {
    let entries = MboxReader(dialect: dialect).entries(in: bytes.span)
    var joined: [UInt8] = []
    joined.reserveCapacity(bytes.count)
    var ranges: [Range<Int>] = []
    func addSeparator(upTo end: Int) {
      let separator = bytes[joined.count..<end]
      #expect(separator.allSatisfy { $0 == 0x0A || $0 == 0x0D }, "\(file) at \(joined.count)")
      joined += separator
    }
    var stream = MboxStream(dialect: dialect)
    let pieceByteCount = 99_991
    for start in stride(from: 0, to: max(1, bytes.count), by: pieceByteCount) {
      let end = min(start + pieceByteCount, bytes.count)
      stream.take(bytes.span.extracting(start..<end), isLast: end == bytes.count) {
        held, offset, entry in
        addSeparator(upTo: offset + entry.range.lowerBound)
        joined.append(held, entry.range)
        ranges.append(offset + entry.range.lowerBound..<offset + entry.range.upperBound)
      }
    }
    addSeparator(upTo: bytes.count)
    #expect(joined == bytes, "\(file)")
    #expect(ranges == entries.map(\.range), "\(file)")
    return entries
  }
}
