import ArchiveStorage
import Foundation
import Testing

@testable import ClaimExtraction

/// Statements in the customs of other communities than those that the model has learnt from: underlined
/// platforms, board statements, nominations with front matter, questions and answers, terse histories.
@Suite("Claims in other communities")
struct CommunityTests {
  private static let statements: [LabelledStatement] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/communities")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "txt" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .compactMap { file in
        (try? String(contentsOf: file, encoding: .utf8)).map {
          LabelledStatement(name: file.lastPathComponent, marked: $0)
        }
      }
  }()

  private static func claims(in statement: LabelledStatement) -> [Claim] {
    let document = Document(
      kind: .statement, path: statement.name, sha256: "",
      text: statement.text.string(0..<statement.text.count))
    return ClaimExtractor().claims(in: .document(document, writtenAt: nil))
  }

  @Test("most of the claims are found, and what is found is mostly claimed")
  func score() {
    var score = ClaimScore()
    for statement in Self.statements { score.add(statement, found: Self.claims(in: statement)) }
    #expect(Self.statements.count == 13)
    #expect(score.kindF1 > 0.7, "\(score.summary)")
    #expect(score.spanF1 > 0.8, "\(score.summary)")
  }

  @Test("each statement is read to its end", arguments: statements.map(\.name))
  func wholly(name: String) throws {
    let statement = try #require(Self.statements.first { $0.name == name })
    let last = try #require(Self.claims(in: statement).map(\.range.lowerBound).max())
    #expect(last > statement.text.count / 2)
  }
}
