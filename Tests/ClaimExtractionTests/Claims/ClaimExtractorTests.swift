import ArchiveStorage
import ClaimExtraction
import Testing

@Suite("Claims of a statement")
struct ClaimExtractorTests {
  private static let statement = """
    Hi everyone,

    I would like to announce my candidacy for PTL of Example for the Newton cycle.

    I have been working on Example since Liberty. I implemented the new storage driver.
    It rained a lot last week.

    For the next cycle I would like to focus on improving the test coverage.

    Thanks,
    Ada
    """

  @Test("a quote is the text at its range, in order and without overlap")
  func quotesStandInTheText() {
    let scalars = Array(Self.statement.unicodeScalars)
    var end = 0
    for claim in ClaimExtractor().claims(in: Self.statement) {
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[claim.range])
      #expect(claim.quote == String(words))
      #expect(claim.range.lowerBound >= end)
      end = claim.range.upperBound
    }
  }

  @Test("a plain statement gives its candidacy, its tenure, its work and its plan")
  func kinds() {
    let kinds = ClaimExtractor().claims(in: Self.statement).map(\.kind)
    #expect(kinds == [.candidacy, .tenure, .contribution, .intent])
  }

  @Test(
    "one sentence of a post says what its author is, however far the post stands from it",
    arguments: [
      "I\u{2019}m a core reviewer of Sparrow.", "I've been a member of the board since 2015.",
      "I am currently a principal software engineer at Sparrow Networks.",
      "I have had the pleasure of serving on the technical committee.",
    ])
  func roleInPassing(sentence: String) {
    let post =
      "Hi,\n\nthe build fails with the new compiler here.\n\n\(sentence)\n\nCould you try again?\n"
    let kinds = ClaimExtractor().claims(in: post).map(\.kind)
    #expect(kinds.contains(.role) || kinds.contains(.tenure), "\(kinds)")
  }

  @Test("a text without words gives no claims", arguments: ["", "\n\n", "   ", "...", "-----"])
  func nothing(text: String) {
    #expect(ClaimExtractor().claims(in: text).isEmpty)
  }
}
