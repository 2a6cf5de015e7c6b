import Foundation
import MailParsing
import TestSupport
import Testing

@Suite("Real archives lose nothing")
struct CorpusTests {
  @Test(
    "entries and separators give each pipermail month back, and no message is made up",
    .enabled(if: Corpus.unpacked("imagej-pipermail.tar.xz") != nil))
  func imagej() throws {
    let folder = try #require(Corpus.unpacked("imagej-pipermail.tar.xz"))
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".txt") && $0.contains("/20") && !$0.contains("attachments") }
    #expect(!files.isEmpty)
    var count = 0
    for file in files {
      let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(file)))
      let recognition = MboxRecognition(recognizing: bytes.span)
      #expect(recognition?.dialect == .pipermailText, "\(file)")
      count += check(bytes, .pipermailText, file)
    }
    // What the archive's own description counts, the body line "From command line …" not among them.
    #expect(count == 16_673)
  }

  @Test(
    "entries and separators give every mbox of other projects back",
    .enabled(if: Corpus.unpacked("torture.tar.xz") != nil))
  func torture() throws {
    let folder = try #require(Corpus.unpacked("torture.tar.xz"))
    var count = 0
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where file.hasSuffix(".mbox") {
      let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(file)))
      guard let recognition = MboxRecognition(recognizing: bytes.span) else { continue }
      var end = 0
      for entry in MboxReader(dialect: recognition.dialect).entries(in: bytes.span) {
        #expect(isBlank(bytes[end..<entry.range.lowerBound]), "\(file)")
        end = entry.range.upperBound
        count += 1
      }
      #expect(isBlank(bytes[end...]), "\(file)")
    }
    #expect(count > 500)
  }

  private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x0A || $0 == 0x0D }
  }

  /// Checks that nothing but line ends lies between entries, and returns their count.
  private func check(_ bytes: [UInt8], _ dialect: MboxDialect, _ file: String) -> Int {
    var end = 0
    let entries = MboxReader(dialect: dialect).entries(in: bytes.span)
    for entry in entries {
      #expect(isBlank(bytes[end..<entry.range.lowerBound]), "\(file)")
      #expect(entry.fromLine?.date != nil, "\(file)")
      end = entry.range.upperBound
    }
    #expect(isBlank(bytes[end...]), "\(file)")
    return entries.count
  }
}
