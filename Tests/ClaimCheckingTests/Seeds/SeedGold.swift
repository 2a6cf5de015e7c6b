import ArchiveStorage
import Foundation
import MailParsing
import ResumeReading
import TestSupport

@testable import ClaimChecking

/// The gold cross-reference and what is needed to check it: claims are built from the gold itself, so
/// that checking is tested apart from finding claims.
struct SeedGold: Decodable {
  struct Row: Decodable {
    var quote: String
    var kind: Claim.Kind
    var relation: String?
    var entries: [String]?
    var verdict: Verdict.Kind
    var withGit: Verdict.Kind?
    var gitBecause: String?

    /// Commits that the person's evidence must name; what stands after "base model" is another's.
    var commits: [String] {
      let own = gitBecause?.split(separator: ";").filter { !$0.contains("base model") } ?? []
      return own.joined().split { !$0.isHexDigit }.map(String.init).filter {
        $0.count >= 10 && $0.contains(where: \.isNumber)
      }
    }
  }
  struct Found: Decodable {
    var kind: ResumeFinding.Kind
    var entries: [String]?
  }
  var claims: [Row]
  var resumeFindings: [Found]

  static var isHere: Bool { Checkout.shared("gold/seed-cross-reference.json") != nil }

  static func read() throws -> SeedGold {
    guard let url = Checkout.shared("gold/seed-cross-reference.json") else { throw Missing() }
    return try JSONDecoder().decode(SeedGold.self, from: Data(contentsOf: url))
  }

  struct Missing: Error {}
  private struct Labels: Decodable {
    struct Label: Decodable {
      var quote: String
      var actor: Claim.Actor
      var strength: Claim.Strength?
      var topics: [String]
      var time: String?
    }
    var claims: [Label]
  }

  /// The lengths that the labels' time expressions say, as an extractor resolves them.
  private static let periods: [String: Period] = [
    "over 15 years": Period(months: 180, measure: .over),
    "a little over 3 years": Period(months: 36, measure: .over),
    "over 14 years": Period(months: 168, measure: .over),
  ]

  /// The repository among what the corpus unpacks to: the folder that has a `HEAD`.
  static func repository(in folder: URL) -> String {
    let inner =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    let here = ([folder] + inner).first {
      FileManager.default.fileExists(atPath: $0.appendingPathComponent("HEAD").path)
    }
    return (here ?? folder).path
  }

  /// The seed post as a statement, and its labelled claims in the order of the gold.
  static func statement() throws -> (Statement, [Claim]) {
    let path = "seeds/openstack-dev-2013-10-09-tc-candidacy.txt"
    let data = try Data(contentsOf: Checkout.root.appendingPathComponent(path))
    let text = String(decoding: data, as: UTF8.self)
    let document = Document(kind: .statement, path: path, sha256: "", text: text)
    let written = MailDate(secondsSinceEpoch: 1_381_359_932, zoneOffsetMinutes: 0)
    guard let url = Checkout.shared("gold/claims/seed-post.json") else { throw Missing() }
    let labels = try JSONDecoder().decode(Labels.self, from: Data(contentsOf: url))
    let gold = try read()
    let claims = zip(gold.claims, labels.claims).map { row, label in
      let pattern = label.quote.split(separator: " ").map {
        NSRegularExpression.escapedPattern(for: String($0))
      }
      .joined(separator: "\\s+")
      let place =
        text.range(of: pattern, options: .regularExpression) ?? text.startIndex..<text.startIndex
      let start = text.unicodeScalars.distance(from: text.startIndex, to: place.lowerBound)
      let length = text[place].unicodeScalars.count
      var claim = Claim(
        quote: String(text[place]), range: start..<start + length, kind: row.kind,
        actor: label.actor)
      claim.strength = label.strength
      claim.topics = label.topics
      claim.time = label.time
      claim.period = label.time.flatMap { periods[$0] }
      return claim
    }
    return (.document(document, writtenAt: written), claims)
  }
}
