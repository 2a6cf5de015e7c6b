import Testing

@testable import ClaimChecking

@Suite("What an employer is called")
struct OrganisationTests {
  @Test(
    "a text names an employer by its whole name or a short one",
    arguments: [
      ("Amber Analytics", "I work at Amber Analytics"),
      ("Amber Analytics", "I am a staff engineer at Amber"),
      ("Amber Analytics", "I am an Amber Senior Engineer"),
      ("Amber Lamp Norge AS", "I am with Amber Lamp"),
      ("Lamplight Oil AS", "my time at Lamplight Oil"),
      ("Amber Box Machines", "ABM let me"),
      ("Tallow s.r.o.", "since I joined Tallow"),
    ])
  func named(name: String, text: String) throws {
    let place = try #require(Organisation(name)).place(in: Words.of(text))
    #expect(place != nil)
  }

  @Test(
    "words that only look like its name are none of it",
    arguments: [
      ("Amber Analytics", "an amber light"),
      ("Amber Analytics", "the Amber Foods warehouse"),
      ("Amber Lamp Norge AS", "the Amber Lamp Company"),
      ("United Tallow", "the United crowd"),
      ("Python Works", "I write Python"),
      ("Amber Box Machines", "abm of it"),
    ])
  func notNamed(name: String, text: String) throws {
    let place = try #require(Organisation(name)).place(in: Words.of(text))
    #expect(place == nil)
  }

  @Test("a project, and what a statement is about, go by whole names alone")
  func whole() throws {
    let words = Words.of("I am on the Lantern board")
    #expect(try #require(Organisation("Lantern Guild", isEmployer: false)).place(in: words) == nil)
    #expect(try #require(Organisation("Lantern Guild")).place(in: words, taken: ["lantern"]) == nil)
  }
}
