import MailParsing

/// A sender that a list rewrote is the author whom Reply-To gives back.
enum MungedSenderRule {
  /// Links each rewritten sender to an identity with the restored address, where there is one.
  static func links(among senders: [Sender]) -> [Link] {
    var byAddress: [MailboxKey: Int] = [:]
    for (index, sender) in senders.enumerated() where sender.restored == nil {
      if byAddress[sender.mailbox] == nil { byAddress[sender.mailbox] = index }
    }
    var links: [Link] = []
    for (index, sender) in senders.enumerated() {
      guard let restored = sender.restored else { continue }
      let because =
        "\(sender.address.email) rewrote the sender, and answers go to \(restored.email)"
      if let author = byAddress[sender.mailbox] {
        links.append(Link(index, author, .mungedSender, because: because))
      } else {
        // The author is seen through lists only: the first of them stands for the address.
        byAddress[sender.mailbox] = index
      }
    }
    return links
  }
}
