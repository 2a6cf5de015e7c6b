public import ArchiveStorage
public import MailParsing

/// Finds the posts in which somebody runs for an office, by subject and text.
public struct CandidacyDetector: Sendable {
  /// A post that announces a candidacy.
  public struct Candidacy: Sendable, Hashable {
    /// The words that say so.
    public var claim: Claim
    /// The office, as the words or the subject name it: "ptl", "tc", "board"; nil where none is named.
    public var office: String?
    /// The project the office is of; nil where none is named.
    public var project: String?
    /// The release cycle it is for, by its name in the calendar; nil where none is named.
    public var cycle: String?
    /// Whether the subject itself speaks of a candidacy.
    public var isInSubject: Bool

    /// Makes a candidacy of the claim that states it.
    public init(
      claim: Claim, office: String?, project: String?, cycle: String? = nil, isInSubject: Bool
    ) {
      self.claim = claim
      self.office = office
      self.project = project
      self.cycle = cycle
      self.isInSubject = isInSubject
    }
  }

  private let extractor: ClaimExtractor
  private let calendar: ReleaseCalendar

  /// Makes a detector that knows the cycles of `calendar`.
  public init(calendar: ReleaseCalendar = .openStack) {
    self.extractor = ClaimExtractor(calendar: calendar)
    self.calendar = calendar
  }

  /// The author's candidacy in a statement; nil where there is none. See ``candidacy(in:subject:writtenAt:)``.
  public func candidacy(in statement: Statement) -> Candidacy? {
    candidacy(
      in: statement.text, subject: statement.subject, writtenAt: statement.writtenAt)
  }

  /// The author's candidacy in a post; nil where there is none.
  ///
  /// A post runs for an office where its own words declare it ("I nominate myself for …"), or where its
  /// subject does and its words do not speak against it. A reply is its own author's: a quoted candidacy
  /// is not one, and neither is a wish of luck above it. Most posts cost one look at their words.
  public func candidacy(
    in text: String, subject: String = "", writtenAt: MailDate? = nil
  ) -> Candidacy? {
    let heading = CandidacySubject(subject)
    guard heading.announces || CandidacyWords.occur(in: text) else { return nil }
    let head = StatementHead(text)
    let scalars = ScalarText(text)
    let own = OwnWords.ranges(in: text, after: head.range)
    let layout = StatementLayout(scalars, own: own, calendar: calendar)
    guard let unit = declaration(in: layout, under: heading) else { return nil }
    let claim = claim(of: unit, in: layout, text, subject, writtenAt)
    let said = [unit.tokens, tokens(of: subject), tokens(of: head.subject)]
    let sources = said + layout.units.prefix(6).map(\.tokens)
    let office = sources.lazy.compactMap { OfficeName.find(in: $0) }.first
    return Candidacy(
      claim: claim, office: office,
      project: OfficeName.isOfProject(office)
        ? sources.lazy.compactMap { ProjectName.find(in: $0) }.first : nil,
      cycle: cycle(in: said, elsewhere: sources, writtenAt: writtenAt ?? head.writtenAt),
      isInSubject: heading.announces)
  }

  /// The sentence that declares a candidacy.
  private func declaration(
    in layout: StatementLayout, under subject: CandidacySubject
  ) -> SentenceUnit? {
    var implied: [SentenceUnit] = []
    for unit in layout.units {
      switch Declaration(unit.tokens) {
      case .explicit: return unit
      case .implied: implied.append(unit)
      case .denied: return nil
      case .silent: break
      }
    }
    guard !subject.isReply else { return nil }
    // Half-sentences count beside a subject that names the act, or beside one another.
    if let first = implied.first, subject.announces || implied.count > 1 { return first }
    guard subject.announces else { return nil }
    return layout.units.first { OfficeName.find(in: $0.tokens) != nil && Self.isFirstPerson($0) }
      ?? layout.units.first(where: Self.isFirstPerson)
  }

  private static func isFirstPerson(_ unit: SentenceUnit) -> Bool {
    unit.tokens.contains { $0.classes.contains(.author) }
  }

  /// The claim that states the candidacy: the one found in the sentence, else all of the sentence.
  private func claim(
    of unit: SentenceUnit, in layout: StatementLayout, _ text: String, _ subject: String,
    _ writtenAt: MailDate?
  ) -> Claim {
    let found = extractor.claims(in: text, subject: subject, writtenAt: writtenAt).first {
      $0.kind == .candidacy && $0.range.overlaps(unit.range)
    }
    if let found { return found }
    let last = unit.tokens.last { $0.isWord }?.range.upperBound ?? unit.range.upperBound
    let range = unit.range.lowerBound..<last
    var claim = Claim(
      quote: layout.text.string(range), range: range, kind: .candidacy, actor: .author)
    claim.because = ["the sentence declares a candidacy"]
    return claim
  }

  /// The cycle that the declaration or the subject names; elsewhere in the opening only one that was to
  /// come on the day of the post, by name or as "the next cycle".
  private func cycle(
    in said: [[Token]], elsewhere: [[Token]], writtenAt: MailDate?
  ) -> String? {
    for cycle in said.lazy.flatMap({ $0.compactMap(\.cycle) }) {
      return calendar.cycles[cycle].names.first
    }
    guard let day = writtenAt?.day else { return nil }
    let finder = TimeFinder(calendar: calendar)
    for tokens in elsewhere {
      if let cycle = tokens.compactMap(\.cycle).first(where: { day < calendar.cycles[$0].end }) {
        return calendar.cycles[cycle].names.first
      }
      for expression in finder.expressions(in: tokens) {
        if case .cycleOffset(let offset) = expression.meaning, offset > 0,
          let cycle = calendar.cycle(at: day, offset: offset)
        {
          return cycle.names.first
        }
      }
    }
    return nil
  }

  private func tokens(of line: String) -> [Token] {
    let text = ScalarText(String(line.prefix(998)))
    return Tokenizer(lexicon: .english, calendar: calendar).tokens(of: 0..<text.count, in: text)
  }
}
