import Foundation
import MailParsing
import PeopleMerging
import TestSupport
import Testing

@Suite("People, measured on a project's own .mailmap")
struct NovaHistoryTests {
  static let repository = Corpus.unpacked("nova-history.git.tar.zst").flatMap { folder in
    (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))?
      .first { $0.pathExtension == "git" }
  }

  @Test(
    "the authors of nova's history are merged as its .mailmap says, without reading it",
    .enabled(if: repository != nil, "needs ../shared/corpora/nova-history.git.tar.zst and git"))
  func agreesWithMailmap() throws {
    let authors = try git("log", "--format=%an <%ae>")
    let sightings = Dictionary(authors.split(separator: "\n").map { ($0, 1) }, uniquingKeysWith: +)
      .compactMap { line, count -> Sighting? in
        guard let open = line.lastIndex(of: "<"), line.hasSuffix(">") else { return nil }
        return Sighting(
          Address(
            name: String(line[..<open].dropLast()),
            email: String(line[line.index(after: open)...].dropLast())), count: count)
      }
    let persons = PersonMerger().persons(from: sightings)
    let score = MailmapScore(persons, against: Mailmap(try git("show", "HEAD:.mailmap")))
    print(
      "people: precision \(score.precision) recall \(score.recall) of \(score.wanted) pairs,",
      "\(sightings.count) identities, \(persons.count) persons")
    #expect(score.wanted > 50)
    #expect(score.precision >= 0.995, "joined wrongly: \(score.wrongPairs)")
    #expect(score.recall >= 0.85, "missed: \(score.missedPairs)")
  }

  private func git(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", Self.repository?.path ?? "."] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
