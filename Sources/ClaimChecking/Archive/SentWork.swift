import MailParsing

/// Work that a post sends or speaks for: what sort it is, told by its subject, patch and attachments.
enum SentWork: String, Sendable, CaseIterable {
  case patch, proposal, announcement, review

  /// Reads a post; nil where it opens nothing and carries no patch.
  ///
  /// An answer carries a patch or is no work, as its subject is another's.
  init?(_ message: Message, _ words: OwnWords) {
    let subject = message.subject.lowercased()
    let isAnswer = Self.isAnswer(subject)
    let named = Set(Words.of(subject).map(\.whole))
    if words.patchStart != nil || message.attachments.contains(where: Self.isPatch) {
      self = .patch
    } else if isAnswer || !message.inReplyTo.isEmpty {
      return nil
    } else if named.contains("patch") || named.contains("patches") {
      self = .patch
    } else if !named.isDisjoint(with: ["announce", "announcing", "announcement", "ann", "released"])
    {
      self = .announcement
    } else if !named.isDisjoint(with: [
      "rfc", "proposal", "proposed", "blueprint", "spec", "request",
    ]) {
      self = .proposal
    } else if named.contains("review") {
      self = .review
    } else {
      return nil
    }
  }

  /// Whether a subject says that its post answers another.
  static func isAnswer(_ subject: String) -> Bool {
    var rest = subject.lowercased()[...]
    // A list may have put its tag before the sign: "[dev] Re: lock table".
    while rest.first == "[", let end = rest.firstIndex(of: "]") {
      rest = rest[rest.index(after: end)...].drop(while: \.isWhitespace)
    }
    return ["re:", "aw:", "sv:", "antw:", "re["].contains(where: rest.hasPrefix)
  }

  private static func isPatch(_ attachment: Attachment) -> Bool {
    ["text/x-patch", "text/x-diff"].contains(attachment.type)
      || [".patch", ".diff"].contains { attachment.name?.lowercased().hasSuffix($0) ?? false }
  }
}
