import ArchiveStorage
import ClaimExtraction
import Testing

@Suite("Candidacies among posts")
struct CandidacyDetectorTests {
  private func statement(_ text: String) -> Statement {
    .document(
      Document(kind: .statement, path: "post.txt", sha256: "", text: text), writtenAt: nil)
  }

  @Test("a post that announces a candidacy is found, with its office")
  func announced() throws {
    let found = try #require(
      CandidacyDetector().candidacy(
        in: statement(
          "Hi all,\n\nI would like to announce my candidacy for PTL of Sparrow for the Newton cycle.\n"
        )))
    #expect(found.office == "ptl")
    #expect(found.claim.kind == .candidacy)
    #expect(!found.isInSubject)
  }

  @Test(
    "ordinary posts, and replies to a candidacy, are none",
    arguments: [
      "Hi,\n\nthe build fails with the new compiler. Could you try again?\n",
      "> I would like to announce my candidacy for PTL of Sparrow.\n\n+1, good luck!\n",
      "We need a candidate for the release. I ran the tests and two of them fail.\n",
      "Hi,\n\nI am running in SMP mode on two boxes.\n",
      "Hello all,\n\nI am now running with the current git tip.\n",
    ])
  func ordinary(text: String) {
    #expect(CandidacyDetector().candidacy(in: statement(text)) == nil)
  }
}
