import ArchiveStorage
import MailParsing
import Reporting

/// Shows messages to people.
enum MessageText {
  /// One line: date, author, subject, and the name by which `show` finds it.
  static func line(_ stored: StoredMessage) -> String {
    let message = stored.message
    let day = message.sentAt.map { String($0.rfc3339.prefix(10)) } ?? "no date   "
    return
      "\(day)  \(VisibleText.line(author(message), width: 28))  \(VisibleText.line(message.subject, width: 72))  \(VisibleText.line(stored.name))"
  }

  /// The whole message under its headers.
  static func whole(_ stored: StoredMessage) -> String {
    let message = stored.message
    var lines: [String] = []
    func field(_ name: String, _ value: String) {
      if !value.isEmpty { lines.append("\(name): \(VisibleText.line(value))") }
    }
    field("From", message.from.map(address).joined(separator: ", "))
    field("To", message.to.map(address).joined(separator: ", "))
    field("Cc", message.cc.map(address).joined(separator: ", "))
    field("Date", message.sentAt?.rfc3339 ?? "")
    field("Subject", message.subject)
    field("Message-ID", message.messageID.joined(separator: ", "))
    if message.messageID.isEmpty { field("Name", stored.name) }
    field("In-Reply-To", message.inReplyTo.joined(separator: ", "))
    for attachment in message.attachments {
      field(
        "Attachment",
        [attachment.name, attachment.type, attachment.url].compactMap(\.self).joined(
          separator: ", "))
    }
    for appearance in stored.appearances {
      let member = appearance.source.member.map { " (\($0))" } ?? ""
      field(
        "Stands in",
        "\(appearance.source.path)\(member) [\(appearance.entry.lowerBound), \(appearance.entry.upperBound)] "
          + "\(appearance.format.rawValue), \(appearance.fidelity.rawValue)")
    }
    for defect in stored.defects {
      field("Defect", "\(defect.kind.rawValue) at \(defect.range.lowerBound) \(defect.detail)")
    }
    return lines.joined(separator: "\n") + "\n\n" + VisibleText.of(message.text)
  }

  /// The name a message gives its author, or the address where it gives none.
  static func author(_ message: Message) -> String {
    message.from.first.map { $0.name.isEmpty ? $0.email : $0.name } ?? "(nobody)"
  }

  private static func address(_ address: Address) -> String {
    if address.name.isEmpty { return address.email }
    return address.email.isEmpty ? address.name : "\(address.name) <\(address.email)>"
  }
}
