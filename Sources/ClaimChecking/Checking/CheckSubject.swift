public import ArchiveStorage
public import MailParsing

/// The person whose claims are checked, as far as it is known who that is.
public struct CheckSubject: Sendable, Hashable {
  /// The name a report gives them.
  public var name: String
  /// Every name and address held to be theirs; never empty.
  public var identities: [Address]
  /// How identities came together, where a rule brought them.
  public var merges: [Person.Merge]
  /// Other people of the same name. Where there are any, it is not settled which one is meant, and
  /// every claim is ``Verdict/Kind/notCheckable``.
  public var namesakes: [String]
  /// The store's number for them; nil where there is no store, or the store does not know them.
  public var personID: Int64?

  /// A person that the store knows.
  public init(_ person: Person, namesakes: [String] = []) {
    self.name = person.name
    self.identities = person.identities
    self.merges = person.merges
    self.namesakes = namesakes
    self.personID = person.id
  }

  /// A person known by a name or an address alone, and by what else a résumé or post tells.
  public init(name: String, addresses: [String] = [], namesakes: [String] = []) {
    self.name = name
    self.identities =
      if !addresses.isEmpty {
        addresses.map { Address(name: name, email: $0) }
      } else if name.contains("@"), !name.contains(" ") {
        [Address(email: name)]
      } else {
        [Address(name: name)]
      }
    self.merges = []
    self.namesakes = namesakes
  }

  /// A search for the words of their names; nil where they have none of three letters.
  var search: String? {
    let words = Set(names.flatMap { Words.of($0).map(\.whole) }.filter { $0.utf8.count > 2 })
    return words.isEmpty ? nil : words.sorted().prefix(20).joined(separator: " OR ")
  }

  /// Every name they go by, once, in the order held. An address in a name's place is none.
  var names: [String] {
    var seen = Set<String>()
    return ([name] + identities.map(\.name)).filter {
      !$0.isEmpty && !$0.contains("@") && seen.insert($0).inserted
    }
  }
}
