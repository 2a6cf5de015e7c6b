/// Words that date, as people write them.
enum TimePhrases {
  /// A phrase and what it says of the time.
  struct Phrase {
    var words: [String]
    var meaning: TimeExpression.Meaning
  }

  /// Whole expressions by their first word, longer ones first.
  static let byFirstWord: [String: [Phrase]] = {
    let lists: [(TimeExpression.Meaning, [String])] = [
      (.present, present), (.past, past), (.future, future), (.open, open),
    ]
    var table: [String: [Phrase]] = [:]
    for (meaning, list) in lists {
      for line in list {
        let words = line.split(separator: " ").map(String.init)
        table[words[0], default: []].append(Phrase(words: words, meaning: meaning))
      }
    }
    return table.mapValues { phrases in
      phrases.sorted { ($1.words.count, $0.words.joined()) < ($0.words.count, $1.words.joined()) }
    }
  }()

  /// What may stand before a named time in a preposition's place, by first word, longer ones first.
  static let leadsByFirstWord = Dictionary(grouping: leads) { $0[0] }

  private static let leads: [[String]] = [
    "looking forward to the", "looking ahead to the", "looking back at the",
    "over the course of the", "over the course of", "looking forward to", "looking ahead to",
    "looking back at", "looking back on", "looking toward", "looking towards", "looking to",
    "as part of the", "as part of", "since just before the", "since just before", "since before",
    "since early in", "since late in", "since early", "since late", "since about", "since around",
    "towards the end of", "at the end of", "by the end of", "until the end of", "closer to the",
    "starting at", "starting in", "starting with", "starting from", "beginning in",
    "beginning with", "prior to", "as of", "up until", "early in the", "early in", "late in the",
    "late in", "in early", "in late", "now in", "ever since", "all through", "beyond",
    "back in the", "back in", "through the course of the",
    "since the heady days of", "since the early days of", "from the early days of",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let present = [
    "right now", "at the moment", "at present", "at this time", "most recently", "more recently",
    "until very recently", "until recently", "very recently", "these days", "as of now",
  ]
  private static let past = [
    "in the past", "over the years", "in recent years", "in recent cycles", "in previous cycles",
    "in past cycles", "some time ago", "a long time ago", "a while ago",
    "a few months ago", "a few years ago", "a few cycles ago", "a couple of years ago",
    "years ago", "many years ago", "several years ago", "some years ago", "so far",
    "early on", "previously",
  ]
  private static let future = [
    "in the future", "in the near future", "in the near term",
    "in the short term", "in the long term", "in the longer term", "in the medium term",
    "in long-term", "in the long run", "in the coming months", "in the coming year",
    "as for the future", "over next few weeks",
  ]
  private static let open =
    [
      "ever since", "since then", "at that time",
      "later that year", "a long time now",
      "a long time", "a while now", "a while", "some time now", "some years now",
      "this go around", "this time around", "for some time", "for some time now",
      "from the beginning",
      "from the start", "from day one", "since day one", "since the beginning", "since the start",
    ] + spansSpokenOf

  /// "during this time", "over that period"
  private static let spansSpokenOf = ["during", "over", "in", "within", "throughout"].flatMap {
    lead in ["this time", "that time", "this period", "that period"].map { "\(lead) \($0)" }
  }
}
