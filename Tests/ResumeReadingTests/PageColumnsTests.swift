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
