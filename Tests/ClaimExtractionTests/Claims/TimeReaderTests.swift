import ArchiveStorage
import ClaimExtraction
import MailParsing
import ResumeReading
import Testing

@Suite("Times of claims")
struct TimeReaderTests {
  /// 1 March 2016: the Mitaka cycle, Newton next.
  private static let day = MailDate(secondsSinceEpoch: 1_456_800_000, zoneOffsetMinutes: 0)

  /// The time of a text's last sentence, read whole as a claim of a kind.
  private func time(
    of text: String, kind: Claim.Kind, calendar: ReleaseCalendar = .openStack
  ) -> (words: String, period: Period?)? {
    time(ofSentence: nil, of: text, kind: kind, calendar: calendar)
  }

  /// The time of a sentence by its index; without one of the last.
  private func time(
    ofSentence index: Int?, of text: String, kind: Claim.Kind,
    calendar: ReleaseCalendar = .openStack
  ) -> (words: String, period: Period?)? {
    let scalars = ScalarText(text)
    let layout = StatementLayout(scalars, own: [0..<scalars.count], calendar: calendar)
    var reader = TimeReader(calendar: calendar, writtenAt: Self.day, layout: layout)
    guard !layout.units.isEmpty else { return nil }
    return reader.time(ofSentence: index ?? layout.units.count - 1, kind: kind)
  }

  @Test(
    "words that date are found and mean what the day and the calendar make of them",
    arguments: [
      (
        "I have been there for a little over 3 years", "a little over 3 years",
        Period(months: 36, measure: .over)
      ),
      (
        "I have led it for more than a year and a half", "more than a year and a half",
        Period(months: 18, measure: .over)
      ),
      (
        "I have been PTL over the past two cycles", "over the past two cycles",
        Period(months: 12, measure: .about)
      ),
      (
        "I joined in 2013", "in 2013",
        Period(start: PartialDate(year: 2013), end: PartialDate(year: 2013))
      ),
      (
        "I joined last year", "last year",
        Period(start: PartialDate(year: 2015), end: PartialDate(year: 2015))
      ),
      (
        "I have been core since March 2014", "since March 2014",
        Period(start: PartialDate(year: 2014, month: 3))
      ),
      (
        "I started three years ago", "three years ago",
        Period(start: PartialDate(year: 2013, month: 3))
      ),
      (
        "I have been core since the Liberty cycle", "since the Liberty cycle",
        Period(start: PartialDate(year: 2015, month: 5, day: 1))
      ),
      (
        "I fixed the gate last cycle", "last cycle",
        Period(
          start: PartialDate(year: 2015, month: 5, day: 1),
          end: PartialDate(year: 2015, month: 10, day: 15))
      ),
      (
        "I plan to add tests in the N cycle", "in the N cycle",
        Period(
          start: PartialDate(year: 2016, month: 4, day: 8),
          end: PartialDate(year: 2016, month: 10, day: 6))
      ),
      (
        "I was its liaison during Liberty and Mitaka", "during Liberty and Mitaka",
        Period(
          start: PartialDate(year: 2015, month: 5, day: 1),
          end: PartialDate(year: 2016, month: 4, day: 7))
      ),
      (
        "I led it for Juno, Kilo and the Liberty cycle", "Juno, Kilo and the Liberty cycle",
        Period(
          start: PartialDate(year: 2014, month: 4, day: 18),
          end: PartialDate(year: 2015, month: 10, day: 15))
      ),
      (
        "I have led it for 3 development cycles since Liberty",
        "3 development cycles since Liberty",
        Period(start: PartialDate(year: 2015, month: 5, day: 1))
      ),
      (
        "I led it for the last two cycles (Kilo and Liberty)",
        "the last two cycles (Kilo and Liberty)",
        Period(
          start: PartialDate(year: 2014, month: 10, day: 17),
          end: PartialDate(year: 2015, month: 10, day: 15))
      ),
      (
        "I was elected at the Mitaka Design Summit in 2015", "at the Mitaka Design Summit in 2015",
        Period(start: PartialDate(year: 2015), end: PartialDate(year: 2015))
      ),
      ("We met before the next summit", "before the next summit", nil),
      (
        "I have been on it since the Fall of 2011", "since the Fall of 2011",
        Period(start: PartialDate(year: 2011))
      ),
      (
        "I was its editor from 2009 to 2012", "from 2009 to 2012",
        Period(start: PartialDate(year: 2009), end: PartialDate(year: 2012))
      ),
      (
        "I was its editor in 2009-2012", "in 2009-2012",
        Period(start: PartialDate(year: 2009), end: PartialDate(year: 2012))
      ),
      (
        "I have packaged it since the 1990s", "since the 1990s",
        Period(start: PartialDate(year: 1990))
      ),
      (
        "I began in mid-2012", "in mid-2012",
        Period(start: PartialDate(year: 2012), end: PartialDate(year: 2012))
      ),
      (
        "I have been core since 2014.05", "since 2014.05",
        Period(start: PartialDate(year: 2014, month: 5))
      ),
      (
        "I became core in May last year", "in May last year",
        Period(start: PartialDate(year: 2015), end: PartialDate(year: 2015))
      ),
      ("I have worked on it for ~7 years", "~7 years", Period(months: 84, measure: .about)),
      (
        "I have worked on it for around ~four~ years now", "around ~four~ years now",
        Period(months: 48, measure: .about)
      ),
      ("I have looked after it for some time now", "some time now", nil),
      (
        "I led it for the last 2 cycles, namely Kilo and Liberty",
        "the last 2 cycles, namely Kilo and Liberty",
        Period(
          start: PartialDate(year: 2014, month: 10, day: 17),
          end: PartialDate(year: 2015, month: 10, day: 15))
      ),
      (
        "Within these 5 cycles I led three teams", "Within these 5 cycles",
        Period(months: 30, measure: .about)
      ),
      (
        "I mentored two interns from May-August 2015", "from May-August 2015",
        Period(
          start: PartialDate(year: 2015, month: 5), end: PartialDate(year: 2015, month: 8))
      ),
      (
        "I wrote it during the 2014-2015 period", "during the 2014-2015 period",
        Period(start: PartialDate(year: 2014), end: PartialDate(year: 2015))
      ),
      (
        "I wrote the notes in Kilo [5] and Liberty", "in Kilo [5] and Liberty",
        Period(
          start: PartialDate(year: 2014, month: 10, day: 17),
          end: PartialDate(year: 2015, month: 10, day: 15))
      ),
      (
        "I led it during the 'Kilo' cycle", "during the 'Kilo' cycle",
        Period(
          start: PartialDate(year: 2014, month: 10, day: 17),
          end: PartialDate(year: 2015, month: 4, day: 30))
      ),
      ("I led it during the Wren release cycle", "during the Wren release cycle", nil),
      (
        "I learnt it during my time in the Sparrow community",
        "during my time in the Sparrow community", nil
      ),
      ("Over this time I wrote the notes", "Over this time", nil),
      (
        "I have worked on it for well over ten years", "well over ten years",
        Period(months: 120, measure: .over)
      ),
      (
        "My first week at Sparrow Networks was spent at the summit",
        "My first week at Sparrow Networks", nil
      ),
      ("I have been here since the project began", "since the project began", nil),
      ("I will look at it in the near future", "in the near future", nil),
    ] as [(String, String, Period?)])
  func words(sentence: String, words: String, period: Period?) throws {
    let found = try #require(time(of: sentence, kind: .tenure))
    #expect(found.words == words)
    #expect(found.period == period)
  }

