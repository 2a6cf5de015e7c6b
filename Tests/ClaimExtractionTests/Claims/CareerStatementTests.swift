import ArchiveStorage
import ClaimExtraction
import Foundation
import MailParsing
import TestSupport
import Testing

@Suite("Claims of a whole statement")
struct CareerStatementTests {
  private static let seed = Checkout.root
    .appendingPathComponent("seeds/openstack-dev-2013-10-09-tc-candidacy.txt")

  @Test("the seed post's claims are found, of the right kind and by its author")
  func seedPost() throws {
    let text = String(decoding: try Data(contentsOf: Self.seed), as: UTF8.self)
    let claims = ClaimExtractor().claims(in: text)
    let counts = Dictionary(grouping: claims, by: \.kind).mapValues(\.count)
    #expect(counts[.candidacy] == 2)
    #expect(counts[.tenure] == 3)
    #expect(counts[.role] == 2)
    #expect(counts[.event] == 2)
    #expect((counts[.contribution] ?? 0) >= 9)
    #expect((counts[.intent] ?? 0) >= 1)
    #expect(claims.allSatisfy { $0.actor == .author })
  }

  @Test("the head of a saved post dates its relative times and is no claim")
  func head() throws {
    let text = String(decoding: try Data(contentsOf: Self.seed), as: UTF8.self)
    let head = StatementHead(text)
    #expect(head.subject == "[openstack-dev] TC candidacy")
    #expect(head.writtenAt?.rfc3339 == "2013-10-09T23:05:32+00:00")
    let years = try #require(ClaimExtractor().claims(in: text).first { $0.kind == .tenure })
    #expect(years.time == "over 15 years")
    #expect(years.period == Period(months: 180, measure: .over))
  }

  @Test("hostile text is read to its end, every quote standing at its range")
  func hostile() {
    let long = String(repeating: "candidacy", count: 200_000)
    let lists = String(repeating: "- I wrote the PTL\n", count: 2_000)
    let nested = (0..<500).map { String(repeating: " ", count: $0) + "* my candidacy" }
      .joined(separator: "\n")
    let marks = String(repeating: "candidacy ((([[[\u{0}\u{FEFF}\u{301}\r\n", count: 3_000)
    for text in [long, lists, nested, marks] {
      let scalars = Array(text.unicodeScalars)
      for claim in ClaimExtractor().claims(in: text) {
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[claim.range])
        #expect(claim.quote.unicodeScalars.elementsEqual(words))
      }
    }
  }
}
