import ArchiveStorage
import MailParsing

/// Messages as rows of a CSV table (RFC 4180).
enum MessageTable {
  static let head =
    "messageId,sentAt,fromName,fromEmail,subject,list,path,entryStart,entryEnd,contentKey"

  static func row(of stored: StoredMessage) -> String {
    let message = stored.message
    let appearance = stored.appearances[0]
    return [
      message.messageID.first ?? "", message.sentAt?.rfc3339 ?? "", message.from.first?.name ?? "",
      message.from.first?.email ?? "", message.subject, appearance.list ?? "",
      appearance.source.path, String(appearance.entry.lowerBound),
      String(appearance.entry.upperBound), stored.contentKey,
    ].map(field).joined(separator: ",")
  }

  private static func field(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
