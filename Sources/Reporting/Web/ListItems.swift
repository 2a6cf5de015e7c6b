import ArchiveStorage
import MailParsing

/// A message as one entry of a list: subject, author and day.
enum MessageItem {
  static func html(_ stored: StoredMessage) -> HTML {
    let message = stored.message
    let subject = VisibleText.line(message.subject)
    let author = message.from.first.map { $0.name.isEmpty ? $0.email : $0.name } ?? "(nobody)"
    let day = message.sentAt.map { String($0.rfc3339.prefix(10)) } ?? "no date"
    return """
      \(WebPage.link(.message(name: stored.name), "\(subject.isEmpty ? "(no subject)" : subject)")) \
      <span class="quiet">\(VisibleText.line(author)), \(day)</span>
      """
  }
}

/// A claim as one entry of a list.
enum ClaimItem {
  static func html(_ claim: Claim) -> HTML {
    """
    <q>\(VisibleText.line(claim.quote))</q> <span class="quiet">\(claim.summary)</span>
    """
  }
}
