public import MailParsing

/// A sender that a list rewrote so that DMARC lets it through: `Jane Doe via dev <dev@lists.example.org>`.
///
/// Mailman 2.1 (`from_is_list`), Mailman 3, Google Groups (quotes around the name) and others do so.
public struct MungedSender: Sendable, Hashable {
  /// The author's name with the list's addition taken off.
  public var name: String
  /// The list's address, which is not the author's.
  public var listAddress: String

  /// Recognises a rewritten sender; nil for any other.
  public init?(_ address: Address) {
    guard let via = address.name.lowercased().lastPlace(of: " via ") else { return nil }
    // Lower-casing may change lengths in some scripts; only the count of characters carries over.
    let lowered = address.name.lowercased()
    let kept = lowered.distance(from: lowered.startIndex, to: via.lowerBound)
    let name = String(address.name.prefix(kept)).trimmed(of: " '\"")
    let listName = PersonName(String(lowered[via.upperBound...]))
    guard !name.isEmpty, !listName.words.isEmpty else { return nil }
    let mailbox = MailboxKey(address.email)
    // "Jane via Example" from her own address is a signature, not a list's rewriting.
    let addressWords = PersonName(mailbox.localPart.replacingAll("@", with: " ")).words
    guard
      mailbox.isEmpty || SharedMailbox.use(of: mailbox) != .personal
        || listName.words.allSatisfy({
          addressWords.contains($0) || mailbox.localPart.contains($0) || mailbox.domain.contains($0)
        })
    else { return nil }
    self.name = name
    listAddress = address.email
  }

  /// The author as Reply-To or X-Original-From gives them back; nil where none of them can be.
  ///
  /// One that bears the author's name is preferred; a single one without a name that is no list's
  /// address is taken too.
  public func author(repliesTo: [Address]) -> Address? {
    let candidates = repliesTo.filter {
      !$0.email.isEmpty && $0.email.lowercased() != listAddress.lowercased()
        && SharedMailbox.use(of: MailboxKey($0.email)) != .shared
    }
    let key = PersonName(name).key
    if let named = candidates.first(where: { !key.isEmpty && PersonName($0.name).key == key }) {
      return Address(name: name, email: named.email)
    }
    guard candidates.count == 1, PersonName(candidates[0].name).key.isEmpty else { return nil }
    return Address(name: name, email: candidates[0].email)
  }
}
