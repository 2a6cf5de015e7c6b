public import ArchiveStorage

/// What reading a citation again came to.
public enum CitationOutcome: Sendable, Hashable {
  /// The bytes are those that were cited, and the words stand where they stood.
  case held
  /// The source is there, and does not say what is cited.
  case failed(because: String)
  /// The cited message was purged at this date; nothing is held against the citation.
  case withdrawn(at: String)
  /// The source cannot be read, so that nothing can be said.
  case missingSource(because: String)
}

/// A citation and what reading it again came to.
public struct CitationCheck: Sendable, Hashable {
  /// What was read again.
  public var citation: Citation
  /// What came of it.
  public var outcome: CitationOutcome
}

/// An appearance of the record and what reading it again came to.
public struct AppearanceCheck: Sendable, Hashable {
  /// What was read again.
  public var appearance: Appearance
  /// What came of it.
  public var outcome: CitationOutcome
}

extension CitationOutcome {
  /// Whether the record can no longer be relied on here.
  public var isFailure: Bool {
    switch self {
    case .held, .withdrawn: false
    case .failed, .missingSource: true
    }
  }
}
