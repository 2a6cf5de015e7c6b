public import ResumeReading

/// What a person says of themselves, their group or another, that a record could bear out or deny.
public struct Claim: Sendable, Hashable, Codable {
  /// What sort of statement it is; raw values are the words of `byline.claims/1`.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Work done or being done.
    case contribution
    /// A position held, paid or not.
    case role
    /// A span or start of experience or involvement.
    case tenure
    /// Attended, spoke at, was present.
    case event
    /// A patent, certificate, degree, award, book, published ranking.
    case credential
    /// Announces or recounts running for an office.
    case candidacy
    /// What the author says they will do.
    case intent
  }

  /// Who is said to act.
  public enum Actor: String, Sendable, Hashable, Codable, CaseIterable {
    case author = "self"
    case group
    case other
  }

  /// How much of a contribution is claimed.
  public enum Strength: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case tookPart = "took_part"
    case did
    case led

    /// Orders by how much is claimed, ``tookPart`` first.
    public static func < (lhs: Strength, rhs: Strength) -> Bool { lhs.rank < rhs.rank }
    private var rank: Int {
      switch self {
      case .tookPart: 0
      case .did: 1
      case .led: 2
      }
    }
  }

  /// The words of the claim, unchanged.
  public var quote: String
  /// Where they stand: Unicode scalars of the statement's text.
  public var range: Range<Int>
  /// What sort of statement it is.
  public var kind: Kind
  /// Who is said to act.
  public var actor: Actor
  /// For contributions; nil otherwise.
  public var strength: Strength?
  /// For contributions: one to three noun phrases, verbatim.
  public var topics: [String]
  /// The time expression that dates the claim, verbatim.
  public var time: String?
  /// What ``time`` means, resolved against the statement's date and a release calendar; nil where
  /// there is no expression, or no date to resolve it against.
  public var period: Period?
  /// The project the claim is about, where the text names one.
  public var project: String?
  /// Why this span was taken for a claim, one rule or weight a line.
  public var because: [String]

  /// Makes a claim of its place and kind; the rest is set as it is found.
  public init(quote: String, range: Range<Int>, kind: Kind, actor: Actor) {
    self.quote = quote
    self.range = range
    self.kind = kind
    self.actor = actor
    self.topics = []
    self.because = []
  }
}

/// A stretch of time as words give it: bounds where they are known, a length where one is said.
public struct Period: Sendable, Hashable, Codable {
  /// How a stated length is to be read against a measured one.
  public enum Measure: String, Sendable, Hashable, Codable {
    /// "3 years", "about 3 years".
    case about
    /// "over 15 years", "more than", "a little over".
    case over
    /// "almost", "nearly", "less than".
    case under
  }
  /// When it begins; nil where the words leave it open.
  public var start: PartialDate?
  /// When it ends; nil where it is open or goes on.
  public var end: PartialDate?
  /// The length said, in months ("over 15 years" is 180); nil where none is said.
  public var months: Int?
  /// How ``months`` is meant; nil without it.
  public var measure: Measure?

  /// Makes a period of what is known of it.
  public init(
    start: PartialDate? = nil, end: PartialDate? = nil, months: Int? = nil, measure: Measure? = nil
  ) {
    self.start = start
    self.end = end
    self.months = months
    self.measure = measure
  }
}

/// Who made a derived row: a stage and the version of its rules.
public struct Producer: Sendable, Hashable, Codable {
  /// The stage.
  public var name: String
  /// Raised whenever its rules change.
  public var version: Int

  /// Names a producer.
  public init(name: String, version: Int) {
    self.name = name
    self.version = version
  }
}
