/// Identities with one login are one person where the names agree or one of them names only the login.
///
/// A login that is a word of somebody's name (`nigel@`, `mason@`) is had by every Nigel and Mason, so
/// it joins nobody; and a first name shown alone is no login. What has a number is no first name.
enum SameLoginRule {
  /// Links identities over a login of five letters or more. Cost: linear but for logins with many names.
  static func links(among senders: [Sender], frequency: NameFrequency) -> [Link] {
    var byLogin: [String: [Int]] = [:]
    for (index, sender) in senders.enumerated() where isDistinctive(sender, frequency) {
      byLogin[Login.normal(sender.mailbox.localPart), default: []].append(index)
    }
    // A nickname shown as the name joins the login it is, where somebody has that login.
    for (index, sender) in senders.enumerated()
    where sender.kind == .person && !sender.name.isFull && sender.name.words.count == 1 {
      let nickname = Login.normal(sender.name.words[0])
      if byLogin[nickname] != nil, Login.normal(sender.mailbox.localPart) != nickname {
        byLogin[nickname]?.append(index)
      }
    }
    var links: [Link] = []
    for (login, members) in byLogin where members.count > 1 {
      links += linked(members.sorted(), by: login, senders, frequency)
    }
    return links
  }

  /// True for a person's own address whose login can be nobody else's.
  private static func isDistinctive(_ sender: Sender, _ frequency: NameFrequency) -> Bool {
    guard sender.kind == .person, sender.use == .personal, !sender.mailbox.isObscured else {
      return false
    }
    let login = Login.normal(sender.mailbox.localPart)
    return login.utf8.count >= 5 && !frequency.isNameWord(login)
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
    for member in all.dropFirst() where namesOnly(login, senders[member].name, senders[first].name)
    {
      // "joost" may be any Joost, and need not be Michael Joosten; a word with a number is no first name.
      if senders[first].name.words.contains(where: {
        $0.hasPrefix(login) && !$0.contains(where: \.isNumber)
      }) {
        continue
      }
      links.append(
        Link(
          member, first, .sameLogin, because: "both have the login \(login), which nobody else has")
      )
    }
    return links
  }

  /// True where `name` is the login, parts of it or of the name `known`, or no more than `known` is.
  private static func namesOnly(_ login: String, _ name: PersonName, _ known: PersonName) -> Bool {
    if !name.isFull, name.words == known.words, name.initials == known.initials { return true }
    return name.words.allSatisfy {
      login.contains(Login.normal($0)) || known.isFull && known.words.contains($0)
    }
  }

  private static func agree(_ one: PersonName, _ other: PersonName) -> Bool {
    one.key == other.key || !Set(one.words).isDisjoint(with: other.words)
  }
}
