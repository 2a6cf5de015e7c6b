import ArchiveStorage
import MailParsing
import Reporting
import ResumeReading

/// A dossier of invented people, with every kind of citation and most verdicts.
enum Invented {
  static let resumeText = """
    Ada Example
    Platform engineer, Example Networks, 2008-04 to 2011-02
    Wrote the importer; call +49 30 1234567
    Maintainer, Example Archive, 2011-03 to present
    """

  static var dossier: Dossier {
    Dossier(
      generatedAt: "2014-01-15T12:00:00Z",
      person: Person(
        id: 1, name: "Ada Example",
        identities: [
          Address(name: "Ada Example", email: "ada@example.org"),
          Address(name: "A. Example", email: "ada.example@example.net"),
        ],
        merges: [
          .init(with: "ada.example@example.net", because: "same name in two signatures")
        ], messageCount: 12),
      claims: claims, resume: resume, resumeDocument: resumeDocument,
      resumeFindings: [
        ResumeFinding(
          kind: .silentInPost, entries: ["Example Networks 2008-04"],
          because: "no post mentions Example Networks",
          citations: [inResume("Platform engineer, Example Networks")])
      ],
      unclaimedWork: [
        UnclaimedWork(
          kind: .commits, topic: "src/lock", from: "2010-05-04T10:00:00+02:00",
          to: "2010-07-04T10:00:00+02:00", recordCount: 4, citations: [commit]),
        UnclaimedWork(
          kind: .thanks, topic: "A lock table <b>", from: "2013-10-09T23:05:32+00:00",
          to: "2013-10-09T23:05:32+00:00", recordCount: 1,
          citations: [post("Thanks, Ada", in: "Thanks, Ada, for the patch. -- ben@example.org")]),
      ],
      sources: [
        DossierSource(
          kind: .archive, path: "archives/2013-October.txt",
          sha256: String(repeating: "a", count: 64),
          from: "2013-10-01", to: "2013-10-31", messages: 40)
      ],
      coverage: DossierCoverage(months: 3, missing: ["2013-11"], messages: 41, defects: 2),
      notes: ["the repository is shallow"])
  }

  static func post(_ words: String, in text: String) -> Citation {
    .message(
      MessageCitation(
        path: "archives/2013-October.txt", member: nil,
        entrySHA256: String(repeating: "b", count: 64), entry: 0..<640,
        messageID: "1@example.org", range: range(of: words, in: text),
        quote: TextQuote(of: range(of: words, in: text), in: text),
        sentAt: "2013-10-09T23:05:32+00:00", author: "Ada Example",
        links: ["https://lists.example.org/1", "javascript:alert(1)"]))
  }

  static func inResume(_ words: String) -> Citation {
    .document(DocumentCitation(resumeDocument, range: range(of: words, in: resumeText)))
  }

  static let commit = Citation.commit(
    CommitCitation(
      repository: "importer.git", commit: String(repeating: "c", count: 40),
      path: "src/import.c", subject: "import: read mbox", author: "Ada Example <ada@example.org>",
      authoredAt: "2010-05-04T10:00:00+02:00", committedAt: "2010-05-05T10:00:00+02:00"))

  private static let resumeDocument = Document(
    kind: .resume, path: "ada.md", sha256: String(repeating: "d", count: 64), text: resumeText)

  private static var resume: Resume {
    var resume = Resume(text: resumeText)
    resume.basics.name = "Ada Example"
    let middle = range(of: "Maintainer", in: resumeText).lowerBound
    var first = Resume.Entry(
      section: .work, name: "Example Networks", range: 12..<middle, headingRange: 12..<68)
    first.position = "Platform engineer"
    first.startDate = PartialDate(year: 2008, month: 4)
    first.endDate = PartialDate(year: 2011, month: 2)
    first.highlights = [.init(text: "Wrote the importer; call +49 30 1234567", range: 68..<107)]
    var second = Resume.Entry(
      section: .work, name: "Example Archive",
      range: middle..<resumeText.unicodeScalars.count,
      headingRange: middle..<resumeText.unicodeScalars.count)
    second.position = "Maintainer"
    second.startDate = PartialDate(year: 2011, month: 3)
    second.isCurrent = true
    resume.entries = [first, second]
    return resume
  }

  private static let text = """
    I wrote the importer in 2010. Ask ben@example.org, who led the review.
    I hold a degree in <script>alert("history")</script>\u{202E}.
    """

  private static var claims: [CheckedClaim] {
    var wrote = claim("I wrote the importer in 2010", .contribution)
    wrote.strength = .did
    wrote.topics = ["importer"]
    wrote.time = "in 2010"
    wrote.period = Period(start: PartialDate(year: 2010), end: PartialDate(year: 2010))
    let review = claim("Ask ben@example.org, who led the review", .contribution, by: .other)
    let degree = claim(#"a degree in <script>alert("history")</script>"# + "\u{202E}", .credential)
    return [
      CheckedClaim(
        id: "c1", claim: wrote, citation: post(wrote.quote, in: text),
        statedAt: "2013-10-09T23:05:32+00:00",
        findings: [
          Finding(
            .git, .supports, specificity: .specific, keeper: .others, shows: .did,
            telling: Telling(.commits, asStrong: 3, of: 1204),
            because: "one commit touches the importer", citations: [commit]),
          Finding(
            .resume, .supports, specificity: .general, keeper: .claimant,
            because: "the résumé names it", citations: [inResume("Wrote the importer")]),
        ],
        verdict: Verdict(
          .corroborated, because: "The repository shows it.",
          wouldChangeIf: "commits to src/import.c by another author in 2010",
          telling: Telling(.commits, asStrong: 3, of: 1204))),
      CheckedClaim(
        id: "c2", claim: review, citation: post(review.quote, in: text),
        statedAt: "2013-10-09T23:05:32+00:00",
        findings: [Finding(.archive, .silent, because: "no post by ben@example.org is held")],
        verdict: Verdict(
          .notFound, because: "Every record was silent.", wouldChangeIf: "a review by Ben")),
      CheckedClaim(
        id: "c3", claim: degree, citation: post(degree.quote, in: text),
        statedAt: "2013-10-09T23:05:32+00:00", findings: [],
        verdict: Verdict(
          .notCheckable, because: "No record here speaks of degrees.",
          wouldChangeIf: "a register of degrees")),
    ]
  }

  private static func claim(
    _ quote: String, _ kind: Claim.Kind, by actor: Claim.Actor = .author
  ) -> Claim {
    Claim(quote: quote, range: range(of: quote, in: text), kind: kind, actor: actor)
  }

  private static func range(of words: String, in text: String) -> Range<Int> {
    let (text, words) = (Array(text.unicodeScalars), Array(words.unicodeScalars))
    let start =
      text.indices.first { text[$0...].prefix(words.count).elementsEqual(words) } ?? 0
    return start..<start + words.count
  }
}
