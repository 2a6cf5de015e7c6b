import ArchiveStorage
import ClaimExtraction
import Foundation
import MailParsing
import TestSupport
import Testing

@Suite("Claims of stored posts")
struct StoredPostTests {
  private static let corpora = ["imagej-pipermail.tar.xz", "twisted-old-pipermail.tar.xz"]

  /// Every so manieth month; `byline-bench claims` reads every post of a list and fails likewise.
  private static let stride = 12

  @Test(
    "every quote stands at its range, claims follow one another, and a candidacy is quoted as it stands",
    .enabled(if: corpora.allSatisfy { Corpus.unpacked($0) != nil }), arguments: corpora)
  func quotes(corpus: String) throws {
    let folder = try #require(Corpus.unpacked(corpus))
    let months = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".txt") && !$0.contains("attachments") }.sorted()
    let extractor = ClaimExtractor()
    let detector = CandidacyDetector()
    var posts = 0
    for place in Swift.stride(from: 0, to: months.count, by: Self.stride) {
      let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(months[place])))
      guard let dialect = MboxRecognition(recognizing: bytes.span)?.dialect else { continue }
      for entry in MboxReader(dialect: dialect).entries(in: bytes.span) {
        let post = MessageParser().parse(bytes.span, entry: entry, dialect: dialect).message
        let scalars = ScalarText(post.text)
        var end = 0
        for claim in extractor.claims(
          in: post.text, subject: post.subject, writtenAt: post.sentAt)
        {
          try #require(claim.range.lowerBound >= end && claim.range.upperBound <= scalars.count)
          #expect(scalars.string(claim.range) == claim.quote)
          end = claim.range.upperBound
        }
        if let found = detector.candidacy(in: post.text, subject: post.subject) {
          #expect(scalars.string(found.claim.range) == found.claim.quote)
        }
        posts += 1
      }
    }
    #expect(posts > 300)
  }
}
