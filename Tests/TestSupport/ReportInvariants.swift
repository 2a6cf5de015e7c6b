import Foundation
public import Testing

/// Rules that every `byline.report/1` keeps, whoever it is about and whatever the records hold.
public enum ReportInvariants {
  /// Expects the report to keep every rule.
  public static func expect(
    _ report: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for broken in broken(in: report) { Issue.record("\(broken)", sourceLocation: sourceLocation) }
  }

  /// The rules that a report breaks, each with the claim that breaks it.
  public static func broken(in report: String) -> [String] {
    guard let report = try? JSONDecoder().decode(Report.self, from: Data(report.utf8)) else {
      return ["the report cannot be read"]
    }
    return report.claims.flatMap { claim in
      claim.broken(isSettled: report.person.namesakes.isEmpty).map { "\(claim.id): \($0)" }
    }
  }
}

private struct Report: Decodable {
  struct Person: Decodable { var namesakes: [String] }
  var person: Person
  var claims: [Claim]
}

private struct Claim: Decodable {
  var id: String
  var kind: String
  var strength: String?
  var statedAt: String?
  var verdict: String
  var because: String
  var wouldChangeIf: String
  var findings: [Finding]

  func broken(isSettled: Bool) -> [String] {
    var broken: [String] = []
    func rule(_ holds: Bool, _ text: String) { if !holds { broken.append(text) } }
    let supports = findings.filter { $0.outcome == "supports" }
    rule(!because.isEmpty && !wouldChangeIf.isEmpty, "a verdict says why, and what would change it")
    for finding in findings where ["supports", "contradicts"].contains(finding.outcome) {
      let words = finding.citations.map(\.words)
      rule(!words.contains(""), "what is cited has words")
      rule(Set(finding.citations.map(\.origin)).count == words.count, "one origin counts once")
      rule(finding.outcome == "contradicts" || finding.keeper != nil, "a record has a keeper")
    }
    if !isSettled {
      rule(verdict == "notCheckable", "while it is not settled who is meant, nothing is checkable")
      return broken
    }
    for finding in supports where finding.probe != "intent" {
      rule(
        finding.citations.allSatisfy { !$0.isLater(than: statedAt) },
        "nothing later than the statement supports it")
    }
    let independent = supports.filter { $0.keeper == "others" && !$0.citations.isEmpty }
    let performs = supports.contains {
      $0.keeper == "publicAct" && !$0.isPartial && !$0.citations.isEmpty
    }
    switch verdict {
    case "corroborated":
      let whole = independent.filter { !$0.isPartial }
      rule(performs || !whole.isEmpty, "a decisive verdict cites a record that others kept")
      guard !performs else { break }
      for part in Set(independent.compactMap(\.part)).map(Optional.some) + [nil] {
        let speaking = whole.filter { part == nil || $0.part == nil || $0.part == part }
        rule(
          speaking.map(\.shown).max() ?? -1 >= Finding.rank(strength),
          "the weakest part bounds the whole")
      }
    case "partlyCorroborated":
      rule(
        !independent.isEmpty
          || supports.contains { $0.keeper == "claimantAtTheTime" && !$0.citations.isEmpty },
        "a verdict in part cites a record of the time")
    case "consistent":
      rule(supports.contains { !$0.citations.isEmpty }, "what agrees is cited")
      rule(independent.isEmpty, "what others kept is more than consistent")
    case "contradicted":
      rule(
        findings.contains {
          $0.outcome == "contradicts" && Set($0.citations.map(\.words)).count > 1
        },
        "a contradiction quotes two readings")
    case "notFound":
      rule(findings.contains { $0.outcome == "silent" }, "not found means that a record was asked")
    case "notCheckable": break
    default: broken.append("\(verdict) is no verdict")
    }
    return broken
  }
}

private struct Finding: Decodable {
  var probe: String
  var outcome: String
  var keeper: String?
  var shows: String?
  var isPartial: Bool
  var part: String?
  var citations: [Citation]

  var shown: Int { Self.rank(shows) }

  /// A claim or record that tells no strength is that somebody took part.
  static func rank(_ strength: String?) -> Int {
    strength.flatMap { ["took_part", "did", "led"].firstIndex(of: $0) } ?? 0
  }
}

private struct Citation: Decodable {
  struct Selector: Decodable { var exact: String }
  var selector: Selector?
  var subject: String?
  var author: String?
  var sentAt: String?
  var authoredAt: String?
  var path: String?
  var range: [Int]?

  var words: String { selector?.exact ?? subject ?? "" }

  /// Equal for a mail sent to two lists, a line quoted, a commit picked onto another branch.
  var origin: String {
    let place = sentAt == nil && authoredAt == nil ? "\(path ?? "") \(range ?? [])" : ""
    return [words, author ?? "", authoredAt ?? "", place].joined(separator: "\n")
  }

  func isLater(than statement: String?) -> Bool {
    guard let statement = statement.flatMap(Self.instant),
      let own = (sentAt ?? authoredAt).flatMap(Self.instant)
    else { return false }
    return own > statement
  }

  private static func instant(_ text: String) -> Date? { try? Date(text, strategy: .iso8601) }
}
