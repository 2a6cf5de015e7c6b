import ArchiveStorage
import MailParsing

/// Whether posts are signed, and by keys that the user gave.
///
/// A post that bears a signature is told as signed and not checked where its key or certificate is not given,
/// where the archive holds no more than a rendering of it, and where S/MIME holds the text inside. Text
/// outside of what is signed is no signed text, whatever post it stands in.
struct MailSignatures {
  let database: ArchiveDatabase
  /// Keys to check with; nil where none can be. Those of `ssh-keygen` sign no mail.
  let keys: Keyring.Keys?

  /// What is known of the signature over the words of a citation; nil where none covers them. Throws where
  /// the store fails, or gpg cannot be run.
  func signature(of cited: MessageCitation) async throws -> Citation.Signature? {
    guard let id = cited.messageID,
      let appearance = try database.messages(withMessageID: id).flatMap(\.appearances)
        .first(where: { $0.entrySHA256 == cited.entrySHA256 }),
      let bytes = try database.bytes(of: appearance)
    else { return nil }
    let dialect = MboxDialect.allCases.first { $0.format == appearance.format }
    guard let mail = SignedMail(bytes, dialect: dialect) else { return nil }
    if case .clear(let text) = mail, !Self.says(text, cited.quote.exact) { return nil }
    guard appearance.fidelity == .original else { return .unchecked }
    return switch (mail, keys) {
    case (.detached(let signed, let signature), .openPGP(let folder)):
      try await OpenPGP(folder: folder).check(signature, of: signed)
    case (.clear(let text), .openPGP(let folder)):
      try await OpenPGP(folder: folder).check(clear: text)
    case (.certified(let signed, let signature), .certificates(let file, let folder)):
      try await Certificates(file: file, folder: folder).check(signature, of: signed)
    default: .unchecked
    }
  }

  /// Whether a text in some charset says words, by their ASCII letters and digits, as line ends and the
  /// marks before hyphens differ.
  private static func says(_ text: [UInt8], _ words: String) -> Bool {
    func telling(_ bytes: some Sequence<UInt8>) -> [UInt8] {
      bytes.filter { $0.isLetter || $0.isDigit }
    }
    let wanted = telling(words.utf8)
    return !wanted.isEmpty && telling(text).firstRange(of: wanted) != nil
  }
}
