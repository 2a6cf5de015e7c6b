extension ClaimFeatures {
  /// How a candidate sits among the parts of a coordination: whether it takes several together, and
  /// whether it begins or ends where one does.
  func addSeams(of span: Range<Int>, form: Name, place: Name, to sink: inout some FeatureSink) {
    let tokens = unit.tokens
    var (inner, shared, before, after) = (0, 0, 0, 0)
    var (begins, ends) = (false, false)
    for seam in seams {
      begins = begins || seam.start == span.lowerBound
      ends = ends || seam.joint == span.upperBound
      if seam.start <= span.lowerBound {
        before += 1
      } else if seam.joint >= span.upperBound {
        after += 1
      } else if seam.joint > span.lowerBound {
        if seam.isAfterObject, inner == 0 {
          sink.add(.seamVerb, tokens[seam.start].lemma)
          sink.add(.seamWords, tokens[seam.joint].word, tokens[seam.start].word)
        }
        if seam.isAfterObject { inner += 1 } else { shared += 1 }
      }
    }
    sink.add(.innerSeams, Name.digits[min(3, inner)], form)
    sink.add(.innerSeamsInPlace, Name.digits[min(3, inner)], place)
    sink.add(.sharedSeams, Name.digits[min(3, shared)], form)
    sink.add(.outerSeams, Name.digits[min(2, before)], Name.digits[min(2, after)])
    let edges: Name = begins ? (ends ? .both : .opening) : ends ? .closing : .neither
    sink.add(.seamEdges, edges)
    if begins || ends { sink.add(.seamEdgesForm, edges, form) }
  }

  /// The words that tie clauses on within a candidate ("which", "because", "to"), after a comma or not,
  /// and how much hangs on them.
  func addLinks(in span: Range<Int>, form: Name, to sink: inout some FeatureSink) {
    let tokens = unit.tokens
    let inner = span.dropFirst()
    for index in links where inner.contains(index) {
      let word = tokens[index].word
      // A "to" at the end has no infinitive within.
      if index + 1 == span.upperBound, word.text == "to" { continue }
      sink.add(.link, word, tokens[index - 1].isWord ? nil : .comma)
      sink.add(.linkForm, word, form)
      sink.add(.linkRest, word, Name.digits[min(9, (span.upperBound - index) / 2)])
    }
    let auxiliaries = auxiliaries.count { inner.contains($0) }
    sink.add(.auxiliaries, Name.digits[min(4, auxiliaries)], form)
  }

  /// Whether a word ties a clause on: "which", "because", "by", "to" before an infinitive.
  static func ties(at index: Int, in tokens: [Token]) -> Bool {
    if !tokens[index].classes.isDisjoint(with: [.subordinator, .relative]) { return true }
    switch tokens[index].word.text {
    case "by", "with": return true
    case "to": return index + 1 < tokens.count && tokens[index + 1].forms.contains(.base)
    default: return false
    }
  }
}
