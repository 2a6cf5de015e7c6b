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

  /// The cues of a stretch of tokens, in a fixed order.
  static func cues(in tokens: ArraySlice<Token>) -> [Name] {
    var cues: [Name] = []
    var all: LexicalClass = []
    var hasName = false
    var visits = false
    var gathers = false
    var honours = false
    var ranks = false
    var sought = false
    var length = false
    var hadNumber = false
    for (offset, token) in tokens.enumerated() {
      let word = token.word.text
      all.formUnion(token.classes)
      if offset > 0, token.isCapitalised, token.classes.isDisjoint(with: [.author, .month]) {
        hasName = true
      }
      if token.isCapitalised, endings.contains(where: { word.hasSuffix($0) && word != $0 }) {
        gathers = true
      }
      if gatherings.contains(token.lemma.text) || gatherings.contains(word) { gathers = true }
      if visitors.contains(token.lemma.text) || visitors.contains(word) { visits = true }
      if honourWords.contains(token.lemma.text) || honourWords.contains(word) { honours = true }
      if word == "top" || word == "ranked" || word == "ranking" || word == "ranks" { ranks = true }
      if seekers.contains(token.lemma.text) { sought = true }
      if hadNumber, token.classes.contains(.span) { length = true }
      hadNumber =
        token.lemma == .someNumber || numberWords.contains(word)
        || hadNumber && token.classes.contains(.manner)
    }
    if gathers { cues.append(visits ? gatheringVisited : gathering) }
    if honours { cues.append(honour) }
    if ranks { cues.append(ranking) }
    if all.contains(.occupation), hasName { cues.append(employment) }
    if all.contains(.office) { cues.append(sought ? officeSought : officeHeld) }
    if length { cues.append(lengthOfTime) }
    if tokens.contains(where: { $0.word.text == "since" }) { cues.append(begun) }
    return cues
  }

  private static let endings = [
    "con", "conf", "fest", "camp", "summit", "days", "fosdem", "meetup",
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
  private static let numberWords: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several",
    "many", "few", "couple",
    "past", "last", "over",
  ]
}
