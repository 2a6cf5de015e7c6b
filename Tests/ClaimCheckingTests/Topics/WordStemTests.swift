import Testing

@testable import ClaimChecking

@Suite("Stems of words")
struct WordStemTests {
  @Test(
    "forms of a word have one stem, and what does any work is not what any work is called",
    arguments: [
      ("scheduler", "scheduling", true), ("filters", "filtering", true),
      ("updaters", "updater", true), ("updated", "updates", true), ("updater", "update", false),
      ("provider", "provides", false), ("worker", "works", false), ("general", "generic", false),
    ])
  func pairs(one: String, other: String, isSame: Bool) {
    #expect((WordStem.of(one) == WordStem.of(other)) == isSame)
  }

  @Test(
    "several of a thing are met as one word, too",
    arguments: [
      ("multiple tenant networks", "Enable multitenant networks", true),
      ("multiple tenant networks", "Enable networks of multiple tenants", true),
      ("multiple tenant networks", "Enable multicast networks", false),
    ])
  func multiple(topic: String, subject: String, isNamed: Bool) {
    #expect(Topic(topic).isNamed(by: Words.stems(of: subject)) == isNamed)
  }
}
