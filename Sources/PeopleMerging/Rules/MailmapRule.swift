import MailParsing

/// Identities that a `.mailmap` brings to one proper address are one person: the project says so.
enum MailmapRule {
  /// Links every identity a line names to the first with the same proper address. Cost: linear.
  static func links(among senders: [Sender], mailmap: Mailmap) -> [Link] {
    guard !mailmap.entries.isEmpty else { return [] }
    var byEmail: [String: [Int]] = [:]
    for (index, sender) in senders.enumerated() {
      byEmail[sender.address.email.lowercased(), default: []].append(index)
    }
    var firstOf: [String: Int] = [:]
    var links: [Link] = []
    func bring(_ index: Int, to proper: String) {
      guard let first = firstOf[proper] else {
        firstOf[proper] = index
        return
      }
      links.append(Link(index, first, .mailmap, because: "a .mailmap line gives both to \(proper)"))
    }
    for entry in mailmap.entries {
      let proper = entry.properEmail.lowercased()
      for index in byEmail[proper] ?? [] where senders[index].use != .shared {
        bring(index, to: proper)
      }
      for index in byEmail[entry.commitEmail.lowercased()] ?? []
      where entry.commitName.isEmpty
        || entry.commitName.lowercased() == senders[index].address.name.lowercased()
      {
        bring(index, to: proper)
      }
    }
    return links
  }
}
