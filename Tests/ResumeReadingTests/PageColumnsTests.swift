import TestSupport
import Testing

@testable import ResumeReading

@Suite("Pages in one column and in two")
struct PageColumnsTests {
  static let sidebar = """
    Contact                        Noor Example
    noor@example.org               Storage engineer in Tromso
    +47 55 55 01 00
                                   Experience
    Skills                         Fjord Example AS
    Ceph                           Storage Engineer
    ZFS                            January 2016 - Present
    Linux                          Keeps forty petabytes in good order.
    Rust                           Wrote the scrubbing scheduler in Rust.
    Python
                                   Sample Sensors AS
    Languages                      Developer
    Arabic                         August 2012 - December 2015
    Norwegian                      Built the telemetry store for buoys.
    English                        Wrote its importer and its tests.
    """

  @Test("a side column is noticed, dates at the right end are none")
  func notices() throws {
    #expect(PageColumns.stand(sideBySideIn: Self.sidebar))
    for file in ["pages.txt", "capitals.txt", "lebenslauf.txt"] {
      let text = String(decoding: try Fixture.bytes(file), as: UTF8.self)
      #expect(!PageColumns.stand(sideBySideIn: text), "\(file)")
    }
    #expect(!PageColumns.stand(sideBySideIn: ""))
  }

  @Test("a side column whose lines seldom meet the other's is noticed, dates in front are none")
  func seldom() {
    let sidebar = """
      Contact           Noor Example
      noor@example.org
                        Experience
      Tromso
                        Fjord Example AS — Storage Engineer
      Skills            January 2016 – Present
      Ceph
                             Keeps forty petabytes in good order
      Rust                   Wrote the scrubbing scheduler

      Python            Sample Sensors AS — Developer
                        August 2012 – December 2015

                             Built the telemetry store for buoys
      Norwegian
                             Wrote its importer
      """
    #expect(PageColumns.stand(sideBySideIn: sidebar))
    let dates = """
      Noor Example
      Tromso
      Career

      2016 - now        Fjord Example AS
                        Storage Engineer
                        Keeps forty petabytes in good order

      2012 - 2015       Sample Sensors AS
                        Developer
                        Built the telemetry store for buoys
      2010 - 2011       Lamp Institute
                        Intern
                        Swept the floor
      """
    #expect(!PageColumns.stand(sideBySideIn: dates))
  }

  @Test(
    "a PDF with a side column is read column by column",
    .enabled(if: Tool.isInstalled("pdftotext"), "needs pdftotext of poppler-utils"))
  func sideColumn() async throws {
    let resume = try await ResumeReader().read(TextPDF.bytes(of: Self.sidebar), name: "side.pdf")
    #expect(resume.entries.map(\.name) == ["Fjord Example AS", "Sample Sensors AS"])
    #expect(resume.entries.map(\.startDate?.iso8601) == ["2016-01", "2012-08"])
    #expect(resume.skills.flatMap(\.keywords) == ["Ceph", "ZFS", "Linux", "Rust", "Python"])
  }
}
