/// How often the words of names occur, which tells an unusual name from one that strangers share.
struct NameFrequency: Sendable {
  /// In how many different full names each word stands.
  private var names: [String: Int] = [:]
  private var total = 0

  /// Counts the full names of all senders, each once.
  init(of senders: [Sender]) {
    var seen: Set<String> = []
    for sender in senders
    where sender.kind == .person && sender.name.isFull && seen.insert(sender.name.key).inserted {
      total += 1
      for word in Set(sender.name.words) { names[word, default: 0] += 1 }
    }
  }

  /// How readily two strangers among the senders would have one name.
  enum Usualness: Sendable {
    /// Chance would hardly give it twice.
    case unusual
    /// All its words are common in the world, but among so few senders it should stand alone.
    case usualElsewhere
    /// Namesakes are to be expected here.
    case usual
    /// Namesakes are to be expected anywhere, in a small company too.
    case usualAnywhere
  }

  /// Reckons how often a name should recur.
  ///
  /// Were given names and surnames dealt independently, a name would recur by the product of its
  /// words' shares; words common in the world count as common here, however few the senders, for whoever
  /// writes to a small project comes out of the same world.
  func usualness(of name: PersonName) -> Usualness {
    guard name.words.count >= 2 else { return .usual }
    let world = name.words.map(CommonName.share(of:)).reduce(Double(Self.community), *)
    if world >= Self.expectedNamesakes { return .usualAnywhere }
    let here = name.words.map(share(of:)).reduce(Double(total), *)
    if here >= Self.expectedNamesakes { return .usual }
    return name.words.allSatisfy { CommonName.share(of: $0) > 0 } ? .usualElsewhere : .unusual
  }

  /// The share of people that have a word among their names: of those here, the name's own bearer and
  /// the chances of small numbers left out, or of the world's.
  private func share(of word: String) -> Double {
    let others = Double(names[word, default: 1] - 1)
    return max(others / Double(total + 20), CommonName.share(of: word), 0.000_01)
  }

  /// True for a word that many names have, so that it stands for nobody.
  func isUsual(word: String) -> Bool {
    CommonName.share(of: word) > 0 || names[word, default: 0] >= 4
  }

  /// True for a word of any full name seen, and for names common in the world.
  func isNameWord(_ word: String) -> Bool {
    names[word] != nil || CommonName.share(of: word) > 0 || GivenName.formal[word] != nil
  }

  /// So many people, at the least, are reckoned to be about that might have been senders.
  private static let community = 1000

  /// A name is usual from this many expected bearers on among the senders.
  private static let expectedNamesakes = 0.25
}
