/// Something wrong with the input, and what was done about it.
///
/// Parsers of mail do not throw: they give the best message they can and a list of these, so that
/// nothing is repaired or left out in silence.
public struct Defect: Sendable, Hashable {
  /// What is wrong; the raw value is the word in JSON. A closed list, extended when a rule is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    // Headers.
    case missingMessageID, malformedMessageID, missingFrom, malformedAddress, obscuredAddress
    case missingDate, malformedDate, impossibleDate, repairedDate
    case malformedHeaderLine, missingHeaderBodySeparator, duplicatedHeader, oversizedHeader
    case malformedEncodedWord, malformedParameter, undeclaredEightBit
    // Bodies.
    case unknownCharset, wrongCharset, guessedCharset, undecodableBytes
    case unknownTransferEncoding, malformedBase64, malformedQuotedPrintable, malformedUuencode
    case missingBoundary, unclosedMultipart, nestingTooDeep, tooManyParts, oversizedBody
    case scrubbedAttachment, truncatedPart
    // Archives.
    case missingFromLine, malformedFromLine, unescapedFromLine, wrongContentLength, emptyEntry
    case unrecognizedPage, truncatedPage, missingPageField, unreadableMember, truncatedInput
  }

  /// How much of the message a defect puts in doubt.
  public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    /// The input departs from the standard; its meaning is certain all the same.
    case note
    /// Something was repaired or guessed.
    case warning
    /// Something could not be read.
    case error

    /// Orders severities by weight, ``note`` first.
    public static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.weight < rhs.weight }

    private var weight: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// What is wrong.
  public var kind: Kind
  /// How much it puts in doubt.
  public var severity: Severity
  /// The bytes it concerns, as offsets into the entry; empty where no bytes are to blame.
  public var range: Range<Int>
  /// What was found or chosen, for people; empty where the kind says it all.
  public var detail: String

  /// Makes a defect at a place in an entry.
  public init(_ kind: Kind, _ severity: Severity, at range: Range<Int>, detail: String = "") {
    self.kind = kind
    self.severity = severity
    self.range = range
    self.detail = detail
  }
}
