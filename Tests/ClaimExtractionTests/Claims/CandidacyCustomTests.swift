import ArchiveStorage
import ClaimExtraction
import MailParsing
import Testing

/// Posts as communities with elections of their own send them; all people are invented.
@Suite("Candidacies by the customs of communities")
struct CandidacyCustomTests {
  /// A post in which somebody runs, and for what.
  struct Run: CustomTestStringConvertible, Sendable {
    var subject: String
    var text: String
    var office: String?
    var project: String?
    var testDescription: String { subject }
  }

  private static let runs: [Run] = [
    // Distributions that elect a leader.
    Run(
      subject: "Nomination for DPL 2031",
      text: """
        Dear fellow developers,

        with this mail I hereby nominate myself for the 2031 Project Leader election.

        My platform will be sent to the secretary in the coming days.
        -- \u{20}
        Ada Ortiz
        """, office: "dpl"),
    Run(
      subject: "DPL candidacy 2031",
      text: "Hi,\n\nas I did last year, I'm throwing my hat in the ring.\n\nAda\n",
      office: "dpl"),
    Run(
      subject: "Self-nomination for Debian Project Leader",
      text: "Hi -vote,\n\nI nominate myself.\n\nBea Lund\n", office: "dpl"),
    Run(
      subject: "My plans for the next year",
      text: """
        Hello,

        After ten years of packaging I want to be your next Debian Project Leader, and so I am
        declaring my candidacy in this year's election.
        """, office: "dpl"),
    // Projects that elect a committee of engineers and a council.
    Run(
      subject: "FESCo Elections: nomination",
      text: """
        Hi all,

        I would like to nominate myself for a seat on FESCo for the next two releases. I maintain
        the build tools and have been a provenpackager for six years.
        """, office: "fesco"),
    Run(
      subject: "Council election: Engineering representative",
      text: "I'd like to run again for the elected representative seat on the Council.\n",
      office: "council"),
    Run(
      subject: "Interview with Cem Aydin, who is running for the Mindshare Committee",
      text: "This is a part of the elections interview series. I am a candidate for the Mindshare "
        + "Committee because I want more meetups.\n", office: "committee"),
    // Foundations with a board.
    Run(
      subject: "Board nomination statement: Ada Ortiz",
      text: """
        Nomination statement

        I am running for the board of directors for the first time. I have chaired the grants
        working group since 2027.
        """, office: "board"),
    Run(
      subject: "Steering Council nomination: Bea Lund",
      text: "I am nominating myself to serve on the 2032 Steering Council. I have been a core "
        + "developer since 2019.\n", office: "steering council"),
    Run(
      subject: "[members] Director statement",
      text: """
        Thank you to Cem for nominating me. I accept the nomination to stand for the board again.

        == Position statement ==

        I was first elected a director in 2028.
        """, office: "board"),
    Run(
      subject: "Candidacy for the Board of Directors",
      text: """
        Name: Ada Ortiz
        E-mail: ada at example.org
        Corporate affiliation: none

        Dear foundation members,

        I would like to announce my candidacy for the board of directors. I have translated the desktop
        for eight years.
        """, office: "board"),
    // Distributions with a council whose members are nominated by others.
    Run(
      subject: "Council nominations 2031/2032",
      text: "Hi,\n\nI hereby accept my nomination for the council.\n\nCem\n", office: "council"),
    Run(
      subject: "Council manifesto",
      text: "Hello,\n\nas I am standing for the Sparrow Council again, here is my manifesto.\n",
      office: "council"),
    Run(
      subject: "Trustees election",
      text: "I would like to nominate myself as a trustee of the foundation.\n", office: "trustee"),
    // Teams that elect a lead for a cycle.
    Run(
      subject: "[ptl][sparrow] Ada Ortiz for Sparrow PTL",
      text: "I want to run for Sparrow PTL once more, since there is work left.\n", office: "ptl",
      project: "sparrow"),
  ]

  @Test("who runs is found, and for what", arguments: runs)
  func found(run: Run) throws {
    let found = try #require(
      CandidacyDetector().candidacy(in: run.text, subject: run.subject))
    #expect(found.office == run.office)
    if let project = run.project { #expect(found.project == project) }
    let quoted = Array(run.text.unicodeScalars)[found.claim.range]
    #expect(found.claim.quote.unicodeScalars.elementsEqual(quoted))
  }

  @Test(
    "who nominates another, seconds, asks, declines or counts does not run",
    arguments: [
      ("Council nominations", "I'd like to nominate Bea Lund for the council.\n"),
      ("Council nominations", "I nominate the following people for the council: Bea and Cem.\n"),
      ("Re: Nomination for DPL 2031", "Seconded.\n\n> I hereby nominate myself as a candidate.\n"),
      ("Council nominations", "Thank you, but I decline the nomination for the council.\n"),
      ("Council nominations", "I have to decline my nomination this year.\n"),
      ("DPL election", "Nominations are open until Friday. So far nobody is running.\n"),
      ("Bits from the DPL", "This month I spent my time as the project leader on the budget.\n"),
      ("Questions for the candidates", "What would you do as DPL if the money ran out?\n"),
      ("Board election", "I am not running for the board this time, please consider others.\n"),
      ("Board election", "I have been asked to run the election for the board, and accepted.\n"),
      ("Election results", "I am happy to announce that Ada was elected to the council.\n"),
      ("Steering council", "I think that Bea should run for the steering council.\n"),
      ("Vote", "I voted for Ada as project leader because she would serve us well.\n"),
      ("Council meeting", "I would like to propose that the council vote on my proposal.\n"),
    ])
  func notRunning(subject: String, text: String) {
    #expect(CandidacyDetector().candidacy(in: text, subject: subject) == nil)
  }
}
