import ArchiveStorage
import ClaimExtraction
import MailParsing
import Testing

@Suite("Candidacies among posts")
struct CandidacyDetectorTests {
  @Test("a post that announces a candidacy is found, with office, project and cycle")
  func announced() throws {
    let found = try #require(
      CandidacyDetector().candidacy(
        in:
          "Hi all,\n\nI would like to announce my candidacy for PTL of Sparrow for the Newton cycle.\n"
      ))
    #expect(found.office == "ptl")
    #expect(found.project == "sparrow")
    #expect(found.cycle == "newton")
    #expect(found.claim.kind == .candidacy)
    #expect(!found.isInSubject)
  }

  @Test(
    "an announcement is found by its words alone, however it is put",
    arguments: [
      "I nominate myself for the Steering Council.",
      "I'm running for the Technical Committee again, and here is why.",
      "This is my self-nomination for project leader.",
      "I am standing for re-election to the council.",
      "Please consider my candidacy for another term on the board.",
      "I'd like to throw my hat into the ring for the TC.",
      "I am putting my name forward for the seat of treasurer.",
      "I would like to continue as the Sparrow PTL for another cycle.",
      "I've decided to run for PTL of Sparrow.",
      "I accept the nomination.",
    ])
  func byWords(sentence: String) {
    let text = "Hello everyone,\n\n\(sentence) I have fixed some bugs.\n\nAda\n"
    #expect(CandidacyDetector().candidacy(in: text) != nil)
  }

  @Test(
    "every community has its own way of running",
    arguments: [
      ("I hereby nominate myself for the role of Debian Project Leader.", "dpl"),
      ("With this mail I nominate myself as a candidate for the 2025 DPL elections.", "dpl"),
      ("I would like to put myself forward as a candidate for Debian Project Leader.", "dpl"),
      ("I am self-nominating for DPL this year.", "dpl"),
      ("After some thought, I will be running for DPL again.", "dpl"),
      ("I would like to stand for the board of directors this year.", "board"),
      ("I accept the nomination to stand for the board.", "board"),
      ("I would be honoured to serve on the board for another year.", "board"),
      ("I am nominating myself for the 2024 Steering Council.", "steering council"),
      ("I'm throwing my hat in the ring for the Steering Council.", "steering council"),
      ("I'd like to announce my candidacy for the Foundation's Board of Directors.", "board"),
      ("I'd like to run for a seat on the Foundation board.", "board"),
      ("I have decided to run for the Sparrow Council.", "council"),
      ("I accept my nomination for the council.", "council"),
      ("I am running for treasurer of Sparrow e.V.", "treasurer"),
      ("Please count me in as a candidate for the position of secretary.", "secretary"),
      ("I would like to stand as a candidate for the office of president.", "president"),
      ("I offer myself as a candidate for chair.", "chair"),
      ("I am proposing myself for PTL of the Sparrow project.", "ptl"),
      ("It is time for me to run again for the Sparrow PTL position.", "ptl"),
      ("I would love the opportunity to be the PTL one more time.", "ptl"),
      ("I'd like to throw in my hats for the Sparrow PTL election.", "ptl"),
    ])
  func communities(sentence: String, office: String) throws {
    let text = "Hello everyone,\n\n\(sentence) I have fixed some bugs.\n\nAda\n"
    let found = try #require(CandidacyDetector().candidacy(in: text))
    #expect(found.office == office)
  }

  @Test(
    "those who talk of an election do not run in it",
    arguments: [
      "I second the nomination of Bea for the board.", "Bea is running for DPL, and I support her.",
      "Congratulations on your nomination for the council!", "Who is running for the board?",
      "I am running the board election this year.", "I will stand down as DPL in April.",
      "I'm stepping down as PTL.", "I would vote for Bea as secretary.",
      "The candidates for treasurer are listed on the page I made.",
      "I thought that the council would nominate a leader.",
      "I propose that the committee meets on Monday.",
      "I submitted the patch to the board maintainers.",
      "I would like to ask the candidates for DPL a question.",
    ])
  func spectators(sentence: String) {
    let text = "Hello everyone,\n\n\(sentence) I have fixed some bugs.\n\nAda\n"
    #expect(CandidacyDetector().candidacy(in: text) == nil)
  }

  @Test(
    "a subject announces what a modest text only hints at",
    arguments: [
      ("[openstack-dev] [PTL][Sparrow] PTL candidacy", "ptl", "sparrow"),
      ("[all][tc] TC Candidacy", "tc", nil),
      ("Candidacy for the Steering Council", "steering council", nil),
      ("Self-nomination: Sparrow PTL", "ptl", "sparrow"),
      ("[election] Ada Ortiz running for the board of directors", "board", nil),
    ] as [(String, String, String?)])
  func bySubject(subject: String, office: String, project: String?) throws {
    let text = "Hello,\n\nI have been with you since the beginning and hope to stay.\n\nAda\n"
    let found = try #require(CandidacyDetector().candidacy(in: text, subject: subject))
    #expect(found.office == office)
    #expect(found.project == project)
    #expect(found.isInSubject)
    #expect(CandidacyDetector().candidacy(in: text) == nil)
  }

  @Test("the next cycle is the one after the day of the post")
  func nextCycle() throws {
    let found = try #require(
      CandidacyDetector().candidacy(
        in: "I would like to run for PTL of Sparrow.\n\nFor the next cycle I plan more tests.\n",
        writtenAt: MailDate(secondsSinceEpoch: 1_458_000_000, zoneOffsetMinutes: 0)))
    #expect(found.cycle == "newton")
  }

  @Test(
    "ordinary posts are none",
    arguments: [
      "Hi,\n\nthe build fails with the new compiler. Could you try again?\n",
      "We need a candidate for the release. I ran the tests and two of them fail.\n",
      "Hi,\n\nI am running in SMP mode on two boxes.\n",
      "Hello all,\n\nI am now running with the current git tip.\n",
      "I'm running a kernel for the Malta board as the lead developer told me to.\n",
      "I would nominate this patch for the stable branch.\n",
      "I nominate Bea for the core team, her reviews are excellent.\n",
      "I will not run for PTL again; thanks to all who helped.\n",
      "I withdraw my candidacy for the council.\n",
      "FYI\n\n---------- Forwarded message ----------\nFrom: Bea <bea@example.org>\n"
        + "Date: Mon, 3 May 2004 10:00:00 +0000\nSubject: candidacy\n\n"
        + "I would like to announce my candidacy for PTL of Sparrow.\n",
    ])
  func ordinary(text: String) {
    #expect(CandidacyDetector().candidacy(in: text) == nil)
  }

  @Test(
    "a reply to a candidacy, and what the officials of an election write, are none",
    arguments: [
      ("Re: [PTL] Sparrow PTL candidacy", "> I announce my candidacy.\n\n+1, I wish you luck!\n"),
      ("RE: Sparrow PTL candidacy", "confirmed, I have added my signature\n"),
      ("AW: TC candidacy", "I support my colleague's candidacy.\n"),
      ("Call for candidates: PTL", "I am happy to announce that nominations are open.\n"),
      ("[elections] PTL candidacy deadline", "I remind you all that my mail of Monday holds.\n"),
      ("Will this board run our system?", "I have one here and my compiler is ready.\n"),
      ("[all] PTL election results", "I congratulate the new leads.\n"),
    ])
  func notOwn(subject: String, text: String) {
    #expect(CandidacyDetector().candidacy(in: text, subject: subject) == nil)
  }
}
