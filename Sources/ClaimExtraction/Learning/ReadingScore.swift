import ArchiveStorage

/// How well times and topics that rules read from labelled claims agree with the labels.
package struct ReadingScore: Sendable {
  private var times = (labelled: 0, found: 0, right: 0, near: 0)
  private var topics = (labelled: 0, found: 0, right: 0)
  private var contributions = (count: 0, first: 0)
  package private(set) var timeErrors: [String] = []
  package private(set) var topicErrors: [String] = []
  private let vocabulary = TopicVocabulary()

  package init() {}

  /// Reads a statement's claims at their labelled places; a claim over several sentences by its first.
  package mutating func add(_ statement: LabelledStatement, calendar: ReleaseCalendar = .openStack)
  {
    let layout = StatementLayout(
      statement.text, own: [0..<statement.text.count], calendar: calendar)
    var times = TimeReader(
      calendar: calendar, writtenAt: nil, layout: layout, contexts: layout.contexts())
    for (index, unit) in layout.units.enumerated() {
      for (range, label) in zip(statement.ranges, statement.labels) {
        guard let range, unit.range.contains(range.lowerBound),
          let first = unit.tokens.firstIndex(where: { $0.range.overlaps(range) }),
          let last = unit.tokens.lastIndex(where: { $0.range.overlaps(range) })
        else { continue }
        let candidate = Candidate(tokens: first..<(last + 1))
        let time = times.time(of: candidate, kind: label.kind, inUnit: index)
        add(label, time: time?.words, in: statement.name)
        if label.kind == .contribution {
          add(
            label,
            topics: TopicFinder.topics(in: unit.tokens[candidate.tokens], of: statement.text),
            in: statement.name)
        }
      }
    }
  }

  /// The topics of a text that is one claim.
  package static func topics(of claim: String) -> [String] {
    let text = ScalarText(claim)
    let tokens = Tokenizer(lexicon: .english, calendar: .openStack).tokens(
      of: 0..<text.count, in: text)
    return TopicFinder.topics(in: tokens[...], of: text)
  }

  private mutating func add(_ label: LabelledStatement.Label, time: String?, in name: String) {
    let wanted = label.time.map(Self.words)
    let read = time.map(Self.words)
    times.labelled += wanted == nil ? 0 : 1
    times.found += read == nil ? 0 : 1
    if let wanted, let read {
      times.right += wanted == read ? 1 : 0
      let shared = Set(wanted).intersection(read).count
      times.near += shared * 2 >= Set(wanted).union(read).count ? 1 : 0
    }
    if wanted != read {
      timeErrors.append(
        "\(label.kind.rawValue): \(label.time ?? "-") | \(time ?? "-") | \(label.quote.prefix(90)) | \(name)"
      )
    }
  }

  private mutating func add(
    _ label: LabelledStatement.Label, topics read: [String], in name: String
  ) {
    let wanted = Set(label.topics.map(vocabulary.name))
    let found = Set(read.map(vocabulary.name))
    topics.labelled += wanted.count
    topics.found += found.count
    topics.right += wanted.intersection(found).count
    contributions.count += 1
    contributions.first += wanted.isDisjoint(with: found) ? 0 : 1
    if wanted != found { topicErrors.append("\(label.topics) | \(read) | \(label.quote)") }
  }

  private static func words(_ time: String) -> [String] {
    time.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// The figures in lines.
  package var summary: String {
    """
    times: \(times.right) of \(times.labelled) right, \(times.near) near; \(times.found) read
    topics: \(topics.right) of \(topics.labelled) right; \(topics.found) read; \
    some topic right in \(contributions.first) of \(contributions.count) contributions
    """
  }
}
