import ArchiveStorage

/// Writes a report as one page of HTML.
public enum ReportPage {
  /// The page, complete in itself: no script, no font, no picture from elsewhere. It reads on a
  /// telephone and on a desk, in light and in dark, and on paper.
  public static func html(of dossier: Dossier, redaction: Redaction) -> String {
    html(of: redaction.dossier(dossier), isOnSite: false)
  }

  /// The page as the web site shows it: nothing in it is obscured, and mail that is cited is a click away.
  public static func html(onSite dossier: Dossier) -> String { html(of: dossier, isOnSite: true) }

  /// Characters of a claim's quote that stand in the overview.
  private static let mostQuoted = 160

  private static func html(of dossier: Dossier, isOnSite: Bool) -> String {
    let sources = SourceTable(dossier)
    let cards = ClaimCards(sources: sources, isOnSite: isOnSite)
    let claims =
      dossier.claims.isEmpty
      ? "<p>No claims were found in the statements.</p>"
      : HTML.join(dossier.claims.map(cards.card))
    return PageFrame.html(
      title: "Contributions of \(dossier.person.name)",
      style: isOnSite ? WebPage.style : PageStyle.sheet,
      """
      \(isOnSite ? WebPage.navigation() : "")\(PageHead.html(of: dossier, sources))
      <main>
      \(verdicts(of: dossier))
      \(TimelineDrawing.html(of: Timeline(dossier)))
      <section aria-labelledby="claims"><h2 id="claims">Claims</h2>
      \(claims)
      </section>
      \(ResumePart.html(of: dossier, cards))
      \(unclaimed(dossier.unclaimedWork, cards))
      \(PageHead.sources(sources))
      <section aria-labelledby="limits"><h2 id="limits">What this report does not say</h2>
      \(list(ReportWords.limits))</section>
      \(notes(of: dossier))
      </main>
      """)
  }

  /// Every claim under its verdict, in as much of its words as a line holds.
  private static func verdicts(of dossier: Dossier) -> HTML {
    let kinds = ReportWords.verdictCounts(dossier.claims).map { kind, count -> HTML in
      let claims = dossier.claims.filter { $0.verdict.kind == kind }.map { checked -> HTML in
        """
        <li><a href="#\(checked.id)">\(checked.id)</a> \
        \(VisibleText.line(checked.claim.quote, width: mostQuoted))</li>
        """
      }
      return """
        <details open class="verdict"><summary>\(ClaimCards.badge(kind)) \
        <strong>\(counted(count, "claim")):</strong> \(kind.meaning)</summary>
        <ul>\(HTML.join(claims))</ul></details>
        """
    }
    guard !kinds.isEmpty else { return "" }
    return """
      <section aria-labelledby="verdicts"><h2 id="verdicts">What the records show</h2>
      \(HTML.join(kinds))
      </section>
      """
  }

  private static func unclaimed(_ work: [UnclaimedWork], _ cards: ClaimCards) -> HTML {
    guard !work.isEmpty else { return "" }
    let items = work.map { work -> HTML in
      """
      <li><span class="badge">\(work.kind.label)</span> \(ReportWords.unclaimed(work))\
      \(cards.list(work.citations))</li>
      """
    }
    return """
      <section aria-labelledby="unclaimed"><h2 id="unclaimed">\(ReportWords.unclaimedHeading)</h2>
      <p class="quiet">\(ReportWords.unclaimedMeaning)</p>
      <ul class="unclaimed">\(HTML.join(items))</ul></section>
      """
  }

  private static func notes(of dossier: Dossier) -> HTML {
    guard !dossier.notes.isEmpty else { return "" }
    return """
      <section aria-labelledby="notes"><h2 id="notes">Notes on the records</h2>
      \(list(dossier.notes))</section>
      """
  }

  private static func list(_ items: [String]) -> HTML {
    "<ul>\(HTML.join(items.map { "<li>\($0)</li>" }, separator: ""))</ul>"
  }
}
