internal import Foundation
internal import GRDB
internal import MailParsing

/// How people name a message: by its Message-ID or, since many have none, by `sha256:` and the first
/// digits of the digest of an entry it stands in, which every store of the same archives gives alike.
enum MessageName {
  case messageID(String)
  /// Lower-case hexadecimal digits, at least ``fewestDigits``.
  case entry(String)

  /// Digits that the index by digest looks up, and that a name has at least.
  static let fewestDigits = 12
  /// Digits that a name is given with.
  static let shownDigits = 16

  /// Reads a name, with or without angle brackets.
  init(_ text: String) {
    let bare = MessageIDDigest.bare(text)
    let digits = bare.hasPrefix("sha256:") ? bare.dropFirst("sha256:".count).lowercased() : ""
    self =
      digits.count >= Self.fewestDigits && digits.allSatisfy(\.isHexDigit)
      ? .entry(digits) : .messageID(bare)
  }

  /// The numbers of the messages it names, in no order. Message-IDs are told apart by a digest: whoever
  /// shows what is found compares the id itself.
  func messages(in db: Database) throws -> Set<Int64> {
    switch self {
    case .messageID(let id):
      try Int64.fetchSet(
        db.cachedStatement(sql: "SELECT message FROM messageID WHERE digest = ?"),
        arguments: [MessageIDDigest.of(id)])
    case .entry(let digits):
      try Int64.fetchSet(
        db.cachedStatement(
          sql: """
            SELECT message FROM appearance
            WHERE substr(sha256, 1, 6) = ?1 AND substr(lower(hex(sha256)), 1, length(?2)) = ?2
            """),
        arguments: [
          Hexadecimal.bytes(String(digits.prefix(Self.fewestDigits))).map { Data($0) }, digits,
        ])
    }
  }
}

extension MessageName {
  /// The Message-ID in angle brackets or, where there is none, `sha256:` and the first digits of an entry.
  static func shown(messageID: String?, entry sha256: String) -> String {
    messageID.map { "<\($0)>" } ?? "sha256:\(sha256.prefix(shownDigits))"
  }
}

extension StoredMessage {
  /// A name by which the message is found again.
  public var name: String {
    MessageName.shown(
      messageID: message.messageID.first, entry: appearances.first?.entrySHA256 ?? "")
  }
}

extension MessageCitation {
  /// A name by which the message is found again.
  public var name: String { MessageName.shown(messageID: messageID, entry: entrySHA256) }
}
