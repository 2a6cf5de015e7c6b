import MailParsing

/// Identities with one full name are one person where the name is unusual or the addresses bear it out.
///
/// A name is unusual where chance would hardly give it twice among these senders. A usual one joins
/// what shares a login or an organisation's domain; one that is usual in the world but seldom here
/// also joins addresses whose logins spell the name, and private mailboxes, which everybody has
/// beside their work's, to the work address most seen. Otherwise a usual name at two organisations is
/// two people until more is known. A middle name written out by one and left out by another sets an
/// unusual name apart no more than an initial does.
enum SameNameRule {
  /// Links identities of one name, each to the first it agrees with. Cost: linear.
  static func links(among senders: [Sender], frequency: NameFrequency) -> [Link] {
    var byName: [String: [Int]] = [:]
    for (index, sender) in senders.enumerated() where sender.kind == .person && sender.name.isFull {
      byName[sender.name.formalKey, default: []].append(index)
    }
    // "Jäger" is "Jager" to one keyboard and "Jaeger" to another.
    for (index, sender) in senders.enumerated() where sender.kind == .person && sender.name.isFull {
      if let key = sender.name.digraphKey { byName[key]?.append(index) }
    }
    var links = linksOfMiddleNames(senders, byName, frequency)
    for members in byName.values where members.count > 1 {
      switch frequency.usualness(of: senders[members[0]].name) {
      case .unusual:
        links +=
          initialsAgree(members, senders)
          ? linksOfUnusualName(members, senders) : linksByEvidence(members, senders)
      case .usualElsewhere:
        links +=
          linksByEvidence(members, senders) + linksOfSpelledLogins(members, senders)
          + linksOfPrivateMailboxes(members, senders)
      case .usual: links += linksByEvidence(members, senders)
      case .usualAnywhere: links += linksByEvidence(members, senders, namesMakeLogins: true)
      }
    }
    return links
  }

  /// True where no two bearers write different middle initials.
  private static func initialsAgree(_ members: [Int], _ senders: [Sender]) -> Bool {
    let written = members.map { Set(senders[$0].name.initials) }.filter { !$0.isEmpty }
    guard let longest = written.max(by: { $0.count < $1.count }) else { return true }
    return written.allSatisfy { $0.isSubset(of: longest) }
  }

  /// Brings `Quirin Habersaat` and `Quirin T. Habersaat` to `Quirin Thaddäus Habersaat`, where one such
  /// middle name is known, no initial speaks against it and the name is unusual without it.
  private static func linksOfMiddleNames(
    _ senders: [Sender], _ byName: [String: [Int]], _ frequency: NameFrequency
  ) -> [Link] {
    var longer: [String: [Int]] = [:]
    for members in byName.values {
      guard let name = members.first.map({ senders[$0].name }), name.words.count == 3 else {
        continue
      }
      longer[name.withoutMiddle.formalKey, default: []].append(members[0])
    }
    var links: [Link] = []
    for (key, whole) in longer where whole.count == 1 {
      guard let members = byName[key], let first = members.first, initialsAgree(members, senders),
        frequency.usualness(of: senders[first].name) == .unusual
      else { continue }
      let name = senders[whole[0]].name
      guard
        members.allSatisfy({ senders[$0].name.initials.allSatisfy(name.words[1].hasPrefix) }),
        members.allSatisfy({ senders[$0].name.words.count == 2 })
      else { continue }
      links.append(
        Link(
          first, whole[0], .sameName,
          because:
            "\(senders[first].name.shown), no usual name here, is \(name.shown) without the middle name"
        ))
    }
    return links
  }

  private static func linksOfUnusualName(_ members: [Int], _ senders: [Sender]) -> [Link] {
    let first = members[0]
    return members.dropFirst().map { member in
      var because = "both are called \(senders[member].name.shown), which is no usual name here"
      if senders[member].name.key != senders[first].name.key {
        because =
          "\(senders[member].name.shown) is \(senders[first].name.shown) in another form, no usual name here"
      }
      if let shared = evidence(senders[member]).first(where: {
        evidence(senders[first]).contains($0)
      }) {
        because += ", and have \(shared.said)"
      }
      return Link(member, first, .sameName, because: because)
    }
  }

