import Testing

@testable import ResumeReading

@Suite("Dates as résumés write them")
struct DateSpanTests {
  /// What a line gives: start, end, `…` for what goes on; nothing for a line without a date.
  static let cases: [(line: String, dates: String)] = [
    ("Oct 2014 – Present", "2014-10 …"),
    ("October 2014 - Present", "2014-10 …"),
    ("2008", "2008"),
    ("Summer 2011", "2011"),
    ("Fall 2011 – Spring 2012", "2011 2012"),
    ("08/1996", "1996-08"),
    ("08/1996 – 06/1999", "1996-08 1999-06"),
    ("08/96 – 06/99", "1996-08 1999-06"),
    ("since 2012", "2012 …"),
    ("seit 04/2012", "2012-04 …"),
    ("depuis septembre 2012", "2012-09 …"),
    ("from 2008 to 2010", "2008 2010"),
    ("Sept. 2001 through Mar. 2004", "2001-09 2004-03"),
    ("2014-10 – 2016-03", "2014-10 2016-03"),
    ("2014-2016", "2014 2016"),
    ("2014–16", "2014 2016"),
    ("2010–12", "2010 2012"),
    ("2010-12", "2010-12"),
    ("'98 – '03", "1998 2003"),
    ("Jan – Mar 2015", "2015-01 2015-03"),
    ("Nov – Feb 2015", "2014-11 2015-02"),
    ("Q3 2015", "2015-07 2015-09"),
    ("October 1, 2014 – June 30, 2015", "2014-10-01 2015-06-30"),
    ("1st October 2014 until 30 June 2015", "2014-10-01 2015-06-30"),
    ("01.10.2014 - 31.12.2015", "2014-10-01 2015-12-31"),
    ("12/31/2010", "2010-12-31"),
    ("03/04/2010", "2010-03"),
    ("2014 –", "2014 …"),
    ("(2014 – )", "2014 …"),
    ("Feb 2016 to date", "2016-02 …"),
    ("May '07 – now", "2007-05 …"),
    ("until 2010", "- 2010"),
    ("early 2010 – late 2012", "2010 2012"),
    ("mars 2015 à aujourd’hui", "2015-03 …"),
    ("du 1er août 2010 au 31 mai 2011", "2010-08-01 2011-05-31"),
    ("enero de 2017 – actualidad", "2017-01 …"),
    ("10/2014 – heute", "2014-10 …"),
    ("März 2009 bis Dezember 2011", "2009-03 2011-12"),
    ("январь 2015 – настоящее время", "2015-01 …"),
    ("2014年10月 – 現在", "2014-10 …"),
    ("2010.03 ~ 2012.05", "2010-03 2012-05"),
    ("maio 2011 – atual", "2011-05 …"),
    ("gennaio 2011 ad oggi", "2011-01 …"),
    ("1999/04–2001/03", "1999-04 2001-03"),
    ("2010/2011", "2010 2011"),
    ("Summer 2002, 2003 and 2004", "2002 2004"),
    ("Expected May 2027", "2027-05"),
    ("С 03.2008 по настоящее время", "2008-03 …"),
    ("2012 bis zum heutigen Tag", "2012 …"),
    ("03/2012 – à ce jour", "2012-03 …"),
    ("Room 1408", ""),
    ("RFC 2822 and 9000 users", ""),
    ("no date at all", ""),
    ("24/7 support", ""),
  ]

  @Test("a line gives the dates it names and no more", arguments: cases)
  func spans(line: String, dates: String) {
    let span = DateSpan.main(in: line)
    let start = span?.start?.iso8601 ?? (span == nil ? "" : "-")
    let end = span.map { $0.isCurrent ? " …" : $0.end.map { " \($0.iso8601)" } ?? "" } ?? ""
    #expect(start + end == dates, "\(line)")
  }

  @Test(
    "digits of any length and shape are read without a trap",
    arguments: [
      "99999999999999999999 – 99999999999999999999", "0/0/0000", "31/31/2010", "2010-99-99", "''''",
      "– – –", "2010–", "since", "Q9 2010", "year 0000 to 9999",
    ])
  func hostile(line: String) {
    for span in DateSpan.all(in: line) {
      #expect(span.range.upperBound <= line.count)
    }
  }
}
