import ArchiveStorage

/// The words that time expressions are made of.
enum TimeWords {
  /// The words that an expression can begin with, and those that make one of a name before them.
  static let openings: [(words: Set<String>, sign: WordSign)] = [
    (prepositions, .opensTime), (fillers, .opensTime), (presents, .opensTime),
    (Set(units.keys), .opensTime), (Set(numbers.keys), .opensTime),
    (Set(measures.map(\.words[0])), .opensTime), (ownOpenings, .opensTime),
    (Set(TimePhrases.byFirstWord.keys), .opensTime),
    (Set(TimePhrases.leadsByFirstWord.keys), .opensTime), (cycleUnits, .cycleUnit),
  ]

  static let prepositions: Set<String> = [
    "in", "during", "for", "since", "from", "over", "throughout", "within", "at", "until", "till",
    "through", "before", "after", "of", "by", "into", "as", "following", "on", "between",
  ]
  static let fillers: Set<String> = [
    "the", "this", "that", "these", "my", "our", "a", "an", "last", "past", "next", "upcoming",
    "up-coming",
    "coming", "current",
    "previous", "new", "few", "couple", "several", "whole", "entire", "early", "late", "mid",
    "first",
    "second", "third", "release", "openstack", "of", "end", "rest", "beginning", "start", "most",
    "all",
    "following", "same", "past", "recent", "many", "multiple", "three", "two", "four", "five",
    "six", "half",
    "part", "middle", "shortened", "short", "better", "very", "cycle", "official", "each", "every",
    "both", "latest",
    "as", "those", "another",
  ]
  static let presents: Set<String> = [
    "now", "currently", "recently", "presently", "nowadays", "already", "today", "lately",
  ]
  static let ordinals: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "last", "previous", "current", "past", "whole",
    "entire",
  ]
  static let units: [String: Int] = [
    "year": 12, "years": 12, "yrs": 12, "month": 1, "months": 1, "decade": 120, "decades": 120,
    "cycle": 6, "cycles": 6, "release": 6, "releases": 6, "term": 12, "terms": 12, "week": 0,
    "weeks": 0, "days": 0, "semester": 6, "timeframe": 6, "summit": 0,
  ]
  static let numbers: [String: Int] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "couple": 2, "fourteen": 14, "thirteen": 13, "sixteen": 16, "eighteen": 18,
  ]

  static let measures: [(words: [String], measure: Period.Measure)] = [
    (["over"], .over), (["almost"], .under), (["nearly"], .under), (["about"], .about),
    (["around"], .about), (["approximately"], .about), (["roughly"], .about), (["past"], .over),
    (["exceeding"], .over), (["more", "than"], .over), (["less", "than"], .under),
    (["~"], .about), (["at", "least"], .over), (["well", "over"], .over),
    (["close", "to"], .under),
    (["up", "to"], .under),
  ]
  static let ownOpenings: Set<String> = [
    "during", "throughout", "in", "over", "most", "much", "all", "part", "my", "our",
  ]

  static let counts = numbers.filter { !["a", "an", "couple"].contains($0.key) }
  static let cycleUnits: Set<String> = [
    "cycle", "cycles", "release", "releases", "development", "dev", "timeframe", "series",
    "timeline", "period",
  ]
  static let manifold: Set<String> = [
    "several", "many", "multiple", "few", "couple", "numerous",
  ]
  /// Gatherings that a project dates itself by.
  static let gatherings: Set<String> = [
    "summit", "ptg", "midcycle", "mid-cycle", "meetup", "forum", "sprint", "conference",
    "hackathon", "hackfest",
  ]
  static let seasons: Set<String> = ["spring", "summer", "autumn", "fall", "winter"]
  /// What joins the first of several named times to the next.
  static let joints: Set<String> = [
    "and", "or", "to", "through", "till", "until", "/", ",", "&", "-", "\u{2013}", "thru",
  ]
}
