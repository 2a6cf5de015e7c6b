import ArchiveStorage
import MailParsing
import PeopleMerging

/// Brings what is derived from stored mail up to date after an ingest.
///
/// Threads and the index of words are kept by the record in each transaction, since they follow from
/// one message at a time; who is one person follows from all senders together.
struct Derivation {
  private let database: ArchiveDatabase

  init(of database: ArchiveDatabase) {
    self.database = database
  }

  /// Makes persons again from every sender and every decision people took. Near-linear in senders.
  func refreshPersons() throws(StorageError) {
    let sightings = try database.senders().map {
      Sighting($0.address, count: $0.messageCount, repliesTo: $0.repliesTo)
    }
    let decisions = try database.personDecisions().filter { !$0.isUndone }.map { decision in
      MergeDecision(decision.kind == .same ? .same : .different, decision.one, decision.other)
    }
    let persons = PersonMerger(decisions: decisions).persons(from: sightings)
    try database.replacePersons(
      persons.enumerated().map { Person($0.element, id: Int64($0.offset + 1)) })
  }
}

extension Person {
  /// The record's account of a merged person.
  init(_ merged: MergedPerson, id: Int64) {
    self.init(
      id: id, name: merged.name, identities: merged.identities.map(\.address),
      merges: merged.merges.map { merge in
        let who = merge.identity
        let shown = who.name.isEmpty ? who.email : "\(who.name) <\(who.email)>"
        return Merge(with: shown, because: merge.because)
      },
      messageCount: merged.count)
  }
}
