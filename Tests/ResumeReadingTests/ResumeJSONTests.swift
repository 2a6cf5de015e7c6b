import Foundation
import ResumeReading
import TestSupport
import Testing

@Suite("Résumés as JSON Resume")
struct ResumeJSONTests {
  @Test(
    "what is written keeps to JSON Resume's schema",
    arguments: HabitTests.files.map { "expected/\($0).json" } + [
      "expected/word.json", "expected/linkedin.json", "expected/pages.json", "seed.json",
    ])
  func schema(golden: String) throws {
    let document = try JSONSerialization.jsonObject(with: Data(try Fixture.bytes(golden)))
    #expect(JSONResumeRules.departures(in: document).isEmpty)
  }

  @Test("the rules notice what departs from the schema")
  func rulesCanFail() throws {
    let text =
      #"{"basics": {"email": "jane", "url": "example"}, "work": [{"startDate": "May 2008"}, 3]}"#
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect(JSONResumeRules.departures(in: document).count == 4)
  }

  @Test("what was written is read again with the same entries, skills and dates")
  func readsItself() async throws {
    for file in HabitTests.files {
      let first = try await ResumeReader().read(try Fixture.bytes(file), name: file)
      let again = try await ResumeReader().read(Array(ResumeJSON.text(of: first).utf8), name: file)
      #expect(again.basics.name == first.basics.name)
      for section in Resume.Entry.Section.allCases {
        let (old, new) = (
          first.entries.filter { $0.section == section },
          again.entries.filter { $0.section == section }
        )
        #expect(new.map(\.name) == old.map(\.name), "\(file)")
        if section == .education {
          // A study's title is written as degree and subject, and read back joined by a comma.
          #expect(new.map(\.study) == old.map(\.study), "\(file)")
        } else {
          #expect(new.map(\.position) == old.map(\.position), "\(file)")
        }
        #expect(new.map(\.startDate) == old.map(\.startDate), "\(file)")
        #expect(new.map(\.endDate) == old.map(\.endDate), "\(file)")
        #expect(
          new.map { $0.highlights.map(\.text) } == old.map { $0.highlights.map(\.text) }, "\(file)")
      }
      #expect(again.skills.map(\.keywords) == first.skills.map(\.keywords), "\(file)")
    }
  }

  @Test("signs that JSON reserves are escaped")
  func escapes() {
    var resume = Resume(text: "")
    resume.basics.name = "Jane \"Q\" \\ \u{7}\tExample\n"
    #expect(ResumeJSON.text(of: resume).contains(#""name": "Jane \"Q\" \\ \u0007\tExample\n""#))
  }
}
