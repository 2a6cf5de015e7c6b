/// The words of the feature language. Their spelling is the model's: a changed one needs training anew.
extension Name {
  // Patterns of a sentence.
  static let bias = Name("in a")
  static let tenth = Name("tenth of the statement")
  static let early = Name("sentence number")
  static let parent = Name("heads sub-items")
  static let opensList = Name("opens a list in a")
  static let asks = Name("is a question")
  static let sentenceForm = Name("sentence is")
  static let sentenceLength = Name("fives of words in the sentence")
  static let governorWord = Name("lead-in says")
  static let headingWord = Name("heading says")
  static let governorClass = Name("lead-in has")
  static let headingClass = Name("heading has")
  static let governorForm = Name("lead-in is")
  static let previousForm = Name("sentence before is")
  static let previousWord = Name("sentence before says")
  static let neighbourBefore = Name("unit before is")
  static let formAfterForm = Name("unit before, own form")
  static let formBeforeForm = Name("unit after, own form")
  static let siblings = Name("other items are")
  static let siblingsForm = Name("other items, own form")
  static let siblingsGovernor = Name("other items, lead-in")

  // Patterns of a candidate.
  static let word = Name("says")
  static let pair = Name("says both")
  static let first = Name("begins with")
  static let firstInPlace = Name("begins in place with")
  static let firstTwo = Name("begins with both")
  static let secondThird = Name("goes on with")
  static let last = Name("ends with")
  static let before = Name("after the word")
  static let twoBefore = Name("after the words")
  static let after = Name("before the word")
  static let afterTwo = Name("before the words")
  static let beforeForm = Name("after the word, form")
  static let afterForm = Name("before the word, form")
  static let edges = Name("between")
  static let predicate = Name("form and subject")
  static let formInPlace = Name("form in a")
  static let verb = Name("verb")
  static let verbForm = Name("verb in form")
  static let verbSubject = Name("verb of subject")
  static let verbClassForm = Name("kind of verb in form")
  static let verbClassSubject = Name("kind of verb of subject")
  static let governed = Name("governs verb")
  static let verbs = Name("verbs")
  static let verbObject = Name("verb and object")
  static let object = Name("object")
  static let negated = Name("negated")
  static let inherited = Name("continues")
  static let inheritedForm = Name("continues form with")
  static let inheritedVerb = Name("continues verb with")
  static let governedForm = Name("lead-in form, own form")
  static let governorClassForm = Name("lead-in has, form")
  static let headingClassForm = Name("heading has, form")
  static let has = Name("has")
  static let hasForm = Name("has, in form")
  static let hasSubject = Name("has, of subject")
  static let fit = Name("part of sentence in")
  static let fitForm = Name("part of sentence, form")
  static let length = Name("words")
  static let lengthForm = Name("words, form")
  static let innerComma = Name("spans a comma")
  static let innerReason = Name("spans a reason")
  static let innerAnd = Name("spans an and")
  static let innerSubject = Name("spans another subject")
  static let innerSeams = Name("spans seams, form")
  static let innerSeamsInPlace = Name("spans seams in a")
  static let sharedSeams = Name("spans verbs of one object, form")
  static let seamVerb = Name("spans a seam before")
  static let seamWords = Name("spans a seam of")
  static let seamEdges = Name("begins or ends at a seam")
  static let seamEdgesForm = Name("begins or ends at a seam, form")
  static let outerSeams = Name("seams before and after")
  static let link = Name("spans the link")
  static let linkForm = Name("spans the link, form")
  static let linkRest = Name("spans the link and pairs of words")
  static let auxiliaries = Name("spans auxiliaries, form")
  static let beforeWord = Name("some words after")
  static let afterWord = Name("some words before")

  static let orientation = Name("section looks")
  static let orientationForm = Name("section looks, form")
  static let cycleMention = Name("mentions a cycle")
  static let cycleMentionForm = Name("mentions a cycle, form")
  static let sentenceCycle = Name("sentence mentions a cycle")
  static let governorCycle = Name("lead-in mentions a cycle")
  static let cue = Name("cue")
  static let cueForm = Name("cue in form")
  static let cueSubject = Name("cue of subject")
  static let cueInPlace = Name("cue in a")
  static let label = Name("field is named")
  static let ruleActor = Name("rule for actor")
  static let ruleStrength = Name("rule for strength")
  static let afterLabel = Name("fills the field, form")

  // What fills them.
  static let someCycle = Name("‹cycle›")
  static let someNumber = Name("‹number›")
  static let someYear = Name("‹year›")
  static let someLink = Name("‹link›")
  static let back = Name("back")
  static let ahead = Name("ahead")
  static let both = Name("both ways")
  static let own = Name("its own")
  static let someOther = Name("some")
  static let edge = Name("(edge)")
  static let heading = Name("heading")
  static let item = Name("list item")
  static let paragraph = Name("paragraph")
  static let whole = Name("whole")
  static let opening = Name("opening")
  static let closing = Name("closing")
  static let middle = Name("middle")
  static let comma = Name(",")
  static let neither = Name("none")

  static let digits = (0...9).map { Name(String($0)) }
  /// Lengths in steps that widen.
  static let lengths = (0...40).map { count in
    Name(
      count < 8
        ? "\(count)"
        : count < 12
          ? "8-11"
          : count < 16 ? "12-15" : count < 24 ? "16-23" : count < 40 ? "24-39" : "40 and more")
  }
  static let forms = NameTable<Predicate.Form>()
  static let subjects = NameTable<Predicate.Subject>()
}

/// A name for every case of an enumeration whose cases are numbered from 0.
struct NameTable<Case: RawRepresentable<Int> & CaseIterable>: Sendable {
  private let names = Case.allCases.map { Name("\($0)") }
  subscript(_ member: Case) -> Name { names[member.rawValue] }
}

extension LexicalClass {
  static let tellingClasses: LexicalClass = [
    .author, .group, .team, .future, .wish, .duty, .negation, .opinion, .office, .candidacy,
    .occupation, .gathering, .award, .goal, .achievement, .experience, .trouble, .past, .coming,
    .present, .cycle, .thanks, .leading, .making, .helping, .improving, .serving, .standing,
  ]
  static let doingClasses: LexicalClass = [
    .wish, .opinion, .leading, .making, .helping, .improving, .going, .attending, .serving,
    .standing, .be, .have,
  ]
}

extension LexicalClass {
  /// The classes by which a lead-in or heading tells what follows.
  static let telling = all.filter { !$0.class.isDisjoint(with: tellingClasses) }
  /// The classes of verbs.
  static let doing = all.filter { !$0.class.isDisjoint(with: doingClasses) }
}
