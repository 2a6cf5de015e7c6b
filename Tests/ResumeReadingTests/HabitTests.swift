import Foundation
import ResumeReading
import TestSupport
import Testing

/// Résumés of invented people, each in a habit that occurs; the goldens were read before they counted.
@Suite("Résumés in different habits")
struct HabitTests {
  static let files = [
    "bold-titles.md", "two-positions.md", "dates-first.md", "no-dates.md", "capitals.txt",
    "lebenslauf.txt", "page.html", "resume.json", "items.md", "several-employers.md",
  ]

  @Test("a résumé in its own habit gives the JSON Resume that was recorded", arguments: files)
  func golden(file: String) async throws {
    let resume = try await ResumeReader().read(try Fixture.bytes(file), name: file)
    try Golden.expect(ResumeJSON.text(of: resume), equals: "expected/\(file).json")
    expectRangesHold(in: resume)
  }

  @Test("a Word document is read through its styles and numbering")
  func word() async throws {
    var zip = ZipFile()
    for part in ["word/document.xml", "word/styles.xml"] {
      zip.add(part, try Fixture.bytes(part))
    }
    let resume = try await ResumeReader().read(zip.bytes, name: "a.docx")
    try Golden.expect(ResumeJSON.text(of: resume), equals: "expected/word.json")
    expectRangesHold(in: resume)
  }

  @Test("LinkedIn's export is read from a folder's files and from the zip alike")
  func linkedIn() async throws {
    var zip = ZipFile()
    var files: [String: [UInt8]] = [:]
    for name in ["Certifications", "Education", "Languages", "Positions", "Profile", "Skills"] {
      let bytes = try Fixture.bytes("linkedin/\(name).csv")
      files["\(name).csv"] = bytes
      zip.add("Basic_LinkedInDataExport/\(name).csv", bytes)
    }
    let resume = try ResumeReader().readExport(files, name: "export")
    try Golden.expect(ResumeJSON.text(of: resume), equals: "expected/linkedin.json")
    #expect(try await ResumeReader().read(zip.bytes, name: "export.zip") == resume)
    expectRangesHold(in: resume)
  }

  @Test(
    "a PDF is read as it is laid out",
    .enabled(if: Tool.isInstalled("pdftotext"), "needs pdftotext of poppler-utils"))
  func pdf() async throws {
    let text = String(decoding: try Fixture.bytes("pages.txt"), as: UTF8.self)
    let resume = try await ResumeReader().read(TextPDF.bytes(of: text), name: "pages.pdf")
    try Golden.expect(ResumeJSON.text(of: resume), equals: "expected/pages.json")
    let plain = try await ResumeReader().read(Array(text.utf8), name: "pages.txt")
    #expect(plain.entries.map(\.name) == resume.entries.map(\.name))
    #expect(plain.entries.map(\.startDate) == resume.entries.map(\.startDate))
  }

  /// Every range lies in the text, and what it cites begins with the words that were read.
  private func expectRangesHold(in resume: Resume) {
    let scalars = Array(resume.text.unicodeScalars)
    let passages =
      resume.entries.flatMap { $0.highlights + [$0.summary].compactMap { $0 } }
      + resume.sections.flatMap(\.items) + [resume.basics.summary].compactMap { $0 }
    for passage in passages {
      #expect(0 <= passage.range.lowerBound && passage.range.upperBound <= scalars.count)
      let cited = String(String.UnicodeScalarView(scalars[passage.range]))
      let word = passage.text.split { !$0.isLetter && !$0.isNumber }.first.map(String.init) ?? ""
      #expect(cited.contains(word), "\(word) is not in \(cited)")
    }
    for entry in resume.entries {
      #expect(entry.range.upperBound <= scalars.count)
      #expect(entry.range.lowerBound <= entry.headingRange.lowerBound)
    }
  }
}
