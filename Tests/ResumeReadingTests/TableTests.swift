import ResumeReading
import Testing

@Suite("Entries laid out by tables and columns")
struct TableTests {
  private static let expected = [
    "Lantern Works | Staff Engineer | 2016-03 | Led this.",
    "Brazier Ltd | Engineer | 2012-06 | Lit that.",
  ]

  private static func entries(of resume: Resume) -> [String] {
    resume.entries.filter { $0.section == .work }.map { entry in
      let below = entry.highlights.map(\.text) + [entry.summary?.text].compactMap(\.self)
      return [
        entry.name, entry.position ?? "", entry.startDate?.iso8601 ?? "",
        below.joined(separator: " "),
      ].joined(separator: " | ")
    }
  }

  @Test(
    "a page's table or style keeps entries and their parts apart",
    arguments: [
      // Above the first heading.
      "<table><tr><td>03/2016–present</td><td><b>Lantern Works</b><br>Staff Engineer<ul><li>Led this.</li></ul></td></tr>"
        + "<tr><td>06/2012–02/2016</td><td><b>Brazier Ltd</b><br>Engineer<ul><li>Lit that.</li></ul></td></tr></table>",
      "<h2>Experience</h2><table><tr><td>03/2016–present</td><td><div>Lantern Works</div><div>Staff Engineer</div>"
        + "<p>Led this.</p></td></tr><tr><td>06/2012–02/2016</td><td><div>Brazier Ltd</div><div>Engineer</div>"
        + "<p>Lit that.</p></td></tr></table>",
      "<h2>Experience</h2><div><b>Lantern Works</b><span>Graz, Austria</span></div><div><i>Staff Engineer</i>"
        + "<span>Mar 2016 – Present</span></div><ul><li>Led this.</li></ul><div><b>Brazier Ltd</b>"
        + "<span>Vienna, Austria</span></div><div><i>Engineer</i><span>Jun 2012 – Feb 2016</span></div>"
        + "<ul><li>Lit that.</li></ul>",
    ])
  func page(body: String) async throws {
    let page =
      "<html><body><h1>Ida Quill</h1>\(body)<h2>Education</h2><p>MSc, Example College, 2012</p>"
      + "</body></html>"
    let resume = try await ResumeReader().read(Array(page.utf8), name: "ida.html")
    #expect(resume.basics.name == "Ida Quill")
    #expect(Self.entries(of: resume) == Self.expected)
  }

  @Test("a Word table whose cells hold several paragraphs is read paragraph by paragraph")
  func word() async throws {
    func row(_ date: String, _ title: String, _ employer: String, _ deed: String) -> String {
      let item = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>\(deed)</w:t></w:r></w:p>"
      func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
      return "<w:tr><w:tc>\(paragraph(date))</w:tc><w:tc>\(paragraph(title))\(paragraph(employer))"
        + "\(item)</w:tc></w:tr>"
    }
    let document =
      "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
      + "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Experience</w:t></w:r></w:p><w:tbl>"
      + row("Mar 2016 – Present", "Staff Engineer", "Lantern Works", "Led this.")
      + row("Jun 2012 – Feb 2016", "Engineer", "Brazier Ltd", "Lit that.")
      + "</w:tbl></w:body></w:document>"
    var zip = ZipFile()
    zip.add("word/document.xml", Array(document.utf8))
    let resume = try await ResumeReader().read(zip.bytes, name: "ida.docx")
    #expect(Self.entries(of: resume) == Self.expected)
  }
}
