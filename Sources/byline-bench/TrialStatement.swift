import ArchiveStorage
import ClaimChecking
import ClaimExtraction
import Foundation
import MailParsing
import ResumeReading

/// A labelled statement whose author is known by its file's name: `CYCLE__OFFICE__AUTHOR`.
struct TrialStatement {
  let name: String
  let statement: Statement
  /// Claims as they were marked by hand.
  let marked: [Claim]
  /// Claims as the extractor finds them.
  var found: [Claim] { ClaimExtractor().claims(in: statement) }
  private let office: String
  /// The author's name, login or address, folded.
  private let author: String
  private let text: String

  /// The statements of a folder, by name.
  static func all(in folder: String) throws -> [TrialStatement] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/text")
    return try names.filter { $0.hasSuffix(".txt") }.sorted().map {
      try TrialStatement(name: String($0.dropLast(4)), in: folder)
    }
  }

  private init(name: String, in folder: String) throws {
    let parts = name.components(separatedBy: "__")
    self.name = name
    office = parts.count > 1 ? parts[1] : ""
    author = Self.folded((parts.last ?? name).replacingOccurrences(of: "_at_", with: "@"))
    let path = "\(folder)/text/\(name).txt"
    text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    let statement = Statement.document(
      Document(kind: .statement, path: path, sha256: "", text: text),
      writtenAt: Self.day(ofCycle: parts[0]))
    self.statement = statement
    let labels = try JSONDecoder().decode(
      Labels.self, from: Data(contentsOf: URL(fileURLWithPath: "\(folder)/labels/\(name).json")))
    let labelled = LabelledStatement(name: name, text: text, labels: labels.claims)
    marked = zip(labelled.labels, labelled.ranges).compactMap { label, range in
      guard let range else { return nil }
      var claim = Claim(quote: label.quote, range: range, kind: label.kind, actor: label.actor)
      claim.strength = label.strength
      claim.topics = label.topics
      claim.time = label.time
      return claim
    }
  }

  private struct Labels: Codable { var claims: [LabelledStatement.Label] }

  /// Whether the text says a project's name.
  func names(_ project: String) -> Bool { Self.says(text, project) }

  /// Whether a claim is about a project: where the office is the project's, or the claim names it.
  func isAbout(_ project: String, _ claim: Claim) -> Bool {
    Self.folded(office) == Self.folded(project) || Self.says(claim.quote, project)
  }

  /// Whether an author wrote the statement: by address, name or login.
  func isBy(_ other: GitTrial.Author) -> Bool {
    other.identities.contains { identity in
      let login = Self.folded(String(identity.email.prefix { $0 != "@" }))
      return Self.folded(identity.email) == author || Self.folded(identity.name) == author
        || login == author || login == Self.folded(String(author.prefix { $0 != "@" }))
    }
  }

  /// Whether an author may be the one who wrote the statement, or shares a name with them.
  func mayBe(_ other: GitTrial.Author) -> Bool {
    if isBy(other) { return true }
    let own = author.prefix { $0 != "@" }
    return other.identities.contains { identity in
      let words = identity.name.lowercased().split { !$0.isLetter }
      return Self.says(text, identity.name)
        || words.contains { $0.count > 3 && own.contains($0) }
        || (words.count > 1 && own.contains(words[words.count - 1])
          && own.first == words[0].first)
    }
  }

  private static func says(_ text: String, _ words: String) -> Bool {
    let (text, words) = (spaced(text), spaced(words))
    return words.count > 2 && text.contains(words)
  }

  private static func spaced(_ text: String) -> String {
    " " + text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().filter { !"_ .'’".contains($0) }
  }

  private static func day(ofCycle name: String) -> MailDate? {
    guard let start = ReleaseCalendar.openStack.cycle(named: name)?.start else { return nil }
    let day = MailDate.days(fromYear: start.year, month: start.month ?? 1, day: start.day ?? 1)
    return MailDate(secondsSinceEpoch: (day - 14) * 86_400, zoneOffsetMinutes: 0)
  }
}
