import ResumeReading
import Testing

@Suite("What is no résumé, or hardly one")
struct BadInputTests {
  static let refused: [(name: String, bytes: [UInt8], code: ResumeError.Code)] = [
    ("nothing", [], .empty),
    ("white space", Array(" \n\t\r\n ".utf8), .empty),
    ("signs only", Array("---\n***\n- -\n".utf8), .empty),
    ("zeros", [UInt8](repeating: 0, count: 4096), .empty),
    ("a program", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 3, 0, 62, 0], .unknownFormat),
    ("rich text", Array(#"{\rtf1\ansi Jane Doe}"#.utf8), .unknownFormat),
    ("a zip of nothing known", zip(["notes.txt": "hello"]), .unknownFormat),
    ("a zip cut short", Array(zip(["word/document.xml": "<w/>"]).prefix(40)), .damaged),
    ("JSON cut short", Array(#"{"basics": {"name": "Jane""#.utf8), .damaged),
    ("JSON that is no résumé", Array(#"{"name": "package", "version": 1}"#.utf8), .unknownFormat),
    ("JSON nested past reason", Array(String(repeating: "{\"a\":", count: 5000).utf8), .damaged),
    ("HTML without words", Array("<html><body><hr></body></html>".utf8), .empty),
  ]

  @Test("what cannot be read is refused with a code", arguments: refused.indices)
  func refuses(index: Int) async throws {
    let (name, bytes, code) = Self.refused[index]
    let error = await #expect(throws: ResumeError.self, "\(name)") {
      try await ResumeReader().read(bytes, name: name)
    }
    #expect(error?.code == code, "\(name): \(error?.description ?? "read")")
    #expect(error?.description.contains(name) ?? false)
  }

  @Test("a PDF that is none is refused, with or without the tool that reads PDFs")
  func brokenPDF() async throws {
    let error = await #expect(throws: ResumeError.self) {
      try await ResumeReader().read(Array("%PDF-1.4\nnothing here".utf8), name: "broken.pdf")
    }
    #expect(error?.code == .damaged || error?.code == .missingTool)
  }

  @Test("prose without a heading or a date is a résumé with nothing in it but its text")
  func prose() async throws {
    let text = "I have always liked bridges.\nThey stand where people want to cross.\n"
    let resume = try await ResumeReader().read(Array(text.utf8), name: "prose")
    #expect(resume.entries.isEmpty && resume.skills.isEmpty && resume.sections.isEmpty)
    #expect(resume.text == text)
  }

  @Test("a résumé in a language without vocabulary here still keeps its text and its dates")
  func otherLanguage() async throws {
    let text =
      "Wasifu\n\nUzoefu wa kazi\n\nMhandisi, Kampuni ya Mfano\n2012 – 2015\n\n- Nilijenga mifumo.\n"
    let resume = try await ResumeReader().read(Array(text.utf8), name: "swahili")
    #expect(resume.text == text)
    #expect(resume.entries.map(\.startDate) == [PartialDate(year: 2012)])
  }

  @Test("ten thousand lines are read whole, every position once")
  func tenThousandLines() async throws {
    var text = "# Jane Example\n\n## Experience\n"
    for number in 0..<2500 {
      text +=
        "\n### Example \(number) Ltd\n*Engineer*, \(1950 + number % 70) – \(1951 + number % 70)\n- Did thing \(number).\n"
    }
    let resume = try await ResumeReader().read(Array(text.utf8), name: "long")
    #expect(resume.entries.count == 2500)
    #expect(resume.entries.last?.name == "Example 2499 Ltd")
  }

  @Test(
    "long runs of one sign are read in linear time",
    arguments: [
      "*", "_", "[", "<", "(", "#", "- ", "| ", "&", "`", "–", "2010 ", "\\", "a b ", "**a",
    ])
  func hostileRuns(sign: String) async throws {
    let text = "x\n" + String(repeating: sign, count: 20_000 / sign.utf8.count) + "\n"
    let resume = try await ResumeReader().read(Array(text.utf8), name: "run")
    #expect(resume.text == text)
  }

  @Test("bytes of another charset are read as Windows-1252, UTF-16 by its mark")
  func charsets() async throws {
    let latin = try await ResumeReader().read(
      Array("Name: Ren".utf8) + [0xE9] + Array(" Exemple\n".utf8), name: "latin")
    #expect(latin.basics.name == "René Exemple")
    let wide = Array("Name: Jane Example\n".utf16).flatMap {
      [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]
    }
    let utf16 = try await ResumeReader().read([0xFF, 0xFE] + wide, name: "utf16")
    #expect(utf16.basics.name == "Jane Example")
  }

  private static func zip(_ members: [String: String]) -> [UInt8] {
    var zip = ZipFile()
    for (path, contents) in members { zip.add(path, Array(contents.utf8)) }
    return zip.bytes
  }
}
