import MailParsing
import Testing

@Suite("DateReader reads the dates of real mail")
struct DateReaderTests {
  @Test(
    "each form gives the instant in its zone",
    arguments: [
      ("Tue, 1 Jul 2003 10:52:37 +0200", "2003-07-01T10:52:37+02:00"),
      ("Fri, 21 Nov 97 09:55:06 -0600", "1997-11-21T09:55:06-06:00"),
      ("21 Nov 97 09:55 GMT", "1997-11-21T09:55:00+00:00"),
      ("Mon, 18 Feb 19102 10:00:00 -0500", "2002-02-18T10:00:00-05:00"),
      ("Mon, 18 Feb 102 10:00:00 -0500", "2002-02-18T10:00:00-05:00"),
      ("Donnerstag, 13 Juni 2002 08:15:00 +0200", "2002-06-13T08:15:00+02:00"),
      ("Mi, 13 Mrz 2002 08:15:00 +0100", "2002-03-13T08:15:00+01:00"),
      ("Jeu, 13 août 2009 08:15:00 +0200", "2009-08-13T08:15:00+02:00"),
      ("Mar 8 Dez 2009 10:00:00 +0100", "2009-12-08T10:00:00+01:00"),
      ("Чт, 13 июн 2002 08:15:00 +0400", "2002-06-13T08:15:00+04:00"),
      ("Tue Dec  8 14:39:51 2009", "2009-12-08T14:39:51+00:00"),
      ("Tue Dec  8 14:39:51 EST 2009", "2009-12-08T14:39:51-05:00"),
      ("Tue Dec  8 14:39:51 PPE 2009", "2009-12-08T14:39:51+00:00"),
      ("Thu, 06 Jul 2000 02:28:24 CEST", "2000-07-06T02:28:24+02:00"),
      ("Thu, 30 Aug 2001 00:41:26 MET-1", "2001-08-30T00:41:26+01:00"),
      ("Wed, 10 Jun 98 23:53 MET DST", "1998-06-10T23:53:00+02:00"),
      ("Mon, 2 Aug 1999 18:55:09 -0400 (EDT)", "1999-08-02T18:55:09-04:00"),
      ("Mon, 2 Aug 1999 18:55:09 (EDT)", "1999-08-02T18:55:09-04:00"),
      ("2002-06-13T08:15:00Z", "2002-06-13T08:15:00+00:00"),
      ("2002-06-13 08:15:00 +02:00", "2002-06-13T08:15:00+02:00"),
      ("13-Jun-2002 08:15:00 +0000", "2002-06-13T08:15:00+00:00"),
      ("13.06.2002 08:15:00 +0000", "2002-06-13T08:15:00+00:00"),
      ("Thu, 13 Jun 2002 08.15.00 +0000", "2002-06-13T08:15:00+00:00"),
      ("Thu, 13 Jun 2002 8:15:00 PM +0000", "2002-06-13T20:15:00+00:00"),
      ("Thu, 13 Jun 2002 08:15:00 GMT+2", "2002-06-13T08:15:00+02:00"),
      ("2002年6月13日 08:15:00 +0900", "2002-06-13T08:15:00+09:00"),
      ("Tue, 31 Dec 1996 23:59:60 +0000", "1997-01-01T00:00:00+00:00"),
      ("Thu, 29 Feb 1996 00:00:00 -0000", "1996-02-29T00:00:00+00:00"),
      ("20 11 (some \n 44 (more\n )) 79 05:34:27 -0300", "1979-11-20T05:34:27-03:00"),
      ("Tue, 30 Sep 1997 18:02:51 -3100 (PDT)", "1997-09-30T18:02:51-07:00"),
      ("Mon, 1 Jan 1979 00:00:00 +0000", "1979-01-01T00:00:00+00:00"),
    ])
  func forms(field: String, expected: String) {
    #expect(DateReader.read(field).date?.rfc3339 == expected)
  }

  @Test("a date as RFC 5322 has it is no defect")
  func wellFormed() {
    #expect(DateReader.read("Tue, 1 Jul 2003 10:52:37 +0200").defect == nil)
    #expect(DateReader.read("Tue, 1 Jul 2003 10:52:37 -0000").date?.zoneOffsetMinutes == nil)
  }

  @Test(
    "a day or hour that does not exist gives no date",
    arguments: [
      "Sat, 31 Feb 2004 10:00:00 +0000", "29 Feb 1900 10:00:00 +0000",
      "Mon, 1 Mar 2004 25:00:00 +0000", "Mon, 1 Mar 2004 10:61:00 +0000", "0 Mar 2004 10:00 +0000",
    ])
  func impossible(field: String) {
    let reading = DateReader.read(field)
    #expect(reading.date == nil)
    #expect(reading.defect == .impossibleDate)
  }

  @Test("what names no date gives none", arguments: ["", "yesterday", "10:00", "(", "+", "Mon,,,"])
  func nothing(field: String) {
    #expect(DateReader.read(field).date == nil)
    #expect(DateReader.read(field).defect == .malformedDate)
  }

  @Test("digits without end are no trap")
  func overflow() {
    for field in [
      "99999999999999999999 Jan 2004", "1 Jan 99999999999999999999999 10:00",
      "1 Jan 2004 99999999999999999:00 +99999999999",
    ] {
      _ = DateReader.read(field)
    }
  }
}
