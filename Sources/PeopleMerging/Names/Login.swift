/// What people put before the `@`: how it is compared, and how it is made of a name.
enum Login {
  /// A login without dots, hyphens and underscores, and without digits at its end where enough stays.
  static func normal(_ localPart: String) -> String {
    let whole = localPart.filter { $0 != "." && $0 != "-" && $0 != "_" }
    let letters = whole.prefix { !$0.isNumber }
    let isNumbered = letters.count >= 5 && whole.dropFirst(letters.count).allSatisfy(\.isNumber)
    return isNumbered ? String(letters) : whole
  }

  /// The surname behind one or two initials, as in `jsmith` and `jhsmith`; nil for any other form.
  static func initialAndSurname(_ login: String, of name: PersonName) -> String? {
    guard let given = name.words.first?.first, let surname = name.words.last,
      name.words.count >= 2, login.hasSuffix(surname), login.first == given,
      (1...2).contains(login.count - surname.count)
    else { return nil }
    return "\(given) \(surname)"
  }

  /// True for a login that is a given name alone, as people have at a domain of their own.
  static func isGivenName(_ login: String, of name: PersonName) -> Bool {
    name.words.count >= 2 && login == name.words[0]
  }

  /// True for a login made of all of a name's parts, in any order, the given name perhaps an initial.
  static func spells(_ login: String, _ name: PersonName) -> Bool {
    guard name.words.count >= 2 else { return false }
    if initialAndSurname(login, of: name) != nil { return true }
    return login.count == name.words.reduce(0) { $0 + $1.count }
      && name.words.allSatisfy { login.contains($0) }
  }

  /// The logins that are commonly made of a name: both words, an initial and a surname, a given name
  /// and the beginning of a surname. At most a dozen.
  static func forms(of name: PersonName) -> [String] {
    guard name.words.count >= 2, let given = name.words.first, let surname = name.words.last,
      let initial = given.first, surname.count >= 3
    else { return [] }
    var forms = [given + surname, surname + given, "\(initial)\(surname)", "\(surname)\(initial)"]
    if given.count >= 3 {
      forms += (3..<max(4, min(surname.count, 9))).map { given + surname.prefix($0) }
    }
    return forms.filter { $0.utf8.count >= 5 }
  }

  /// The beginning that a contracted login shares with its name: the given name and three letters of
  /// the surname. nil for a name without that much.
  static func contractionKey(of name: PersonName) -> String? {
    guard name.words.count >= 2, name.words[0].count >= 3, let surname = name.words.last,
      surname.count >= 5
    else { return nil }
    return name.words[0] + surname.prefix(3)
  }

  /// True for a given name and a surname of which letters inside are left out, as in `quirinhabst`.
  static func contracts(_ login: String, _ name: PersonName) -> Bool {
    guard let key = contractionKey(of: name), login.hasPrefix(key), let surname = name.words.last,
      login.count > key.count, login.last == surname.last
    else { return false }
    var rest = surname.dropFirst(3)
    for letter in login.dropFirst(key.count) {
      guard let found = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: found)...]
    }
    return true
  }
}
