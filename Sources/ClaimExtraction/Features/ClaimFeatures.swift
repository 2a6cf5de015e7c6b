/// What is noticed about a candidate: its words and their classes, who acts and whether it happened, how
/// it sits in its sentence, and what governs the sentence.
package struct ClaimFeatures: Sendable {
  let unit: SentenceUnit
  let context: UnitContext
  /// The predicate of every start, read once: the words up to the next break.
  let sentence: Predicate
  /// Where the parts of its coordinations meet.
  let seams: [Seam]
  /// Where words tie clauses on, and where an auxiliary stands.
  let links: [Int]
  let auxiliaries: [Int]
  /// The words of a field's name: "Employer" in "Employer: Example Ltd".
  private let label: Range<Int>?
  /// The classes of all words of the lead-in, and of the heading.
  private let governorClasses: LexicalClass
  private let headingClasses: LexicalClass

  package init(unit: SentenceUnit, context: UnitContext) {
    self.unit = unit
    self.context = context
    self.sentence = Predicate(unit.tokens[...])
    self.seams = Seam.seams(in: unit.tokens.prefix(CandidateCutter.tokenLimit))
    self.links = unit.tokens.indices.filter { Self.ties(at: $0, in: unit.tokens) }
    self.auxiliaries = unit.tokens.indices.filter { unit.tokens[$0].isAuxiliary }
    let colon = unit.tokens.prefix(5).firstIndex { $0.word.text == ":" }
    self.governorClasses = context.governor.reduce(into: []) { $0.formUnion($1.classes) }
    self.headingClasses = context.heading.reduce(into: []) { $0.formUnion($1.classes) }
    self.label = colon.flatMap { $0 > 0 && $0 + 1 < unit.tokens.count ? 0..<$0 : nil }
  }

  // MARK: Of the sentence

  /// The features that all candidates of the sentence share.
  package func shared(into sink: inout some FeatureSink) {
    let place: Name = context.isHeading ? .heading : context.isItem ? .item : .paragraph
    sink.add(.bias, place)
    sink.add(.tenth, Name.digits[context.tenth])
    if context.index < 4 { sink.add(.early, Name.digits[context.index]) }
    if context.isParent { sink.add(.parent) }
    if unit.tokens.last?.word.text == ":" { sink.add(.opensList, place) }
    if unit.tokens.last?.word.text == "?" { sink.add(.asks) }
    sink.add(.sentenceForm, Name.forms[sentence.form], Name.subjects[sentence.subject])
    sink.add(.sentenceLength, Name.digits[min(9, unit.tokens.count / 5)])
    let formInPlace: Name = context.isItem ? .item : .paragraph
    for token in context.governor where token.isWord {
      sink.add(.governorWord, token.lemma, formInPlace)
    }
    for token in context.heading where token.isWord { sink.add(.headingWord, token.lemma) }
    for (kind, name) in LexicalClass.telling {
      if governorClasses.contains(kind) { sink.add(.governorClass, name, formInPlace) }
      if headingClasses.contains(kind) { sink.add(.headingClass, name) }
    }
    if let predicate = context.governorPredicate, context.isItem {
      sink.add(.governorForm, Name.forms[predicate.form], Name.subjects[predicate.subject])
    }
    if let orientation = context.orientation { sink.add(.orientation, orientation, place) }
    if let mention = StatementLayout.mention(in: unit.tokens[...], ownCycle: context.ownCycle) {
      sink.add(.sentenceCycle, mention, Name.forms[sentence.form])
    }
    if let mention = StatementLayout.mention(
      in: (context.isItem ? context.governor : context.heading)[...], ownCycle: context.ownCycle)
    {
      sink.add(.governorCycle, mention, place)
    }
    if let previous = context.previous {
      let predicate = Predicate(previous.tokens[...])
      sink.add(.previousForm, Name.forms[predicate.form], Name.subjects[predicate.subject])
      for token in previous.tokens.prefix(30)
      where token.isWord && !token.classes.isDisjoint(with: .tellingClasses) {
        sink.add(.previousWord, token.lemma)
      }
    }
    addNeighbours(to: &sink)
  }

  // MARK: Of the candidate

  /// The features of one candidate.
  package func own(_ candidate: Candidate, into sink: inout some FeatureSink) {
    addWords(in: candidate.tokens, to: &sink)
    addForm(of: candidate.tokens, to: &sink)
  }

  /// The features that a candidate has beside those of its words and the words around it.
  func addForm(of span: Range<Int>, to sink: inout some FeatureSink) {
    let tokens = unit.tokens
    let inside = tokens[span]
    let predicate = Predicate(inside)
    let form = Name.forms[predicate.form]
    let subject = Name.subjects[predicate.subject]
    let place: Name = context.isHeading ? .heading : context.isItem ? .item : .paragraph

    // Its ends.
    let first = inside[span.lowerBound]
    let last = inside[span.upperBound - 1]
    if !isAddressAlone {
      sink.add(.first, first.word)
      sink.add(.firstInPlace, first.lemma, place)
      sink.add(.last, last.lemma)
    }
    if span.count > 1 { sink.add(.firstTwo, first.word, inside[span.lowerBound + 1].word) }
    if span.count > 2 {
      sink.add(.secondThird, inside[span.lowerBound + 1].word, inside[span.lowerBound + 2].word)
    }

    // What stands just outside.
    let before = span.lowerBound > 0 ? tokens[span.lowerBound - 1].word : .edge
    let twoBefore = span.lowerBound > 1 ? tokens[span.lowerBound - 2].word : .edge
    let after = span.upperBound < tokens.count ? tokens[span.upperBound].word : .edge
    sink.add(.before, before)
    sink.add(.twoBefore, twoBefore, before)
    sink.add(.after, after)
    sink.add(.beforeForm, before, form)
    sink.add(.afterForm, after, form)
    sink.add(.edges, before, after)
    if span.upperBound + 1 < tokens.count {
      sink.add(.afterTwo, after, tokens[span.upperBound + 1].lemma)
    }

    // Who acts, and whether it happened.
    sink.add(.predicate, form, subject)
    sink.add(.formInPlace, form, place)
    if let verb = predicate.verb {
      sink.add(.verb, verb.lemma)
      sink.add(.verbForm, verb.lemma, form)
      sink.add(.verbSubject, verb.lemma, subject)
      for (kind, name) in LexicalClass.doing where verb.classes.contains(kind) {
        sink.add(.verbClassForm, name, form)
        sink.add(.verbClassSubject, name, subject)
      }
      if let governed = predicate.governed {
        sink.add(.governed, governed.lemma, form)
        sink.add(.verbs, verb.lemma, governed.lemma)
      }
      if let object = predicate.object { sink.add(.verbObject, verb.lemma, object.lemma) }
    }
    if let object = predicate.object { sink.add(.object, object.lemma) }
    if let orientation = context.orientation { sink.add(.orientationForm, orientation, form) }
    if let mention = StatementLayout.mention(in: inside, ownCycle: context.ownCycle) {
      sink.add(.cycleMention, mention)
      sink.add(.cycleMentionForm, mention, form)
    }
    if predicate.isNegated { sink.add(.negated, form) }
    if predicate.subject == .none, span.lowerBound > 0 {
      // A coordinated part takes subject and tense from what stands before it.
      let inherited = Predicate(tokens[..<span.lowerBound])
      sink.add(.inherited, Name.forms[inherited.form], Name.subjects[inherited.subject])
      sink.add(.inheritedForm, Name.forms[inherited.form], form)
      if let verb = inherited.verb { sink.add(.inheritedVerb, verb.lemma, form) }
    }
    if let governor = context.governorPredicate, context.isItem {
      sink.add(.governedForm, Name.forms[governor.form], form)
    }
    if context.isItem {
      for (kind, name) in LexicalClass.telling where governorClasses.contains(kind) {
        sink.add(.governorClassForm, name, form)
      }
    }
    for (kind, name) in LexicalClass.telling where headingClasses.contains(kind) {
      sink.add(.headingClassForm, name, form)
    }

    addSeams(of: span, form: form, place: place, to: &sink)
    addLinks(in: span, form: form, to: &sink)

    for cue in Cue.cues(in: inside) {
      sink.add(.cue, cue)
      sink.add(.cueForm, cue, form)
      sink.add(.cueSubject, cue, subject)
      sink.add(.cueInPlace, cue, place)
    }
    if let label, span.lowerBound > label.upperBound {
      for token in tokens[label] where token.isWord { sink.add(.label, token.lemma) }
      if span.lowerBound == label.upperBound + 1 { sink.add(.afterLabel, form) }
    }

    // The classes of its words, and two together.
    let classes = span.prefix(Self.wordLimit).reduce(into: LexicalClass()) {
      $0.formUnion(tokens[$1].classes)
    }
    for name in classes.names {
      sink.add(.has, name)
      sink.add(.hasForm, name, form)
      sink.add(.hasSubject, name, subject)
    }

    // How it fills its sentence.
    let startsSentence = span.lowerBound == 0
    let endsSentence =
      span.upperBound == tokens.count
      || span.upperBound == tokens.count - 1 && !tokens[span.upperBound].isWord
    let fit: Name =
      startsSentence ? (endsSentence ? .whole : .opening) : (endsSentence ? .closing : .middle)
    sink.add(.fit, fit, place)
    sink.add(.fitForm, fit, form)
    sink.add(.length, Name.lengths[min(span.count, 40)])
    sink.add(.lengthForm, Name.lengths[min(span.count, 40)], form)
    if inside.dropFirst().dropLast().contains(where: { $0.word.text == "," }) {
      sink.add(.innerComma, form)
    }
    if inside.dropFirst().contains(where: { $0.signs.contains(.reason) }) {
      sink.add(.innerReason, form)
    }
    if inside.dropFirst().contains(where: { $0.word.text == "and" }) { sink.add(.innerAnd, form) }
    if inside.dropFirst(2).contains(where: { $0.signs.contains(.person) }) {
      sink.add(.innerSubject, subject)
    }
  }
}