  @Test(
    "a sentence without a time has none, and a reason is none",
    arguments: [
      "I wrote the driver.", "I did it since I believe in tests.", "We have a release script.",
    ])
  func nothing(sentence: String) {
    #expect(time(of: sentence, kind: .contribution) == nil)
  }

  @Test(
    "a sentence that only says when dates the one before it",
    arguments: [
      ("I maintain the filter. Since 2011.", "Since 2011"),
      ("I am on the board of Sparrow. I have been since March 2014.", "since March 2014"),
      ("I worked at Yahoo! for ~7 years.", "~7 years"),
    ])
  func afterthought(text: String, words: String) {
    #expect(time(ofSentence: 0, of: text, kind: .role)?.words == words)
  }

  @Test("a sentence of its own keeps its time")
  func noAfterthought() {
    let text = "I maintain the filter. I have led the team since 2011."
    #expect(time(ofSentence: 0, of: text, kind: .role) == nil)
  }

  @Test("what a lead-in or a heading dates is inherited by its items")
  func leadIn() {
    #expect(
      time(of: "In Liberty we did much:\n\n- fixed the gate\n- wrote tests\n", kind: .contribution)?
        .words == "In Liberty")
    #expect(
      time(of: "Plans for Newton\n================\n\n- more tests\n", kind: .intent)?.words
        == "for Newton")
  }

  @Test("a time once said dates the work told after it, a coming one the plans alone")
  func section() {
    let text = "During the last cycle we did much. The gate is faster. We wrote tests."
    #expect(time(of: text, kind: .contribution)?.words == "During the last cycle")
    #expect(time(of: text, kind: .intent) == nil)
    #expect(time(of: text, kind: .role) == nil)
    let plan = "For the next cycle I have two goals. I want more tests."
    #expect(time(of: plan, kind: .intent)?.words == "For the next cycle")
    #expect(time(of: plan, kind: .contribution) == nil)
  }

  @Test("a post is held a time, a candidacy is for one")
  func bareFor() {
    #expect(time(of: "I was PTL for the Kilo cycle", kind: .role)?.words == "the Kilo cycle")
    #expect(
      time(of: "I run for the Newton cycle", kind: .candidacy)?.words == "for the Newton cycle")
  }

  @Test("another project's cycles are read from a table")
  func otherCalendar() {
    let calendar = ReleaseCalendar.openStack.adding(
      ReleaseCalendar(
        table:
          "# start end names\n2015-01-01 2015-06-30 wren 5.1\nnonsense\n2015-07-01 2015-12-31 heron\n"
      ))
    let found = time(of: "I maintained it during Wren", kind: .tenure, calendar: calendar)
    #expect(found?.words == "during Wren")
    #expect(found?.period?.end == PartialDate(year: 2015, month: 6, day: 30))
  }
}