  /// Links what shares a login or a domain. Where namesakes are to be expected anywhere, a login made of
  /// the name says no more than the name.
  private static func linksByEvidence(
    _ members: [Int], _ senders: [Sender], namesMakeLogins: Bool = false
  ) -> [Link] {
    var links: [Link] = []
    var firstWith: [Evidence: Int] = [:]
    for member in members {
      let isSpelled = Login.spells(
        Login.normal(senders[member].mailbox.localPart), senders[member].name)
      for evidence in evidence(senders[member])
      where !(namesMakeLogins && isSpelled && evidence.isLogin) {
        guard let first = firstWith[evidence] else {
          firstWith[evidence] = member
          continue
        }
        links.append(
          Link(
            member, first, .sameName,
            because: "both are called \(senders[member].name.shown) and have \(evidence.said)"))
      }
    }
    return links
  }

  /// Work addresses whose logins are the name itself, as a second employer gives it out again.
  private static func linksOfSpelledLogins(_ members: [Int], _ senders: [Sender]) -> [Link] {
    let spelled = members.filter {
      senders[$0].use == .personal
        && Login.spells(Login.normal(senders[$0].mailbox.localPart), senders[$0].name)
        && senders[$0].name.initials == senders[members[0]].name.initials
    }
    guard let first = spelled.first else { return [] }
    return spelled.dropFirst().map { member in
      Link(
        member, first, .sameName,
        because:
          "both are called \(senders[member].name.shown), seldom met here, and both logins spell it"
      )
    }
  }

  private static func linksOfPrivateMailboxes(_ members: [Int], _ senders: [Sender]) -> [Link] {
    // What an archiver hid may be anything; only the rule for obscured addresses reads it.
    let members = members.filter { !senders[$0].mailbox.isObscured }
    guard !members.isEmpty else { return [] }
    let anchor =
      members.filter { !isPrivate(senders[$0]) }
      .max { (senders[$0].count, $1) < (senders[$1].count, $0) } ?? members[0]
    // A usual name with a middle initial and the same without one may be two people.
    let joining = members.filter {
      $0 != anchor && isPrivate(senders[$0])
        && senders[$0].name.initials == senders[anchor].name.initials
    }
    return joining.map { member in
      Link(
        member, anchor, .sameName,
        because:
          "both are called \(senders[member].name.shown), and \(senders[member].address.email) is a private mailbox"
      )
    }
  }

  /// True for an address at a public host or a machine, of a given name or initials alone, and at a
  /// domain that bears the person's name: what nobody's employer gives out.
  private static func isPrivate(_ sender: Sender) -> Bool {
    let (login, domain) = (sender.mailbox.localPart, sender.mailbox.domain)
    if PublicMailHost.serves(domain) || sender.use == .functional || login.utf8.count <= 2 {
      return true
    }
    let host = domain.filter { $0 != "-" }
    return Login.isGivenName(login, of: sender.name)
      || sender.name.words.contains { $0.utf8.count >= 4 && host.contains($0) }
  }

  /// Something in an address that bears a name out when two identities have it.
  private struct Evidence: Hashable {
    var key: String
    var said: String
    var isLogin = true
  }

  private static func evidence(_ sender: Sender) -> [Evidence] {
    guard sender.use == .personal, !sender.mailbox.isObscured else { return [] }
    var evidence: [Evidence] = []
    let login = Login.normal(sender.mailbox.localPart)
    // A word of the name alone is a login that any namesake may have.
    if login.utf8.count >= 3, !sender.name.words.contains(login) {
      evidence.append(Evidence(key: "\(login)@", said: "the login \(login)"))
    }
    if let form = Login.initialAndSurname(login, of: sender.name) {
      evidence.append(Evidence(key: form, said: "logins of initials and surname"))
    }
    if !PublicMailHost.serves(sender.mailbox.domain) {
      evidence.append(
        Evidence(
          key: sender.mailbox.domain, said: "the domain \(sender.mailbox.domain)",
          isLogin: false))
    }
    return evidence
  }
}
