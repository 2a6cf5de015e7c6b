import ArchiveStorage
import Foundation
import TestSupport

/// The rows of the examples in `Verdicts.md`, made into claims and findings.
struct VerdictTable {
  struct Row {
    var line: Int
    var claim: Claim
    var isSettled: Bool
    var findings: [Finding]
    var verdict: Verdict.Kind
    /// As it stands in the table.
    var text: String
  }

  struct Unreadable: Error { var cell: String }

  /// The verdicts of the table of lines, first to last.
  let lines: [Verdict.Kind]
  let rows: [Row]

  init() throws {
    let url = Checkout.root.appendingPathComponent("Sources/byline/byline.docc/Verdicts.md")
    let tables = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("|") }
      .map { row in
        row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      }
      .filter { Int($0[0]) != nil }
    lines = try tables.filter { $0.count == 3 }.map { try Self.kind($0[2]) }
    rows = try tables.filter { $0.count == 4 }.map { try Row($0) }
  }

  fileprivate static func kind(_ cell: String) throws -> Verdict.Kind {
    guard let kind = Verdict.Kind(rawValue: cell) else { throw Unreadable(cell: cell) }
    return kind
  }
}

extension VerdictTable.Row {
  fileprivate init(_ cells: [String]) throws {
    line = Int(cells[0]) ?? 0
    isSettled = !cells[1].contains("two people of the name")
    let words = cells[1].prefix { $0 != "," }.split(separator: " ").map(String.init)
    guard let kind = Claim.Kind(rawValue: words[0]) else {
      throw VerdictTable.Unreadable(cell: cells[1])
    }
    claim = Claim(quote: "the claim", range: 0..<9, kind: kind, actor: .author)
    claim.strength = words.count > 1 ? Claim.Strength(rawValue: words[1]) : nil
    findings = try cells[2].components(separatedBy: "; ").map(Finding.init(words:))
    verdict = try VerdictTable.kind(cells[3])
    text = cells.joined(separator: " | ")
  }
}

extension Finding {
  /// `git supports others specific did partial of A`.
  init(words text: String) throws {
    let words = text.split(separator: " ").map(String.init)
    guard words.count >= 2, let probe = Probe(rawValue: words[0]),
      let outcome = Outcome(rawValue: words[1])
    else { throw VerdictTable.Unreadable(cell: text) }
    self.init(probe, outcome, because: text)
    var cited = outcome == .supports ? 1 : outcome == .contradicts ? 2 : 0
    var rest = words.dropFirst(2)[...]
    while let word = rest.popFirst() {
      if let keeper = Keeper(rawValue: word) {
        self.keeper = keeper
      } else if let specificity = Specificity(rawValue: word) {
        self.specificity = specificity
      } else if let strength = Claim.Strength(rawValue: word) {
        shows = strength
      } else if word == "partial" {
        isPartial = true
      } else if word == "of" {
        part = rest.popFirst()
      } else if word == "uncited" {
        cited = 0
      } else if word == "once" {
        cited = 1
      } else {
        throw VerdictTable.Unreadable(cell: text)
      }
    }
    citations = (0..<cited).map { Citation.invented($0, probe: probe, of: part) }
  }
}

extension Citation {
  /// A citation that can be told from others by its number.
  static func invented(_ number: Int, probe: Finding.Probe = .git, of part: String? = nil) -> Self {
    let place = "\(probe.rawValue)\(part ?? "")\(number)"
    if probe == .git || probe == .intent {
      return .commit(
        CommitCitation(
          repository: "lantern.git", commit: place, path: nil, subject: "commit \(place)",
          author: "Ida Quill <ida@example.org>",
          authoredAt: probe == .intent ? "2012-02-01T00:00:00Z" : "2011-01-01T00:00:00Z",
          committedAt: "2011-01-01T00:00:00Z"))
    }
    return .document(
      DocumentCitation(
        path: "\(probe.rawValue).txt", sha256: "", range: number..<number + 1,
        quote: TextQuote(exact: "words \(place)", prefix: "", suffix: "")))
  }
}
