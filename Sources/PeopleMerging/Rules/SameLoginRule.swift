/// Identities with one login are one person where the names agree or one of them names only the login.
enum SameLoginRule {
  /// Links identities over a login of five letters or more. Cost: linear but for logins with many names.
  static func links(among senders: [Sender], frequency: NameFrequency) -> [Link] {
    var byLogin: [String: [Int]] = [:]
    for (index, sender) in senders.enumerated() where sender.kind == .person {
      for login in logins(of: sender, frequency: frequency) {
        byLogin[login, default: []].append(index)
      }
    }
    var links: [Link] = []
    for (login, members) in byLogin where members.count > 1 {
      links += linked(members, by: login, senders, frequency)
    }
    return links
  }

  /// The words that may stand for this sender alone: the local part, and a name of one word.
  private static func logins(of sender: Sender, frequency: NameFrequency) -> Set<String> {
    var logins: Set<String> = []
    if sender.use == .personal, !sender.mailbox.isObscured {
      logins.insert(Login.normal(sender.mailbox.localPart))
    }
    if sender.name.words.count == 1, !sender.name.isFull { logins.insert(sender.name.words[0]) }
    return logins.filter { $0.utf8.count >= 5 && !frequency.isUsual(word: $0) }
  }

  /// Links the members of one login when all their full names agree.
  private static func linked(
    _ members: [Int], by login: String, _ senders: [Sender], _ frequency: NameFrequency
  ) -> [Link] {
    let named = members.filter { senders[$0].name.isFull }
    let nameless = members.filter { !senders[$0].name.isFull }
    var links: [Link] = []
    if let first = named.first {
      for member in named.dropFirst() {
        let shared = Set(senders[member].name.words).intersection(senders[first].name.words)
        guard let word = shared.sorted().first(where: { !frequency.isUsual(word: $0) }) else {
          continue
        }
        links.append(
          Link(
            member, first, .sameLogin,
            because: "both have the login \(login), and \(word) in their names"))
      }
      guard named.allSatisfy({ agree(senders[$0].name, senders[first].name) }) else { return links }
    }
    let all = named.prefix(1) + nameless
    guard let first = all.first else { return links }
    for member in all.dropFirst() {
      let words = senders[member].name.words
      guard words.isEmpty || words == [login] || words.allSatisfy({ login.contains($0) }) else {
        continue
      }
      links.append(
        Link(
          member, first, .sameLogin, because: "both have the login \(login), which nobody else has")
      )
    }
    return links
  }

  private static func agree(_ one: PersonName, _ other: PersonName) -> Bool {
    one.key == other.key || !Set(one.words).isDisjoint(with: other.words)
  }
}
