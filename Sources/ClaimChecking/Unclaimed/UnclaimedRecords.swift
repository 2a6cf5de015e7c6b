import ArchiveStorage
import MailParsing

/// Gathers records of work by what it was about, and keeps a bounded number of the heaps.
struct UnclaimedRecords {
  /// Heaps that one kind of record gives at most.
  static let mostOfAKind = 6
  /// Citations that a heap shows at most: the earliest.
  static let mostCitations = 3

  private struct Key: Hashable {
    var kind: UnclaimedWork.Kind
    /// The topic, case folded.
    var topic: String
  }

  private struct Record {
    var at: MailDate
    var citation: Citation

    static func precedes(_ left: Record, _ right: Record) -> Bool {
      (left.at.secondsSinceEpoch, left.citation.key)
        < (right.at.secondsSinceEpoch, right.citation.key)
    }
  }

  private var heaps: [Key: (topic: String, records: [Record])] = [:]

  /// Adds a record of work on a topic.
  mutating func add(
    _ kind: UnclaimedWork.Kind, on topic: String, at date: MailDate, _ citation: Citation
  ) {
    let key = Key(kind: kind, topic: topic.lowercased())
    heaps[key, default: (topic, [])].records.append(Record(at: date, citation: citation))
  }

  /// Of each kind the heaps with the most records, the earlier of equals, all in order of time.
  func bounded() -> [UnclaimedWork] {
    let sorted = heaps.map { key, heap in
      (kind: key.kind, topic: heap.topic, records: heap.records.sorted(by: Record.precedes))
    }.sorted { Record.precedes($0.records[0], $1.records[0]) }
    var isKept = Array(repeating: false, count: sorted.count)
    for kind in UnclaimedWork.Kind.allCases {
      let largest = sorted.indices.filter { sorted[$0].kind == kind }.sorted {
        (sorted[$1].records.count, $0) < (sorted[$0].records.count, $1)
      }
      for index in largest.prefix(Self.mostOfAKind) { isKept[index] = true }
    }
    return sorted.indices.filter { isKept[$0] }.map { index in
      let records = sorted[index].records
      return UnclaimedWork(
        kind: sorted[index].kind, topic: sorted[index].topic, from: records[0].at.rfc3339,
        to: records[records.count - 1].at.rfc3339, recordCount: records.count,
        citations: records.prefix(Self.mostCitations).map(\.citation))
    }
  }
}
