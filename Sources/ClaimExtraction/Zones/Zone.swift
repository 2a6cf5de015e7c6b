/// A run of whole lines of a plain body that play one part in it.
public struct Zone: Sendable, Hashable {
  /// The part a zone plays; raw values are the words of `byline.segments/1`.
  ///
  /// The fifteen kinds are those of J. Bevendorff et al., "Crawling and Preprocessing Mailing Lists
  /// At Scale for Dialog Analysis" (ACL 2020), so that their labelled mails measure this room.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case paragraph, quotation
    /// What introduces a quotation: "On Monday, Ada wrote:", "-----Original Message-----".
    case quotationMarker = "quotation_marker"
    /// Header fields of a mail that is quoted or forwarded below.
    case inlineHeaders = "inline_headers"
    case salutation, closing
    /// What the author's own program or habit puts under every mail.
    case personalSignature = "personal_signature"
    /// What a mail program, a list or a tracker puts under it.
    case muaSignature = "mua_signature"
    case patch
    case rawCode = "raw_code"
    case logData = "log_data"
    case tabular, technical
    case sectionHeading = "section_heading"
    case visualSeparator = "visual_separator"
  }

  /// The part the lines play.
  public var kind: Kind
  /// The lines as Unicode scalar offsets into the body, without the last line's terminator; a zone
  /// never holds a blank line.
  public var range: Range<Int>

  /// Makes a zone of a kind and its place.
  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

extension Zone.Kind {
  /// Whether the author speaks here in words of their own; in all other zones somebody else does, or
  /// nobody: quotations, signatures and footers, and what was pasted (patches, code, logs, tables).
  public var isOwnText: Bool {
    switch self {
    case .paragraph, .salutation, .closing, .sectionHeading, .technical: true
    case .quotation, .quotationMarker, .inlineHeaders, .personalSignature, .muaSignature, .patch,
      .rawCode, .logData, .tabular, .visualSeparator:
      false
    }
  }
}

extension Zone.Kind {
  /// The model's state for the kind. Weights are filed under these numbers.
  package var code: UInt8 {
    switch self {
    case .paragraph: 0
    case .quotation: 1
    case .quotationMarker: 2
    case .inlineHeaders: 3
    case .salutation: 4
    case .closing: 5
    case .personalSignature: 6
    case .muaSignature: 7
    case .patch: 8
    case .rawCode: 9
    case .logData: 10
    case .tabular: 11
    case .technical: 12
    case .sectionHeading: 13
    case .visualSeparator: 14
    }
  }

  /// The kind of a model's state; nil for a state that stands for none.
  package init?(code: UInt8) {
    guard let kind = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = kind
  }
}
