import ArgumentParser
import Foundation
import MailParsing
import PeopleMerging

/// Holds the merging of people against what a project says of its own.
struct PeopleBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people",
    abstract:
      "Counts the pairs of addresses merged as a .mailmap merges them, and lists the others.",
    discussion: """
      The identities are a repository's authors, or what the lines of a .mailmap themselves name; the \
      merger does not read the map. Addresses that share a line are one person.
      """)

  @Argument(help: "A repository with a .mailmap in its last commit, or a .mailmap.")
  var path: String

  @Option(
    help: "Print what this rule merged, with its reasons.",
    transform: {
      guard let rule = MergeRule(rawValue: $0) else {
        throw ValidationError(
          "One of \(MergeRule.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      return rule
    })
  var rule: MergeRule?

  func run() throws {
    let isFolder = URL(fileURLWithPath: path).resolvingSymlinksInPath().hasDirectoryPath
    let text =
      isFolder
      ? try git("show", "HEAD:.mailmap") : try String(contentsOfFile: path, encoding: .utf8)
    let map = Mailmap(text)
    let sightings = isFolder ? try authors() : Self.identities(named: map)
    let persons = PersonMerger().persons(from: sightings)
    let score = MailmapScore(persons, against: map)
    for merge in persons.flatMap(\.merges) where merge.rule == rule {
      print("merged  \(merge.identity) with \(merge.with): \(merge.because)")
    }
    for pair in score.wrongPairs { print("wrong   \(pair)") }
    for pair in score.missedPairs { print("missed  \(pair)") }
    print(
      "precision \(Report.decimal(score.precision, 4)), recall \(Report.decimal(score.recall, 4)):",
      "\(score.right) right of \(score.found)",
      "joined and \(score.wanted) wanted; \(sightings.count) identities, \(persons.count) persons")
  }

  /// Who wrote the repository's commits, and how many.
  private func authors() throws -> [Sighting] {
    Dictionary(
      try git("log", "--format=%an%x00%ae").split(separator: "\n").map { ($0, 1) },
      uniquingKeysWith: +
    ).map { line, count in
      let parts = line.split(separator: "\0", omittingEmptySubsequences: false)
      return Sighting(
        Address(name: String(parts[0]), email: String(parts.last ?? "")), count: count)
    }
  }

  /// The proper and the commit identity of every line; one without a name of its own shows the proper one.
  private static func identities(named map: Mailmap) -> [Sighting] {
    map.entries.flatMap { entry in
      let commitName = entry.commitName.isEmpty ? entry.properName : entry.commitName
      return [
        Sighting(Address(name: entry.properName, email: entry.properEmail)),
        Sighting(Address(name: commitName, email: entry.commitEmail)),
      ]
    }
  }

  private func git(_ arguments: String...) throws -> String {
    let git = URL(fileURLWithPath: "/usr/bin/git")
    return String(decoding: try Program.run(git, ["-C", path] + arguments), as: UTF8.self)
  }
}
