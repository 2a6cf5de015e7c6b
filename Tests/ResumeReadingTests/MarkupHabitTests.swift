import Testing

@testable import ResumeReading

@Suite("Markup that résumés are written in")
struct MarkupHabitTests {
  /// Every line that says something as `level content`, `-` for an item, nothing for other text.
  private static func outline(_ text: String) -> [String] {
    LightMarkup.lines(of: text).lines.compactMap { line in
      switch line.kind {
      case .blank, .rule: nil
      case .heading(let level): "\(level) \(line.content)"
      case .bullet: "- \(line.content)"
      case .text: line.content
      }
    }
  }

  @Test(
    "titles are known in Markdown, reStructuredText and Textile",
    arguments: [
      ("Work\n====\n\nAcme\n----\n", ["1 Work", "2 Acme"]),
      ("Work\n####\n\nAcme\n~~~~\n\nWick\n~~~~\n", ["1 Work", "2 Acme", "2 Wick"]),
      ("Work\n----\n\nAcme, Graz\n==========\n", ["2 Work", "3 Acme, Graz"]),
      ("Work\n----\n\nAcme, Graz\n``````````\n", ["2 Work", "3 Acme, Graz"]),
      // Three of them open a block of code.
      ("Acme\n```\ncode\n", ["Acme", "", "code"]),
      ("h2. Work\n\nh3. Acme\n", ["2 Work", "3 Acme"]),
    ])
  func titles(text: String, expected: [String]) {
    #expect(Self.outline(text) == expected)
  }

  @Test(
    "signs of markup are left out of what a line says",
    arguments: [
      ("| 7 Lamp Street", "7 Lamp Street"), (": Engineer", "Engineer"),
      ("[Acme][1] and [Wick][]", "Acme and Wick"), ("&#34;Lamp&#34; &#x26; Co", "\"Lamp\" & Co"),
      ("Acme ........ Graz", "Acme          Graz"),
      ("<a href='mailto:jo@example.org'>jo@example.org</a>", "jo@example.org"),
      ("<jo@example.org>", "jo@example.org"),
      ("Chief at `Acme <https://example.org/>`_", "Chief at Acme"), ("`code` here", "code here"),
    ])
  func signs(line: String, content: String) {
    #expect(Self.outline(line) == [content])
  }

  @Test("lines that only say where links lead are no text of the résumé")
  func references() {
    let text = "Acme\n\n[1]: https://example.org/ \"Acme\"\n.. _Acme: https://example.org/\n"
    #expect(Self.outline(text) == ["Acme"])
  }

  @Test(
    "a table's first row is left out where it names columns, and kept where it holds an entry",
    arguments: [
      ("| **Zeitraum** | **Position** | **Wo** |", true), ("| 期間 | 所属／屋号 | 役割 |", true),
      ("| Lantern Works | Engineer |", false), ("| Year 2012 | Engineer |", false),
    ])
  func tableHeads(row: String, isHead: Bool) {
    let lines = Self.outline("\(row)\n|---|---|\n| 2010 – 2012 | Wick | Clerk |\n")
    #expect(lines.count == (isHead ? 1 : 2))
  }

  @Test("a school is given the degree that stands alone below it, with or without a year")
  func degreeBelowSchool() async throws {
    let text =
      "# Jo Example\n\n## Education\n\n2010-2014\n:   Sample University, Graz, Austria\n\n    "
      + "Bachelor of Science, April 2014\n"
    let resume = try await ResumeReader().read(Array(text.utf8), name: "jo")
    #expect(resume.entries.map(\.name) == ["Sample University"])
    #expect(resume.entries.map(\.position) == ["Bachelor of Science"])
    #expect(resume.entries.map(\.startDate?.iso8601) == ["2010"])
  }
}
