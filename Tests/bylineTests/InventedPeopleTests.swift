import Foundation
import TestSupport
import Testing

/// Invented people with a statement, a résumé, a small archive and a repository, read as a sceptic would:
/// what is said must come to the verdict that the records allow, and nothing may be guessed.
@Suite("Invented people, from files to verdicts", .enabled(if: Tool.isInstalled("git")))
struct InventedPeopleTests {
  private let place: InventedPlace

  init() throws { place = try InventedPlace() }

  @Test("a statement borne out by commits and results, and belied by the dates of a résumé")
  func ida() throws {
    try place.write(InventedPlace.statement, to: "ida.txt")
    try place.write(
      """
      # Ida Quill

      ## Experience

      **Engineer**, Brazier Works
      March 2009 - Present

      - Wrote the wick scheduler of Lantern
      """, to: "ida.md")
    let report = try place.report(on: "Ida Quill", "--statement", "ida.txt", "--resume", "ida.md")
    #expect(
      report.verdicts == [
        "corroborated: my candidacy for PTL", "corroborated: started the initial work",
        "corroborated: fixed the lens", "corroborated: current PTL",
        "consistent: mirror driver", "contradicted: 15 years",
      ])
    #expect(report.unclaimed == ["patch: a shade for the hinge", "thanks: a shade for the hinge"])
  }

  @Test("a résumé in plain text without dates: nothing is measured, nothing contradicted")
  func undated() throws {
    try place.write(InventedPlace.statement, to: "ida.txt")
    try place.write(
      """
      IDA QUILL

      EXPERIENCE

      Brazier Works, Engineer
      - Wrote the wick scheduler of Lantern
      """, to: "ida-resume.txt")
    let report = try place.report(
      on: "Ida Quill", "--statement", "ida.txt", "--resume", "ida-resume.txt")
    let length = report.verdicts.first { $0.hasSuffix("15 years") }
    #expect(length == "notFound: 15 years" || length == "notCheckable: 15 years", "\(length ?? "")")
    #expect(!report.verdicts.contains { $0.hasPrefix("contradicted") })
  }

  @Test("a person without posts or commits, whose résumé is in Spanish")
  func stranger() throws {
    try place.write(InventedPlace.statement, to: "ana.txt")
    try place.write(
      """
      # Ana Ruiz

      ## Experiencia laboral

      ### Ingeniera, Faroles del Sur
      enero de 2008 – marzo de 2011

      - Escribí el planificador de mechas
      """, to: "ana.md")
    let report = try place.report(on: "Ana Ruiz", "--statement", "ana.txt", "--resume", "ana.md")
    #expect(report.verdicts.count == 6)
    // Only announcing is done by the statement itself; nothing else has a record of its own.
    #expect(
      report.verdicts.filter { $0.hasPrefix("corroborated") } == [
        "corroborated: my candidacy for PTL"
      ])
    #expect(!report.verdicts.contains { $0.hasPrefix("partly") || $0.hasPrefix("contradicted") })
    #expect(report.notes.contains { $0.contains("no commit by Ana Ruiz") })
    #expect(report.unclaimed.isEmpty)
  }

  @Test("two people of one name: nothing is checkable, and both are named")
  func namesakes() throws {
    try place.write(InventedPlace.statement, to: "sam.txt")
    let report = try place.report(on: "Sam", "--statement", "sam.txt")
    #expect(report.verdicts.count == 6)
    #expect(report.verdicts.allSatisfy { $0.hasPrefix("notCheckable") }, "\(report.verdicts)")
    #expect(report.namesakes.count == 2)
  }

  @Test("a résumé of ten thousand lines is read whole")
  func long() throws {
    try place.write(InventedPlace.statement, to: "ida.txt")
    let lines = (1...10_000).map { "- Turned screw \($0) of the lantern" }.joined(separator: "\n")
    try place.write(
      "# Ida Quill\n\n## Experience\n\n### Brazier Works, Engineer\nMarch 2009 - Present\n\n\(lines)\n"
        + "- Wrote the mirror driver\n", to: "long.md")
    let report = try place.report(on: "Ida Quill", "--statement", "ida.txt", "--resume", "long.md")
    #expect(report.verdicts.contains("consistent: mirror driver"))
  }

  @Test("of very many positions held at once, a hundred pairs are told and the others counted")
  func positions() throws {
    try place.write(InventedPlace.statement, to: "ida.txt")
    let positions = (1...2000).map { "- **Works \($0)**, Engineer, 2001 to 2004" }
    try place.write(
      "# Ida Quill\n\n## Experience\n\n\(positions.joined(separator: "\n"))\n", to: "many.md")
    let report = try place.report(on: "Ida Quill", "--statement", "ida.txt", "--resume", "many.md")
    let overlaps = report.resumeFindings.filter { $0.kind == "overlap" }
    #expect(overlaps.count == 100)
    #expect(overlaps.last?.because.hasSuffix("; 1998900 more pairs of positions overlap") == true)
  }

  @Test(
    "a repository that is none, or empty, is a plain sentence in the report",
    arguments: [("nowhere", "cannot be read by git"), ("empty.git", "has no commit")])
  func badRepository(path: String, words: String) throws {
    try place.write(InventedPlace.statement, to: "ida.txt")
    try place.git(["init", "-q", "--bare", "empty.git"])
    let report = try place.report(on: "Ida Quill", "--statement", "ida.txt", "--git", path)
    #expect(report.notes.contains { $0.contains(path) && $0.contains(words) }, "\(report.notes)")
  }
}
