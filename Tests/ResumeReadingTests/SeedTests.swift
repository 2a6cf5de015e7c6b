import Foundation
import ResumeReading
import TestSupport
import Testing

@Suite("The résumé the project began with")
struct SeedTests {
  func seed() async throws -> Resume {
    let url = Checkout.root.appendingPathComponent("seeds/resume-chris-behrens.md")
    return try await ResumeReader().read(Array(try Data(contentsOf: url)), name: "seed")
  }

  @Test("the seed gives its positions, lists and skills, as recorded")
  func golden() async throws {
    try Golden.expect(ResumeJSON.text(of: try await seed()), equals: "seed.json")
  }

  @Test("an employer without a heading of the format begins a position too")
  func positions() async throws {
    let positions = try await seed().entries.map {
      [
        $0.name, $0.position ?? "", $0.startDate?.iso8601 ?? "", $0.endDate?.iso8601 ?? "",
        $0.isCurrent ? "goes on" : "ended",
      ]
    }
    #expect(
      positions == [
        ["Tilt.com, Inc.", "Sr. Software Engineer", "2014-10", "", "goes on"],
        [
          "Rackspace Hosting", "Sr. Software Engineer/Principal Engineer", "2010-07", "2014-10",
          "ended",
        ],
        [
          "XO Communications", "Director of Software Development, Hosting", "2008-04", "",
          "goes on",
        ],
        ["XO Communications", "Senior Software Architect", "1999-06", "2008-04", "ended"],
        [
          "Concentric Network Corporation", "Senior Systems Engineer", "1996-08", "1999-06",
          "ended",
        ],
      ])
  }
}
