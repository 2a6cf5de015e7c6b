/// Signs of the kinds that labelled text shows too rarely to be learnt word by word.
///
/// A cue is no verdict: it is one more thing for the model to weigh, but it speaks for all words of
/// its sort, so that one labelled "KubeCon" teaches "FOSDEM".
enum Cue {
  static let gatheringVisited = Name("was at a gathering")
  static let gathering = Name("names a gathering")
  static let honour = Name("names a degree, award or book")
  static let ranking = Name("names a place in a ranking")
  static let employment = Name("names an occupation at an organisation")
  static let officeHeld = Name("names an office")
  static let officeSought = Name("seeks an office")
  static let lengthOfTime = Name("names a length of time")
  static let begun = Name("says since when")

  /// The cues of a stretch of tokens, in a fixed order; linear, by what each token's signs say.
  static func cues(in tokens: ArraySlice<Token>) -> [Name] {
    var classes: LexicalClass = []
    var signs: WordSign = []
    var hasName = false
    var hasLength = false
    var hadNumber = false
    for index in tokens.indices {
      let token = tokens[index]
      classes.formUnion(token.classes)
      signs.formUnion(token.isCapitalised ? token.signs : token.signs.subtracting(.gatheringName))
      if index > tokens.startIndex, token.isCapitalised,
        token.classes.isDisjoint(with: [.author, .month])
      {
        hasName = true
      }
      if hadNumber, token.classes.contains(.span) { hasLength = true }
      hadNumber =
        token.signs.contains(.amount) || token.lemma == .someNumber
        || hadNumber && token.classes.contains(.manner)
    }
    var cues: [Name] = []
    if !signs.isDisjoint(with: [.gathering, .gatheringName]) {
      cues.append(signs.contains(.visiting) ? gatheringVisited : gathering)
    }
    if signs.contains(.honour) { cues.append(honour) }
    if signs.contains(.ranking) { cues.append(ranking) }
    if classes.contains(.occupation), hasName { cues.append(employment) }
    if classes.contains(.office) {
      cues.append(signs.contains(.seeking) ? officeSought : officeHeld)
    }
    if hasLength { cues.append(lengthOfTime) }
    if signs.contains(.since) { cues.append(begun) }
    return cues
  }

  /// How the names of gatherings end.
  static let gatheringEndings = [
    "con", "conf", "fest", "camp", "summit", "days", "fosdem", "meetup",
  ]

  /// The words of each sign.
  static let words: [(words: Set<String>, sign: WordSign)] = [
    (gatherings, .gathering), (visitors, .visiting), (honourWords, .honour), (seekers, .seeking),
    (["top", "ranked", "ranking", "ranks"], .ranking), (amounts, .amount), (["since"], .since),
  ]

  private static let gatherings: Set<String> = [
    "summit", "conference", "meetup", "midcycle", "mid-cycle", "sprint", "ptg", "forum", "fosdem",
    "workshop",
    "hackfest", "hackathon", "symposium", "keynote", "talk", "panel", "barcamp", "gathering",
    "convention",
    "presentation", "webinar", "guadec", "akademy", "linuxcon",
  ]
  private static let visitors: Set<String> = [
    "attend", "attended", "speak", "spoke", "spoken", "speaker", "present", "presented",
    "presenting", "keynote",
    "talk", "panelist", "panellist", "went", "been", "was", "participate", "gave", "given", "visit",
    "attendee",
    "attendance", "presenter", "travel", "speaking", "workshop", "spent",
  ]
  private static let honourWords: Set<String> = [
    "patent", "degree", "phd", "ph.d", "msc", "m.sc", "bsc", "b.sc", "bachelor", "bachelor's",
    "master's", "masters",
    "doctorate", "diploma", "certificate", "certified", "certification", "award", "awarded",
    "prize", "medal",
    "book", "thesis", "graduate", "graduated", "fellowship", "scholarship", "mba", "honours", "won",
    "studied",
    "publication", "credential",
  ]
  private static let seekers: Set<String> = [
    "candidacy", "nominate", "nomination", "run", "stand", "announce", "election", "submit",
    "elect", "candidate",
    "re-election", "reelection", "self-nomination", "continue",
  ]
  private static let amounts: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several",
    "many", "few", "couple",
    "past", "last", "over",
  ]
}
