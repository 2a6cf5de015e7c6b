import ClaimExtraction
import Testing

@Suite("Where claims can begin and end")
struct CandidateCutterTests {
  @Test("a noun that shares a relative clause with the one before it begins no claim")
  func relativeClauses() {
    let quotes = candidates("I was involved in the deployment and design that led to the release.")
    #expect(quotes.contains("I was involved in the deployment and design that led to the release"))
    #expect(!quotes.contains("design that led to the release"))
  }

  @Test("a verb after a conjunction begins a claim")
  func coordinations() {
    let quotes = candidates("I wrote the parser and design the tests.")
    #expect(quotes.isSuperset(of: ["I wrote the parser", "design the tests"]))
  }

  @Test("an address is a candidate where it is all there is, and else stands outside of claims")
  func addresses() {
    #expect(candidates("https://example.org/weft") == ["https://example.org/weft"])
    #expect(candidates("I wrote https://example.org/weft").allSatisfy { !$0.contains("://") })
  }

  @Test("brackets stay whole")
  func brackets() {
    let quotes = candidates("I moved the agents (meters, probes) to the new queue.")
    #expect(quotes.contains("I moved the agents (meters, probes) to the new queue"))
    #expect(!quotes.contains { $0.contains("(") != $0.contains(")") })
  }

  @Test("a bracket that is never closed parts nothing")
  func openBracket() {
    let quotes = candidates("I moved the agents (meters and tested the probes.")
    #expect(quotes.contains("I moved the agents (meters and tested the probes"))
  }

  @Test(
    "no claim ends on a word that wants another",
    arguments: [
      "I wrote the parser and in my view it works", "I worked on the router, and on our guides",
    ])
  func danglingWords(sentence: String) {
    let ends = candidates(sentence).compactMap { $0.split(separator: " ").last }
    #expect(Set(ends).isDisjoint(with: ["in", "my", "on", "our", "and"]))
  }

  private func candidates(_ sentence: String) -> Set<String> {
    let text = ScalarText(sentence)
    let layout = StatementLayout(text, own: [0..<text.count])
    return Set(
      layout.units.flatMap { unit in
        CandidateCutter().candidates(in: unit).map { text.string(layout.range(of: $0, in: unit)) }
      })
  }
}
