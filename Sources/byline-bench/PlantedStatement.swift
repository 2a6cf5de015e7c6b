import ArchiveStorage
import ClaimExtraction
import Foundation
import MailParsing

/// A labelled statement that is sent among the posts of a list, whole or sentence by sentence.
struct PlantedStatement {
  private struct Labels: Decodable {
    struct Label: Decodable {
      var quote: String
      var kind: Claim.Kind
    }
    var claims: [Label]
  }

  /// `CYCLE__OFFICE__AUTHOR`, where the office is a committee or a project whose lead is elected.
  var name: String
  var text: String
  private var labels: [Labels.Label]

  /// The statements of `text/NAME.txt` with the claims of `labels/NAME.json`, by name.
  static func read(folder: String) throws -> [PlantedStatement] {
    let texts = URL(fileURLWithPath: folder).appendingPathComponent("text")
    return try FileManager.default.contentsOfDirectory(
      at: texts, includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == "txt" }
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
    .map { file in
      let name = file.deletingPathExtension().lastPathComponent
      let labels = URL(fileURLWithPath: folder).appendingPathComponent("labels/\(name).json")
      return PlantedStatement(
        name: name, text: String(decoding: try Data(contentsOf: file), as: UTF8.self),
        labels: try JSONDecoder().decode(Labels.self, from: Data(contentsOf: labels)).claims)
    }
  }

  // MARK: Claims among ordinary sentences

  /// For each rare kind, how many labelled sentences are found when they stand as a paragraph of an
  /// ordinary post, and how many are in their own statement.
  static func recall(of statements: [PlantedStatement], among hosts: [String]) -> [String] {
    guard !hosts.isEmpty else { return [] }
    let extractor = ClaimExtractor()
    var planted: [Claim.Kind: Int] = [:]
    var atHome: [Claim.Kind: Int] = [:]
    var all: [Claim.Kind: Int] = [:]
    var turn = 0
    for statement in statements {
      let home = extractor.claims(in: statement.text)
      for label in statement.labels where rare.contains(label.kind) {
        guard let sentence = statement.sentence(of: label.quote) else { continue }
        all[label.kind, default: 0] += 1
        if home.contains(where: { isSame($0, label) }) { atHome[label.kind, default: 0] += 1 }
        let host = hosts[turn % hosts.count]
        turn += 1
        let found = extractor.claims(in: "\(sentence)\n\n\(host)")
        if found.contains(where: { isSame($0, label) }) { planted[label.kind, default: 0] += 1 }
      }
    }
    return rare.compactMap { kind in
      all[kind].map {
        "\(kind.rawValue): \(planted[kind, default: 0]) of \($0) planted sentences found, "
          + "\(atHome[kind, default: 0]) in their statements"
      }
    }
  }

  private static let rare: [Claim.Kind] = [.candidacy, .role, .credential, .tenure, .contribution]

  /// The lines around a quote, up to full stops.
  private func sentence(of quote: String) -> String? {
    let folded = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let words = quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let place = folded.range(of: words) else { return nil }
    let start = folded[..<place.lowerBound].range(of: ". ", options: .backwards)?.upperBound
    let end = folded[place.upperBound...].firstIndex(of: ".") ?? folded.endIndex
    return String(folded[(start ?? folded.startIndex)..<end]) + "."
  }

  /// Whether a claim is of a label's kind and shares half of its words.
  private static func isSame(_ claim: Claim, _ label: Labels.Label) -> Bool {
    guard claim.kind == label.kind else { return false }
    let one = Set(claim.quote.split(whereSeparator: \.isWhitespace))
    let other = Set(label.quote.split(whereSeparator: \.isWhitespace))
    return one.intersection(other).count * 2 >= one.union(other).count
  }

  // MARK: Candidacies among posts

  /// How many statements are taken for candidacies under each form of subject, and how many with the
  /// right office, project and cycle.
  static func candidacies(of statements: [PlantedStatement]) -> [String] {
    guard !statements.isEmpty else { return [] }
    let detector = CandidacyDetector()
    var lines = [
      "| subject | found | office | project | cycle |", "| --- | --- | --- | --- | --- |",
    ]
    var missed: [String] = []
    for (name, subject) in subjects {
      var found = 0
      var right = (office: 0, project: 0, cycle: 0)
      for statement in statements {
        let parts = statement.name.components(separatedBy: "__")
        let (cycle, project) = (parts[0], parts[1].replacingOccurrences(of: "_", with: " "))
        guard
          let candidacy = detector.candidacy(in: statement.text, subject: subject(project))
        else {
          missed.append("\(name): \(statement.name)")
          continue
        }
        found += 1
        let isCommittee = project == "TC"
        if candidacy.office == (isCommittee ? "tc" : "ptl") { right.office += 1 }
        if isCommittee
          ? candidacy.project == nil : Self.folded(candidacy.project) == Self.folded(project)
        {
          right.project += 1
        }
        if candidacy.cycle == ReleaseCalendar.openStack.cycle(named: cycle)?.names.first {
          right.cycle += 1
        }
      }
      lines.append(
        "| \(name) | \(found) of \(statements.count) | \(right.office) | \(right.project) | \(right.cycle) |"
      )
    }
    return lines + missed.map { "missed under \($0)" }
  }

  /// A project's letters, without the foundation's name: "OpenStack Charms" is "charms".
  private static func folded(_ project: String?) -> String {
    (project ?? "").lowercased().replacingOccurrences(of: "openstack", with: "").filter(\.isLetter)
  }

  private static let subjects: [(name: String, subject: @Sendable (String) -> String)] = [
    ("none", { _ in "" }),
    (
      "an ordinary one",
      { "[openstack-dev] [\($0.lowercased())] Some thoughts on the coming months" }
    ),
    (
      "[PTL][Nova] PTL candidacy",
      {
        $0 == "TC"
          ? "[openstack-dev] [all][tc] TC Candidacy" : "[openstack-dev] [PTL][\($0)] PTL candidacy"
      }
    ),
    ("Candidacy for …", { "Candidacy for \($0 == "TC" ? "the TC" : "\($0) PTL")" }),
    ("Self-nomination", { "Self-nomination: \($0)" }),
  ]
}
