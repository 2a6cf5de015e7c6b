import ArchiveStorage
import ClaimExtraction
import Testing

@Suite("Events and credentials told by rule")
struct RareKindTests {
  @Test(
    "who took part in a gathering or spoke at one tells of an event",
    arguments: [
      "I have participated in my first Sparrow Summit in Utrecht",
      "I attended the second leadership training in Ghent",
      "I'm fortunate enough to have attended most of the summits",
      "gave two talks at the operators' day", "delivered three conference sessions last year",
      "I've also been presenting the project at lots of conferences",
      "we discussed it at the spring meetup", "I spent a week at the documentation sprint",
      "I participated in a bug squash day organised by the docs team",
    ])
  func events(words: String) { #expect(verdict(on: words) == .event) }

  @Test(
    "what is held, won or ranked is a credential",
    arguments: [
      "I hold two patents on replication", "master's degree in statistics from Uppsala",
      "I am currently ranked as the third reviewer of the guides", "am a top 0.5% contributor",
      "Top 10 contributor of the last release", "I provided the highest number of reviews",
      "I am one of the two authors of the book on Sparrow", "We received the best practice award",
    ])
  func credentials(words: String) { #expect(verdict(on: words) == .credential) }

  @Test(
    "work, plans and words that only look like them are neither",
    arguments: [
      "I organised the midcycle", "I will attend the next summit", "attend the next conference",
      "I helped to write the guide by joining in the sprint", "I wrote the talk scheduler",
      "we prioritised the plan at the summit", "I started the process for the award",
      "introduced a shared client certificate", "I have the highest degree of trust in them",
      "was a director of the Board of Certification in Ergonomics", "I go for a run every day",
      "my work was on an award winning platform",
    ])
  func neither(words: String) { #expect(verdict(on: words) == nil) }

  private func verdict(on words: String) -> Claim.Kind? {
    let text = ScalarText(words)
    let layout = StatementLayout(text, own: [0..<text.count])
    return layout.units.first.flatMap { RareKind.verdict(on: $0.tokens[...]) }
  }
}
