public import ArchiveStorage
public import MailParsing

/// Finds what people say they did, held, were, ran for and plan, each claim with its exact words.
///
/// A statement is cut into zones, so that only its author speaks, then into blocks, sentences and the
/// stretches of them that can be claims; a trained model chooses among these, and rules read actor,
/// strength, topics and time from the chosen words. Offline and deterministic: the same text gives the
/// same claims.
public struct ClaimExtractor: Sendable {
  /// What this room writes into the record, and the version of its rules and weights.
  public static let producer = Producer(name: "claims", version: 1)

  private let calendar: ReleaseCalendar
  private let model: ClaimModel

  /// Makes an extractor whose relative times ("since Liberty") are resolved against `calendar`.
  public init(calendar: ReleaseCalendar = .openStack) {
    self.init(calendar: calendar, model: .shipped)
  }

  package init(calendar: ReleaseCalendar, model: ClaimModel) {
    self.calendar = calendar
    self.model = model
  }

  /// The claims of a stored post or a document, in text order.
  ///
  /// A document is read whole: who hands one over says that it is a statement. Where it does not look
  /// like one a claim must be worth more. Of a post only what looks like a statement is read.
  public func claims(in statement: Statement) -> [Claim] {
    var verdict = ClaimGate.look(at: statement.text)
    var caution: Float = 0
    if case .document = statement, verdict != .whole {
      verdict = .whole
      caution = Self.cautionInOrdinaryText
    }
    return claims(
      in: statement.text, subject: statement.subject, writtenAt: statement.writtenAt,
      reading: verdict, caution: caution)
  }

  /// What a claim must be worth beyond the usual in a document that has no words of offices and careers.
  private static let cautionInOrdinaryText: Float = 0.2

  /// The claims of a text, in text order, none overlapping another.
  ///
  /// Ranges are Unicode scalar offsets into `text`, and a claim's quote is the text at its range.
  /// Linear in `text`.
  ///
  /// - Parameters:
  ///   - text: A post's own text, or a whole plain file: a head of subject, author and date lines is
  ///     read, not searched for claims. Where it has no words of offices and careers, only the sentences
  ///     that say what somebody did are read.
  ///   - subject: The subject line; names the project where the text does not.
  ///   - writtenAt: When it was written; without it a date in the text's head is used, else relative
  ///     times stay unresolved.
  /// - Returns: The claims; none for a text in which nobody claims anything.
  public func claims(in text: String, subject: String = "", writtenAt: MailDate? = nil) -> [Claim] {
    claims(in: text, subject: subject, writtenAt: writtenAt, reading: ClaimGate.look(at: text))
  }

  private func claims(
    in text: String, subject: String, writtenAt: MailDate?, reading verdict: ClaimGate.Verdict,
    caution: Float = 0
  ) -> [Claim] {
    if verdict.places?.isEmpty == true { return [] }
    let head = StatementHead(text)
    let layout = layout(of: text, after: head, places: verdict.places)
    let scalars = layout.text
    let isForeign = ForeignLanguage.blocks(of: layout)
    let contexts = layout.contexts()
    var times = TimeReader(
      calendar: calendar, writtenAt: writtenAt ?? head.writtenAt, layout: layout,
      contexts: contexts)
    lazy var project = ProjectName.find(
      in: subject.isEmpty ? head.subject : subject, calendar: calendar)
    var claims: [Claim] = []
    for (index, unit) in layout.units.enumerated()
    where !isForeign[unit.block] && Self.isWorthReading(unit, verdict) {
      let context = contexts[index]
      let (candidates, choices) = model.choices(in: unit, context: context, caution: caution)
      for choice in choices {
        let candidate = candidates[choice.candidate]
        let reading = ClaimReading(candidate: candidate, unit: unit, context: context)
        let kind = ClaimModel.kinds[choice.kind]
        let range = layout.range(of: candidate, in: unit)
        var claim = Claim(
          quote: scalars.string(range), range: range, kind: kind,
          actor: model.actor(of: kind, in: reading))
        if kind == .contribution {
          claim.strength = model.strength(in: reading)
          claim.topics = TopicFinder.topics(in: unit.tokens[candidate.tokens], of: scalars)
        }
        if let time = times.time(of: candidate, kind: kind, inUnit: index) {
          claim.time = time.words
          claim.period = time.period
        }
        claim.project = ProjectName.find(in: Array(unit.tokens[candidate.tokens])) ?? project
        claim.because =
          [
            "\(kind.rawValue): worth \(Int((choice.worth * 100).rounded())) of 100"
          ]
          + model.reasons(
            for: candidate, kind: choice.kind, unit: unit, context: context, limit: 6)
        claims.append(claim)
      }
    }
    return claims
  }

  /// Whether a statement is in a language other than English, so that no claim was to be found in it. Linear.
  public func isForeign(_ statement: Statement) -> Bool {
    ForeignLanguage.isLanguage(of: layout(of: statement.text, after: StatementHead(statement.text)))
  }

  private func layout(
    of text: String, after head: StatementHead, places: [Int]? = nil
  ) -> StatementLayout {
    StatementLayout(
      ScalarText(text), own: OwnWords.ranges(in: text, after: head.range), calendar: calendar,
      places: places)
  }

  /// Whether a sentence holds one of the places that the gate marked.
  private static func isWorthReading(_ unit: SentenceUnit, _ verdict: ClaimGate.Verdict) -> Bool {
    guard let places = verdict.places else { return true }
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < unit.range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] < unit.range.upperBound
  }
}
