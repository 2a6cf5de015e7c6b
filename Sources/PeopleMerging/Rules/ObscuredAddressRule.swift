import MailParsing

/// An address that an archiver cut short is the clear one it may hide, when the full name is the same.
enum ObscuredAddressRule {
  /// More clear addresses than this under one name are nothing but guesses.
  private static let candidateLimit = 64

  /// Links obscured identities to a clear one of the same full name, or to one another where name and
  /// address are spelled alike. Cost: linear.
  static func links(among senders: [Sender]) -> [Link] {
    struct Spelling: Hashable {
      var name: String
      var mailbox: MailboxKey
    }
    var obscured: [Spelling: Int] = [:]
    var links: [Link] = []
    var clear: [String: [Int]] = [:]
    for (index, sender) in senders.enumerated() where !sender.name.key.isEmpty {
      guard sender.mailbox.isObscured else {
        if sender.use == .personal { clear[sender.name.key, default: []].append(index) }
        continue
      }
      let spelling = Spelling(name: sender.name.key, mailbox: sender.mailbox)
      if let first = obscured[spelling] {
        links.append(
          Link(
            index, first, .obscuredAddress,
            because: "both have this name and the obscured address \(sender.address.email)"))
      } else {
        obscured[spelling] = index
      }
    }
    for (spelling, index) in obscured {
      guard senders[index].name.isFull, let namesakes = clear[spelling.name],
        namesakes.count <= candidateLimit
      else { continue }
      let candidates = namesakes.filter { spelling.mailbox.mayHide(senders[$0].mailbox) }
      // Two clear addresses that fit are two guesses; the rule for names decides then.
      guard let first = candidates.first,
        candidates.allSatisfy({ senders[$0].mailbox == senders[first].mailbox })
      else { continue }
      links.append(
        Link(
          index, first, .obscuredAddress,
          because:
            "\(senders[index].address.email) may be \(senders[first].address.email), and the name is the same"
        ))
    }
    return links
  }
}
