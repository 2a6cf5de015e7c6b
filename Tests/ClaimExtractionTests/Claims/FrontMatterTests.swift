import ArchiveStorage
import ClaimExtraction
import Testing

@Suite("Claims of a candidate's page")
struct FrontMatterTests {
  private static let page = """
    ---
    name: Wilma Arkwright
    employer: Thistle Systems
    slack: wilma
    ---

    ## SIGS

    - Chair, SIG Weaving
    - Tech lead, SIG Docs

    ## What I have done

    - Wrote the loom driver
    - Led the 2.4 release
    - Spoke at LoomCon 2019

    ## What I'll do

    - Publish the minutes of every meeting
    - Reduce the time that a review takes

    ## Resources about me

    - [GitHub](https://git.example.org/wilma)
    - [Website](https://wilma.example.org)
    """

  @Test("fields, headings and lists are read as what they are")
  func kinds() {
    let claims = ClaimExtractor().claims(in: Self.page)
    func quotes(_ kind: Claim.Kind) -> [String] {
      claims.filter { $0.kind == kind }.map(\.quote)
    }
    #expect(quotes(.role) == ["Thistle Systems", "Chair, SIG Weaving", "Tech lead, SIG Docs"])
    #expect(quotes(.contribution) == ["Wrote the loom driver", "Led the 2.4 release"])
    #expect(quotes(.event) == ["Spoke at LoomCon 2019"])
    #expect(
      quotes(.intent) == [
        "Publish the minutes of every meeting", "Reduce the time that a review takes",
      ])
  }

  @Test("an address that is all an item says is a claim where a deed governs the list")
  func namedByAddress() {
    let page = """
      I would like to announce my candidacy for the weaving council.

      Packages that I maintain:

      (all of them in the main section)
      * https://packages.example.org/weft
      * https://packages.example.org/warp

      Where to find me:

      * https://blog.example.org/wilma
      """
    let quotes = ClaimExtractor().claims(in: page).filter { $0.kind == .contribution }.map(\.quote)
    #expect(
      quotes == ["https://packages.example.org/weft", "https://packages.example.org/warp"])
  }

  @Test("the address of a page is in no quote")
  func addresses() {
    #expect(ClaimExtractor().claims(in: Self.page).allSatisfy { !$0.quote.contains("://") })
  }
}
