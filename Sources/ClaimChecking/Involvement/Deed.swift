import ArchiveStorage
import MailParsing

/// One record that shows somebody's part in a topic.
struct Deed: Sendable {
  var part: Involvement.Part
  /// Who it shows, as the record names them.
  var who: Address
  /// When the record was made: sent, or authored.
  var at: MailDate
  var citation: Citation
  /// Whether the topic stands in the subject, so that the record is about little else.
  var isNamedInSubject: Bool
}

extension Deed {
  /// Orders by time, then by what is cited, so that the order never depends on that of reading.
  static func precedes(_ left: Deed, _ right: Deed) -> Bool {
    (left.at.secondsSinceEpoch, left.citation.key) < (
      right.at.secondsSinceEpoch, right.citation.key
    )
  }
}

extension Citation {
  /// Tells citations apart and puts those of one instant in order.
  var key: String {
    switch self {
    case .message(let message): "\(message.entrySHA256) \(message.range.lowerBound)"
    case .document(let document): "\(document.sha256) \(document.range.lowerBound)"
    case .commit(let commit): commit.commit
    }
  }
}
