import ArchiveStorage

/// Writes a report as one page of HTML.
public enum ReportPage {
  /// The page, complete in itself: no script, no font, no picture from elsewhere.
  public static func html(of dossier: Dossier, redaction: Redaction) -> String {
    let dossier = redaction.dossier(dossier)
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Contributions of \(dossier.person.name)</title></head>
      <body></body>
      </html>

      """
    return page.markup
  }
}
