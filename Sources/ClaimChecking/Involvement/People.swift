import ArchiveStorage
import MailParsing
import PeopleMerging

/// Which of the names and addresses that records give are one person.
///
/// Mail and commits are merged together by the rules of ``PersonMerger``, with the store's other
/// senders for comparison and its users' decisions.
struct People {
  private var numbers: [Address: Int] = [:]
  private var names: [String] = []
  private var kinds: [SenderKind] = []

  /// Merges `addresses` with the senders of a store.
  init(_ addresses: [Address], in database: ArchiveDatabase?) throws {
    var sightings = addresses.map { Sighting($0) }
    var decisions: [MergeDecision] = []
    if let database {
      sightings += try database.senders().map {
        Sighting($0.address, count: $0.messageCount, repliesTo: $0.repliesTo)
      }
      decisions = try database.personDecisions().filter { !$0.isUndone }.map { decision in
        MergeDecision(decision.kind == .same ? .same : .different, decision.one, decision.other)
      }
    }
    for (number, person) in PersonMerger(decisions: decisions).persons(from: sightings).enumerated()
    {
      names.append(person.name)
      kinds.append(person.kind)
      for identity in person.identities { numbers[identity.address] = number }
    }
  }

  /// The person that a name and address of the merged ones is.
  func number(of address: Address) -> Int { numbers[address] ?? -1 }

  /// The name to show.
  func name(of person: Int) -> String { names.indices.contains(person) ? names[person] : "" }

  /// Whether a name and address is somebody's, and no program's, list's or tracker's.
  func isSomebody(_ address: Address) -> Bool {
    let person = number(of: address)
    return kinds.indices.contains(person) && kinds[person] == .person
  }
}
