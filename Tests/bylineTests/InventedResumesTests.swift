import Foundation
import TestSupport
import Testing

/// Invented people of whom nothing but a statement and a résumé is known, each résumé in a habit of its
/// own: what bears a claim out, what belies it, and what is silent.
@Suite("Statements held against résumés, from files to verdicts")
struct InventedResumesTests {
  private let place: InventedPlace

  init() throws { place = try InventedPlace() }

  @Test(
    "JSON Resume: a post that has ended, an office begun later than is said, and one never held")
  func ended() throws {
    try place.write(
      """
      [lantern] Board candidacy

      Hi all,

      I would like to announce my candidacy for the Lantern board.

      I am a Principal Engineer at Ember. I have worked on Lantern since June 2010.
      I have been a core reviewer of Lantern since January 2009. I served as release liaison for Lantern.
      I wrote the mirror tests of Lantern. I also implemented the shutter for Lantern.

      In the next cycle I will rewrite the shutter of Lantern.
      """, to: "mara.txt")
    try place.write(
      """
      {"basics": {"name": "Mara Voss", "email": "mara@example.org"},
       "work": [
         {"name": "Kiln Systems", "position": "Staff Engineer", "startDate": "2011-01-03",
          "highlights": ["Wrote the mirror tests that Lantern runs each night"]},
         {"name": "Ember AG", "position": "Principal Engineer", "startDate": "2004-05",
          "endDate": "2010-12", "highlights": ["Ran Lantern in three cities from June 2010"]}],
       "volunteer": [
         {"organization": "Lantern", "position": "Core Reviewer", "startDate": "2010-06"}]}
      """, to: "mara.json")
    let report = try place.report(
      on: "Mara Voss", "--statement", "mara.txt", "--resume", "mara.json")
    expect(
      report,
      [
        ("I would like to announce my candidacy for the Lantern board", "corroborated", ""),
        (
          "I am a Principal Engineer at Ember", "contradicted",
          "Ember AG 2004-05 ends in December 2010, Kiln Systems 2011-01 starts in January 2011"
        ),
        ("I have worked on Lantern since June 2010", "consistent", "Ember AG 2004-05"),
        (
          "I have been a core reviewer of Lantern since January 2009", "contradicted",
          "Lantern 2010-06 starts in June 2010"
        ),
        ("I served as release liaison for Lantern", "notFound", "no such role"),
        (
          "I wrote the mirror tests of Lantern", "consistent",
          "names mirror tests under Kiln Systems"
        ),
        (
          "I also implemented the shutter for Lantern", "consistent",
          "tells of work on Lantern under Kiln Systems 2011-01"
        ),
        ("I will rewrite the shutter of Lantern", "notCheckable", "a plan"),
      ])
    #expect(!report.resumeFindings.contains { $0.kind == "titleDiffers" })
  }

  @Test(
    "plain text in columns: an employer returned to, another title, and an office by its long name")
  func returned() throws {
    try place.write(
      """
      [lantern] PTL candidacy

      I'd like to announce my candidacy for PTL of Lantern.

      I have been working at Brazier Works for over 10 years. I am the Director of Operations at
      Brazier Works. There I built the night watch platform. I have been the PTL of Shade for two years.
      I am a top contributor to Lantern. I helped with the move of Lantern to the new wick.
      """, to: "noor.txt")
    try place.write(
      """
      NOOR HADDAD
      Tromso

      WHAT DRIVES ME
      Lamps that burn all night and that nobody has to look after.

      THE WAY SO FAR

      02/2008 - now       Brazier Works
                          Head of Operations
                          - Built the night watch platform, which runs Lantern

      03/2001 - 08/2007   Brazier Works
                          Operator
                          - Kept the brazier lit

      09/2007 - 01/2008   Kiln Systems
                          Consultant
                          - Moved Oxbow to new halls

      COMMUNITY
      Project Team Lead of Shade, 2009 - 2011

      EDUCATION
      2000  MSc, Example College

      SKILLS
      C, Perl
      """, to: "noor-resume.txt")
    let report = try place.report(
      on: "Noor Haddad", "--statement", "noor.txt", "--resume", "noor-resume.txt")
    expect(
      report,
      [
        ("I'd like to announce my candidacy for PTL of Lantern", "corroborated", ""),
        (
          "I have been working at Brazier Works for over 10 years", "consistent",
          "March 2001 to September 2011 is 10 years 7 months"
        ),
        ("I am the Director of Operations at Brazier Works", "consistent", "under another title"),
        ("I built the night watch platform", "consistent", "under Brazier Works 2008-02"),
        ("I have been the PTL of Shade for two years", "consistent", "Project Team Lead of Shade"),
        ("I am a top contributor to Lantern", "notFound", ""),
        (
          "I helped with the move of Lantern to the new wick", "consistent",
          "tells of work on Lantern under Brazier Works 2008-02"
        ),
      ])
    let differing = report.resumeFindings.filter { $0.kind == "titleDiffers" }
    #expect(differing.map(\.entries) == [["Brazier Works 2008-02"]])
    #expect(
      report.resumeFindings.contains {
        $0.kind == "silentInPost" && $0.entries == ["Kiln Systems", "Oxbow"]
      })
    #expect(!report.resumeFindings.contains { $0.kind == "overlap" || $0.kind == "gap" })
  }

  private func expect(
    _ report: InventedPlace.Report, _ expected: [(quote: String, verdict: String, because: String)]
  ) {
    #expect(report.claims.count == expected.count, "\(report.claims.map(\.quote))")
    for (claim, row) in zip(report.claims, expected) {
      let quote = claim.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(quote == row.quote)
      #expect(claim.verdict == row.verdict, "\(quote): \(claim.because)")
      #expect(
        row.because.isEmpty || claim.because.contains(row.because), "\(quote): \(claim.because)")
    }
  }
}
