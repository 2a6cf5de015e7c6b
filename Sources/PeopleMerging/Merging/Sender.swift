import MailParsing

/// An identity made ready for the rules: its parts taken to pieces once.
struct Sender: Sendable {
  /// Name and address as sighted.
  var address: Address
  /// Records that show it.
  var count: Int
  /// The name, without what a list added to it.
  var name: PersonName
  /// The address that stands for the author: Reply-To's where a list rewrote the sender.
  var mailbox: MailboxKey
  /// Whose address ``mailbox`` is, by its spelling.
  var use: SharedMailbox.Use
  /// Who writes from it.
  var kind: SenderKind
  /// Another address of theirs, which stands where the name should; nil for any other name.
  var alias: MailboxKey?
  /// The author's address that Reply-To gave back; nil where nothing was rewritten.
  var restored: Address?

  /// Prepares one identity of its sightings.
  init(_ address: Address, count: Int, repliesTo: [Address]) {
    self.address = address
    self.count = count
    var shown = address
    if let munged = MungedSender(address) {
      restored = munged.author(repliesTo: repliesTo)
      shown = restored ?? Address(name: munged.name)
    }
    if let email = Self.address(writtenInto: shown.name) {
      if shown.email.isEmpty { shown.email = email } else { alias = MailboxKey(email) }
    }
    name = PersonName(shown.name)
    mailbox = MailboxKey(shown.email)
    use = SharedMailbox.use(of: mailbox)
    kind = SharedMailbox.kind(of: name, mailbox, displayName: shown.name)
  }

  /// Gathers sightings into one sender for each name and address, ordered by content.
  static func gathered(from sightings: [Sighting]) -> [Sender] {
    struct Tally {
      var count = 0
      var repliesTo: [Address: Int] = [:]
    }
    var tallies: [SpelledAddress: Tally] = [:]
    for sighting in sightings {
      let count = max(0, sighting.count)
      tallies[SpelledAddress(sighting.address), default: Tally()].count += count
      for reply in sighting.repliesTo {
        tallies[SpelledAddress(sighting.address), default: Tally()].repliesTo[reply, default: 0] +=
          count
      }
    }
    return tallies.sorted { $0.key < $1.key }.map { spelled, tally in
      let replies = tally.repliesTo.sorted {
        ($1.value, SpelledAddress($0.key)) < ($0.value, SpelledAddress($1.key))
      }
      return Sender(spelled.address, count: tally.count, repliesTo: replies.map(\.key))
    }
  }

  /// The address in a display-name such as `Jane Doe jane@example.org`.
  private static func address(writtenInto name: String) -> String? {
    name.split(separator: " ").map(String.init).first { word in
      guard let at = word.firstIndex(of: "@") else { return false }
      return at != word.startIndex && word[at...].dropFirst().contains(".")
    }
  }
}

/// An address by its exact scalars, so that order never depends on which spelling came first.
struct SpelledAddress: Hashable, Comparable {
  let address: Address
  private let name: [Unicode.Scalar]
  private let email: [Unicode.Scalar]

  init(_ address: Address) {
    self.address = address
    name = Array(address.name.unicodeScalars)
    email = Array(address.email.unicodeScalars)
  }

  static func == (lhs: Self, rhs: Self) -> Bool { lhs.name == rhs.name && lhs.email == rhs.email }

  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(email)
  }

  static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.email == rhs.email
      ? lhs.name.lexicographicallyPrecedes(rhs.name)
      : lhs.email.lexicographicallyPrecedes(rhs.email)
  }
}
