import MailParsing

/// A sender who shows only a login made of one known full name is that person.
enum SpelledLoginRule {
  /// Links nameless senders to the one full name that spells their login. Cost: linear.
  static func links(among senders: [Sender], frequency: NameFrequency) -> [Link] {
    var owner: [String: Int] = [:]
    var ambiguous: Set<String> = []
    for (index, sender) in senders.enumerated() where sender.kind == .person {
      // The key of contractions has a mark that no login has, so that it stands apart from the forms.
      let contraction = Login.contractionKey(of: sender.name).map { ["\($0)…"] } ?? []
      for form in Login.forms(of: sender.name) + contraction + sender.name.nicknames {
        if let first = owner[form] {
          if senders[first].name.formalKey != sender.name.formalKey { ambiguous.insert(form) }
        } else {
          owner[form] = index
        }
      }
    }
    func bearer(of login: String) -> Int? {
      if let named = owner[login] { return ambiguous.contains(login) ? nil : named }
      // Mail is hostile: a login of many thousand letters contracts nobody's name.
      for end in login.indices.dropFirst(6).prefix(Self.longestBeginning) {
        let key = "\(login[..<end])…"
        guard let named = owner[key], Login.contracts(login, senders[named].name) else { continue }
        return ambiguous.contains(key) ? nil : named
      }
      return nil
    }
    return senders.enumerated().compactMap { index, sender in
      guard sender.kind == .person, let login = onlyLogin(of: sender),
        let named = bearer(of: login), frequency.usualness(of: senders[named].name) == .unusual
      else { return nil }
      if senders[named].name.nicknames.contains(login) {
        return Link(
          index, named, .spelledLogin,
          because: "\(senders[named].address.name) alone of all names here tells \(login) beside it"
        )
      }
      return Link(
        index, named, .spelledLogin,
        because:
          "\(login) is how \(senders[named].name.shown) alone of all names here is spelled as a login"
      )
    }
  }

  /// Letters, past the first six, within which a contracted login's surname begins.
  private static let longestBeginning = 24

  /// The login of a sender without a full name, where name and local part do not disagree.
  private static func onlyLogin(of sender: Sender) -> String? {
    guard !sender.name.isFull, !sender.mailbox.isObscured else { return nil }
    let local = sender.use == .personal ? Login.normal(sender.mailbox.localPart) : ""
    guard let name = sender.name.words.first else { return local.isEmpty ? nil : local }
    guard sender.name.words.count == 1 else { return nil }
    return local.isEmpty || local == name || local.contains(name)
      ? (local.isEmpty ? name : local) : nil
  }
}
