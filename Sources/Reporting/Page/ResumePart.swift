import ArchiveStorage
import ResumeReading

/// The résumé on the page: its entries with the claims that rest on them, and what it shows.
enum ResumePart {
  /// The section; empty where there is neither a résumé nor a finding on one.
  static func html(of dossier: Dossier, _ cards: ClaimCards) -> HTML {
    guard dossier.resume != nil || !dossier.resumeFindings.isEmpty else { return "" }
    let entries = (dossier.resume?.entries ?? []).map { entry -> HTML in
      let claims = dossier.claimIDs(on: entry).map { id -> HTML in "<a href=\"#\(id)\">\(id)</a>" }
      let span: HTML = entry.span.isEmpty ? "" : " <span class=\"quiet\">\(entry.span)</span>"
      let tied: HTML = claims.isEmpty ? "" : " · \(HTML.join(claims, separator: ", "))"
      return "<li>\(entry.title)\(span)\(tied)</li>"
    }
    let findings = dossier.resumeFindings.map { finding -> HTML in
      "<li><strong>\(finding.kind.label):</strong> \(finding.because)\(cards.list(finding.citations))</li>"
    }
    return """
      <section aria-labelledby="resume"><h2 id="resume">Résumé</h2>
      <ul>\(HTML.join(entries))</ul>
      <ul class="findings">\(HTML.join(findings))</ul>
      </section>
      """
  }
}
