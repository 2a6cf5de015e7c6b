/// Identities with one address are one person, unless many people use that address.
enum SameAddressRule {
  /// From how many wholly different full names on an address is taken for shared.
  static let namesOfSharedAddress = 4

  /// Links every identity to the first with its address. Cost: linear, but for addresses with many names.
  static func links(among senders: [Sender]) -> [Link] {
    var byAddress: [MailboxKey: [Int]] = [:]
    for (index, sender) in senders.enumerated()
    where sender.use != .shared && !sender.mailbox.isObscured && sender.restored == nil {
      byAddress[sender.mailbox, default: []].append(index)
    }
    var links: [Link] = []
    for (mailbox, members) in byAddress where members.count > 1 {
      let limit = senders[members[0]].use == .functional ? 2 : namesOfSharedAddress
      guard !isShared(members.lazy.map { senders[$0].name }, limit: limit) else { continue }
      for member in members.dropFirst() {
        links.append(
          Link(
            member, members[0], .sameAddress,
            because: "both have the address \(mailbox.localPart)@\(mailbox.domain)"))
      }
    }
    for (index, sender) in senders.enumerated() {
      guard let alias = sender.alias, alias != sender.mailbox, sender.use == .personal,
        SharedMailbox.use(of: alias) == .personal, !alias.isObscured,
        let owner = byAddress[alias]?.first
      else { continue }
      links.append(
        Link(
          index, owner, .sameAddress,
          because:
            "\(alias.localPart)@\(alias.domain) is one's address and stands in the other's name"
        ))
    }
    return links
  }

  /// True where `limit` full names have no word in common with one another.
  private static func isShared(_ names: some Sequence<PersonName>, limit: Int) -> Bool {
    var apart: [Set<String>] = []
    for name in names where name.isFull {
      let words = Set(name.words)
      if apart.allSatisfy({ $0.isDisjoint(with: words) }) { apart.append(words) }
      if apart.count >= limit { return true }
    }
    return false
  }
}
