import ArchiveStorage
import Testing

@testable import ClaimChecking

@Suite("The policy")
struct VerdictPolicyTests {
  @Test("every example of the documentation comes to its verdict")
  func examples() throws {
    let table = try VerdictTable()
    #expect(table.rows.count > 30)
    for row in table.rows {
      let verdict = VerdictPolicyTests.verdict(
        on: row.claim, row.findings, isSettled: row.isSettled)
      #expect(verdict.kind == row.verdict, "\(row.text): \(verdict.because)")
      #expect(!verdict.because.isEmpty)
      #expect(!verdict.wouldChangeIf.isEmpty)
    }
  }

  @Test("every line of the documentation has an example, and an example that comes to its verdict")
  func lines() throws {
    let table = try VerdictTable()
    #expect(table.lines.count == 10)
    for (index, kind) in table.lines.enumerated() {
      let examples = table.rows.filter { $0.line == index + 1 }
      #expect(examples.contains { $0.verdict == kind }, "line \(index + 1)")
    }
  }

  @Test("where less is shown than is claimed, both are named")
  func bothSides() throws {
    var claim = Claim(quote: "x", range: 0..<1, kind: .contribution, actor: .author)
    claim.strength = .led
    let finding = try Finding(words: "git supports others specific took_part")
    let verdict = VerdictPolicy.verdict(on: claim, given: [finding])
    #expect(verdict.because.contains("leading or starting it"))
    #expect(verdict.because.contains("taking part"))
  }

  static func verdict(
    on claim: Claim, _ findings: [Finding], isSettled: Bool = true
  ) -> Verdict {
    isSettled
      ? VerdictPolicy.verdict(on: claim, given: findings)
      : VerdictPolicy.unsettled(namesakes: ["Ida Quill, Oslo", "Ida Quill, Turin"])
  }
}
