import ArchiveStorage
import MailParsing

/// A stored message as an entry of an mbox.
enum MboxEntryBytes {
  /// An entry of an mbox or of monthly text is given byte for byte, its From_ line included; another
  /// mail gets a From_ line and mboxrd quoting, and a page is written as the mail it renders.
  static func entry(of stored: StoredMessage, bytes: [UInt8]?) -> [UInt8] {
    let appearance = stored.appearances[0]
    let fromLine = Array("From byline Thu Jan  1 00:00:00 1970\n".utf8)
    var entry: [UInt8]
    if let bytes, appearance.fidelity != .rendered {
      entry = bytes.starts(with: Array("From ".utf8)) ? bytes : fromLine + quoted(bytes)
    } else {
      entry = fromLine + quoted(Array(rendered(stored).utf8))
    }
    if entry.last != UInt8(ascii: "\n") { entry.append(UInt8(ascii: "\n")) }
    entry.append(UInt8(ascii: "\n"))
    return entry
  }

  /// Puts a `>` before every line that is `From ` behind any number of `>` (mboxrd).
  private static func quoted(_ bytes: [UInt8]) -> [UInt8] {
    let from = Array("From ".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      if line.drop(while: { $0 == UInt8(ascii: ">") }).starts(with: from) {
        result.append(UInt8(ascii: ">"))
      }
      result += line
      start = end
    }
    return result
  }

  private static func rendered(_ stored: StoredMessage) -> String {
    let message = stored.message
    var head = ""
    func field(_ name: String, _ value: String) {
      let line = value.split(whereSeparator: \.isNewline).joined(separator: " ")
      if !line.isEmpty { head += "\(name): \(line)\n" }
    }
    field("From", message.from.map { "\($0.name) <\($0.email)>" }.joined(separator: ", "))
    field("Date", message.sentAt?.rfc3339 ?? "")
    field("Subject", message.subject)
    field("Message-ID", message.messageID.map { "<\($0)>" }.joined(separator: " "))
    field("In-Reply-To", message.inReplyTo.map { "<\($0)>" }.joined(separator: " "))
    field("Content-Type", "text/plain; charset=utf-8")
    return head + "\n" + message.text
  }
}
