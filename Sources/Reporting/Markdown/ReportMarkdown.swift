import ArchiveStorage
import ResumeReading

/// Writes a report as CommonMark with tables.
public enum ReportMarkdown {
  /// The report, ending in a line feed.
  public static func text(of dossier: Dossier, redaction: Redaction) -> String {
    let dossier = redaction.dossier(dossier)
    let sources = SourceTable(dossier)
    var blocks = head(dossier)
    blocks.append(table(of: sources))
    blocks.append("## Claims")
    if dossier.claims.isEmpty { blocks.append("No claims were found in the statements.") }
    for claim in dossier.claims { blocks += claimBlocks(claim, sources) }
    if let resume = dossier.resume { blocks += resumeBlocks(resume, in: dossier, sources) }
    blocks += unclaimedBlocks(dossier.unclaimedWork, sources)
    blocks += ["## What this report does not say", list(ReportWords.limits)]
    if !dossier.notes.isEmpty {
      blocks += ["## Notes", list(dossier.notes.map(Markdown.text))]
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func head(_ dossier: Dossier) -> [String] {
    var blocks = ["# Contributions of \(Markdown.text(dossier.person.name))"]
    blocks.append(
      "Checked \(Markdown.text(dossier.generatedAt)). "
        + Markdown.text(ReportWords.coverage(dossier.coverage)))
    if !dossier.person.addresses.isEmpty {
      blocks.append(
        "Addresses: " + dossier.person.addresses.map(Markdown.text).joined(separator: ", "))
    }
    if !dossier.person.merges.isEmpty {
      blocks.append(
        list(
          dossier.person.merges.map { "\(Markdown.text($0.with)): \(Markdown.text($0.because))" }))
    }
    return blocks + overview(dossier.claims)
  }

  /// Every claim under its verdict.
  private static func overview(_ claims: [CheckedClaim]) -> [String] {
    ReportWords.verdictCounts(claims).flatMap { kind, count in
      let claims = claims.filter { $0.verdict.kind == kind }.map { checked in
        "\(Markdown.text(checked.id)): \(Markdown.text(VisibleText.line(checked.claim.quote)))"
      }
      return [
        "**\(kind.label)**, \(counted(count, "claim")): \(kind.meaning)", list(claims),
      ]
    }
  }

  private static func table(of sources: SourceTable) -> String {
    let rows = sources.sources.enumerated().map { index, source in
      let span = [source.from, source.to].compactMap { $0 }.joined(separator: " – ")
      return "| s\(index + 1) | \(source.kind.label) | \(Markdown.text(source.path)) "
        + "| \(ReportWords.kept(source.kind)) "
        + "| \(Markdown.text(span)) | \(source.messages.map(String.init) ?? "") |"
    }
    let head = [
      "| Source | Kind | Path | Kept | Dates | Messages |",
      "| --- | --- | --- | --- | --- | ---: |",
    ]
    return "## Sources\n\n" + (head + rows).joined(separator: "\n")
  }

  private static func claimBlocks(_ checked: CheckedClaim, _ sources: SourceTable) -> [String] {
    var blocks = ["### \(Markdown.text(checked.id)): \(checked.verdict.kind.label)"]
    blocks.append("> \(Markdown.text(checked.claim.quote))")
    blocks.append(
      "\(Markdown.text(checked.claim.summary))  \n\(cited(checked.citation, sources))")
    blocks.append("*Why:* \(Markdown.text(checked.verdict.because))")
    if let telling = checked.verdict.telling {
      blocks.append("*How telling:* \(ReportWords.telling(telling))")
    }
    if !checked.verdict.wouldChangeIf.isEmpty {
      blocks.append("*What would change it:* \(Markdown.text(checked.verdict.wouldChangeIf))")
    }
    let findings = checked.findings.filter { $0.outcome != .notApplicable }.map { finding in
      let head = "**\(finding.probe.label), \(finding.outcome.label).** "
      return
        ([head + Markdown.text(finding.because)]
        + finding.citations.map { "  - " + citation($0, sources) }).joined(separator: "\n")
    }
    if !findings.isEmpty { blocks.append(list(findings)) }
    return blocks
  }

  private static func citation(_ citation: Citation, _ sources: SourceTable) -> String {
    "“\(Markdown.text(citation.words))” \(cited(citation, sources))"
  }

  private static func cited(_ citation: Citation, _ sources: SourceTable) -> String {
    "(\(sources.id(of: citation)): \(Markdown.text(ReportWords.place(citation))))"
  }

  private static func resumeBlocks(
    _ resume: Resume, in dossier: Dossier, _ sources: SourceTable
  ) -> [String] {
    var blocks = ["## Résumé"]
    let entries = resume.entries.map { entry in
      let claims = dossier.claimIDs(on: entry)
      let span = entry.span.isEmpty ? "" : " (\(Markdown.text(entry.span)))"
      return Markdown.text(entry.title) + span
        + (claims.isEmpty ? "" : ": " + claims.map(Markdown.text).joined(separator: ", "))
    }
    if !entries.isEmpty { blocks.append(list(entries)) }
    let findings = dossier.resumeFindings.map { finding in
      (["**\(finding.kind.label).** \(Markdown.text(finding.because))"]
        + finding.citations.map { "  - " + citation($0, sources) }).joined(separator: "\n")
    }
    if !findings.isEmpty { blocks.append(list(findings)) }
    return blocks
  }

  private static func unclaimedBlocks(
    _ work: [UnclaimedWork], _ sources: SourceTable
  ) -> [String] {
    guard !work.isEmpty else { return [] }
    let items = work.map { work in
      ([Markdown.text(ReportWords.unclaimed(work))]
        + work.citations.map { "  - " + citation($0, sources) }).joined(separator: "\n")
    }
    return ["## \(ReportWords.unclaimedHeading)", ReportWords.unclaimedMeaning, list(items)]
  }

  private static func list(_ items: [String]) -> String {
    items.map { "- \($0)" }.joined(separator: "\n")
  }
}
