internal import MailParsing

/// What decides whether two archive entries are one message.
///
/// The rule, for any two entries: their Message-IDs are equal and their content keys agree; or, where
/// one has no Message-ID, list, instant and content key agree. Different mails under one Message-ID
/// stay different messages. An entry of neither Message-ID nor date is the same only where its bytes
/// are.
///
/// A date without a zone names a clock, not an instant. It agrees with an instant that this clock may have
/// shown: one a whole number of quarters of an hour away, as all zones are, and no more than the
/// zones from -12:00 to +14:00 span.
struct MessageIdentity: Hashable {
  /// Digests of the entry's Message-IDs; empty where it has none.
  var messageIDs: [Int64]
  var contentKey: String
  /// The list's number; nil where none is known.
  var list: Int64?
  /// Nil where no date could be read.
  var sentAt: MailDate?
  /// SHA-256 of the entry's bytes.
  var entrySHA256: [UInt8]

  /// Whether two entries are one message.
  func isSameMessage(as other: MessageIdentity) -> Bool {
    guard contentKey == other.contentKey else { return false }
    if !messageIDs.isEmpty, !other.messageIDs.isEmpty {
      return messageIDs.contains { other.messageIDs.contains($0) }
    }
    guard list == other.list else { return false }
    guard let sentAt, let otherDate = other.sentAt else {
      return sentAt == nil && other.sentAt == nil && entrySHA256 == other.entrySHA256
    }
    return sentAt.mayBeInstant(of: otherDate)
  }
}

extension MailDate {
  /// Whether the two name one instant, or one names a clock that may have shown the other's.
  fileprivate func mayBeInstant(of other: MailDate) -> Bool {
    let difference = secondsSinceEpoch &- other.secondsSinceEpoch
    guard difference != 0 else { return true }
    guard (zoneOffsetMinutes == nil) != (other.zoneOffsetMinutes == nil) else { return false }
    let ahead = zoneOffsetMinutes == nil ? difference : 0 &- difference
    return ahead.isMultiple(of: 900) && (-12 * 3600...14 * 3600).contains(ahead)
  }
}

/// Which of the messages held an entry belongs to.
struct MessagePlacement {
  /// A message the entry may belong to: its number and the identities of its appearances.
  struct Candidate {
    var message: Int64
    var appearances: [MessageIdentity]

    /// The smallest digest of a Message-ID in it; nil where no appearance has one.
    var leadingMessageID: Int64? { appearances.flatMap(\.messageIDs).min() }
  }

  /// The message `entry` belongs to; nil for a message of its own.
  ///
  /// An entry without Message-ID may agree with several messages that have different ones (the same
  /// words posted twice within a second). It goes to the one with the smallest digest, and moves when
  /// a smaller one comes (``displaced(by:among:)``), so that the order of reading does not matter.
  static func message(of entry: MessageIdentity, among candidates: [Candidate]) -> Int64? {
    candidates
      .filter { candidate in
        candidate.appearances.contains { appearance in
          // Two entries with Message-IDs are compared by these alone, never through a third without.
          (entry.messageIDs.isEmpty || !appearance.messageIDs.isEmpty
            || candidate.leadingMessageID == nil) && entry.isSameMessage(as: appearance)
        }
      }
      .min {
        ($0.leadingMessageID ?? .max, $0.message) < ($1.leadingMessageID ?? .max, $1.message)
      }?
      .message
  }

  /// The messages whose appearances without Message-ID agree with `entry` and must move to it, since
  /// its Message-ID sorts before theirs; called for an entry that makes a message of its own.
  static func displaced(by entry: MessageIdentity, among candidates: [Candidate]) -> [Int64] {
    guard let own = entry.messageIDs.min() else { return [] }
    return candidates.filter { candidate in
      guard let leading = candidate.leadingMessageID, own < leading else { return false }
      return candidate.appearances.contains { $0.messageIDs.isEmpty && entry.isSameMessage(as: $0) }
    }.map(\.message)
  }
}
