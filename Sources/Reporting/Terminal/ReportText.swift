import ArchiveStorage

/// Writes a report as plain text for a terminal.
public enum ReportText {
  /// The report, ending in a line feed; controls from mail are spelt out, so that none reaches the
  /// terminal.
  public static func text(of dossier: Dossier, redaction: Redaction) -> String {
    let dossier = redaction.dossier(dossier)
    var lines = [VisibleText.line(dossier.person.name)]
    lines.append("  \(ReportWords.coverage(dossier.coverage))")
    for (kind, count) in ReportWords.verdictCounts(dossier.claims) {
      lines.append("  \(counted(count, "claim")): \(kind.label.lowercased())")
    }
    for claim in dossier.claims { lines += [""] + claimLines(claim) }
    if !dossier.resumeFindings.isEmpty { lines += ["", "Résumé"] }
    for finding in dossier.resumeFindings {
      lines.append("  \(finding.kind.label): \(VisibleText.line(finding.because))")
    }
    if !dossier.unclaimedWork.isEmpty { lines += ["", ReportWords.unclaimedHeading] }
    for work in dossier.unclaimedWork {
      lines.append("  \(VisibleText.line(ReportWords.unclaimed(work)))")
      lines += work.citations.map { "    - \(cited($0))" }
    }
    if !dossier.notes.isEmpty { lines += ["", "Notes"] }
    lines += dossier.notes.map { "  \(VisibleText.line($0))" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func claimLines(_ checked: CheckedClaim) -> [String] {
    var lines = [
      "\(checked.id)  “\(VisibleText.line(checked.claim.quote))”",
      "    \(VisibleText.line(checked.claim.summary))",
      "    \(VisibleText.line(ReportWords.place(checked.citation)))",
      "    \(checked.verdict.kind.label): \(VisibleText.line(checked.verdict.because))",
    ]
    if let telling = checked.verdict.telling {
      lines.append("    How telling: \(ReportWords.telling(telling))")
    }
    if !checked.verdict.wouldChangeIf.isEmpty {
      lines.append("    Would change: \(VisibleText.line(checked.verdict.wouldChangeIf))")
    }
    for finding in checked.findings where finding.outcome != .notApplicable {
      lines.append(
        "    - \(finding.probe.label), \(finding.outcome.label): \(VisibleText.line(finding.because))"
      )
      lines += finding.citations.map { citation in
        "        \(VisibleText.line(ReportWords.place(citation)))"
      }
    }
    return lines
  }

  /// `“words” (where they stand)`.
  static func cited(_ citation: Citation) -> String {
    "“\(VisibleText.line(citation.words))” (\(VisibleText.line(ReportWords.place(citation))))"
  }
}
