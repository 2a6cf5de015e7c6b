import ArchiveStorage
import Foundation
import MailParsing

/// A topic as one repository can be asked for it: without the words that every commit there says.
///
/// A commit is on the topic where what it says of it, weighed by how rarely the repository says each
/// word, is most of the topic: a subject counts whole, paths three quarters, the rest of a message half.
/// Where every word is a common one, those that make up most of it have to stand together.
struct GitTopic {
  /// A unit of the topic, and which commits say it where.
  struct Term: Sendable {
    let unit: GitUnit
    /// How much saying it tells, in bits: the fewer commits name it, the more.
    let weight: Double
    /// The part of all commits that name it, 0…1.
    let share: Double
    let subjects: CommitSet
    let paths: CommitSet
    let messages: CommitSet

    /// The commits whose subject or paths name it.
    var named: CommitSet { subjects.union(paths) }

    /// How much of its weight a commit bears.
    func weight(at place: Int) -> Double {
      if subjects.contains(place) { return weight }
      if paths.contains(place) { return weight * 0.75 }
      return messages.contains(place) ? weight * 0.5 : 0
    }
  }

  /// The words of the claim.
  let phrase: String
  /// The words as a sentence says them.
  var title: String { terms.isEmpty ? phrase : "“\(phrase)”" }
  /// Terms that tell, the rarest in the repository first; empty where only the project is named.
  let terms: [Term]
  /// Participles before its noun: "deferred" of "deferred allocation".
  private let attributes: [GitUnit]
  /// Whether its units have to stand together, however rare one of them is.
  private var standsTogether = false
  /// Stems of a phrase that only tells as it stands ("gate issues", "get me a network"); nil for others.
  private let wording: [String]?

  /// Names in more than this part of all commits name the project, not a topic in it.
  private static let commonShare = 0.5
  /// Fewer commits tell nothing of how common a word is.
  private static let settledAfter = 100
  /// A word in fewer commits tells by itself.
  private static let rareShare = 0.003
  /// A commit bears this part of a topic or more.
  private static let leastBorne = 0.7

  /// Two words tell by themselves, in bits.
  private static let leastTold = 10.0

  /// Reads a topic for a repository. `project` are the stems of the project's own names.
  init(_ topic: Topic, in history: GitHistory, project: Set<String>) {
    phrase = topic.phrase
    let units = GitUnit.units(of: topic).filter { !$0.isMade(of: project) }
      .map { $0.named(within: GitProject.ownStems(history)) }
    // "the unified objects": a participle before the noun tells of the work, not of the thing.
    let attributes = units.dropLast().filter { $0.text.hasSuffix("ed") }
    self.attributes = attributes
    // "the core Lantern projects" are no part of the tree, however many paths say Lantern.
    let namesProject = Words.of(phrase).last.map { ["project", "projects"].contains($0.whole) }
    let mostShare = namesProject == true ? GitProject.greaterShare : Self.commonShare
    let telling = units.filter { unit in
      !attributes.contains(unit) && !Vocabulary.gathering.contains(unit.text)
        && !Self.isQuality(unit)
    }.map { Self.term($0, in: history, project: project) }
      .filter { history.commits.count <= Self.settledAfter || $0.share <= mostShare }
    terms = telling.sorted { ($0.share, $0.unit.text) < ($1.share, $1.unit.text) }
    wording = Self.wording(of: topic, units: telling.map(\.unit), project: project)
  }

  /// The part of all commits that name the rarest term, 0…1; 1 where there is none.
  var share: Double { terms.first?.share ?? 1 }

  /// The commits on the topic.
  func commits(in history: GitHistory) -> CommitSet {
    guard let rarest = terms.first else { return CommitSet() }
    if let wording {
      // One word is met where its set says; of several a subject is read for their order.
      guard wording.count > 1 else { return rarest.subjects }
      return CommitSet(
        rarest.subjects.places.filter { history.text(of: $0).subject.says(wording) })
    }
    let units = terms.map(\.unit)
    let needsRow = standsTogether || terms.count > 1 && rarest.share > Self.rareShare
    return CommitSet(
      rarest.named.places.filter { place in
        borne(by: place) >= Self.leastBorne
          && (!needsRow || saysTogether(units, at: place, in: history))
      })
  }

  /// Whether units that make up most of the topic stand together in a commit's message, or in one of its
  /// paths; reads only those whose sets say that two are there.
  private func saysTogether(
    _ units: [GitUnit], at place: Int, in history: GitHistory
  ) -> Bool {
    let inMessage = terms.count {
      $0.subjects.contains(place) || $0.messages.contains(place)
    }
    let inPaths = terms.count { $0.paths.contains(place) }
    guard inMessage > 1 || inPaths > 1 else { return false }
    let text = history.text(of: place)
    let rows =
      (inMessage > 1 ? text.messageRows(of: units) : [])
      + (inPaths > 1 ? text.pathRows(of: units) : [])
    let whole = terms.reduce(0) { $0 + $1.weight }
    return rows.contains { row in
      row.reduce(0) { $0 + terms[$1].weight } >= Self.leastBorne * whole
    }
  }

  /// How closely a commit on the topic bears on it, from 0; nil where paths alone bring it there, and
  /// none of them is called by it.
  func closeness(of place: Int, in history: GitHistory) -> Double? {
    let units = terms.map(\.unit)
    let text = history.text(of: place)
    let whole = Words.of(phrase).map { WordStem.of($0.whole) }
    if wording == nil, terms.count == 1, !units[0].isName, !terms[0].subjects.contains(place),
      !text.hasPart(units[0])
    {
      return nil
    }
    let subject = text.subject
    return borne(by: place) + (subject.rows(of: units.map(\.runs)).isEmpty ? 0 : 0.5)
      + (subject.says(whole) ? 0.5 : 0)
      + (units.contains { $0.isJoined && text.message.says($0.runs[0]) } ? 0.5 : 0)
  }

  /// Whether a commit's message says every participle of the phrase.
  func isFull(at place: Int, in history: GitHistory) -> Bool {
    attributes.isEmpty || attributes.allSatisfy(history.text(of: place).message.say)
  }

  /// The part of the topic that a commit bears, 0…1.
  private func borne(by place: Int) -> Double {
    let whole = terms.reduce(0) { $0 + $1.weight }
    return whole > 0 ? terms.reduce(0) { $0 + $1.weight(at: place) } / whole : 0
  }

  /// Whether a topic without a word of its own names the project.
  func isProject(_ project: Set<String>) -> Bool {
    let words = Words.of(phrase).filter { !Vocabulary.empty.contains($0.whole) }
    // "several other projects" are not this one.
    return !words.isEmpty && !words.contains { $0.whole == "projects" }
      && words.allSatisfy { word in
        ([word.whole] + word.parts).contains { project.contains(WordStem.of($0)) }
      }
  }

  /// All of a project.
  static let project = GitTopic(named: "the project", terms: [])

  /// Pairs of neighbouring words in a text that together are rare here: of "persist the request spec" the
  /// request spec.
  static func pairs(
    in text: String, of history: GitHistory, project: Set<String>
  ) -> [GitTopic] {
    let words = Words.of(text)
    return zip(words, words.dropFirst()).compactMap { one, next in
      guard [one, next].allSatisfy(isTelling), one.range.upperBound + 1 == next.range.lowerBound
      else { return nil }
      var topic = GitTopic(
        Topic("\(one.text) \(next.text)"), in: history, project: project)
      topic.standsTogether = true
      let weight = topic.terms.reduce(0) { $0 + $1.weight }
      let isRare = weight >= leastTold || history.commits.count <= settledAfter
      return topic.terms.count == 2 && isRare ? topic : nil
    }
  }

  /// Whether a word may name a thing or what was done to it, and not any work.
  private static func isTelling(_ word: Words.Word) -> Bool {
    !Vocabulary.empty.contains(word.whole) && !Vocabulary.work.contains(word.whole)
      && !Vocabulary.doing.contains(word.whole)
      && !Vocabulary.talking.contains(WordStem.of(word.whole))
  }

  /// Topics of a claim as this repository is to be asked for them.
  ///
  /// Of several names for one thing the rarest is asked for, as the others are where it belongs; a
  /// thing replaced ("the Zones replacement") is not the thing made.
  static func topics(
    of inquiry: Inquiry, in history: GitHistory, project: Set<String>
  ) -> [GitTopic] {
    // "as a technical leader" says in which post, not on what.
    let phrases = phrases(of: inquiry)
    let things = phrases.filter { topic in
      !(Words.of(topic.phrase).last.map { Vocabulary.titleHeads.contains($0.whole) } ?? false)
    }
    let all = (things.isEmpty ? phrases : things).map {
      GitTopic($0, in: history, project: project)
    }
    if inquiry.claim.topics.isEmpty {
      // Anybody's work is done by a group.
      guard inquiry.claim.actor != .group else { return [] }
      return all.flatMap { $0.partsOfTree(history, isPlan: inquiry.claim.kind == .intent) }
    }
    guard !inquiry.claimsEveryTopic, all.count > 1 else { return all }
    let made = all.filter { topic in
      Words.of(topic.phrase).allSatisfy { !replacing.contains($0.whole) }
    }
    let meant = made.isEmpty ? all : made
    return meant.min { $0.share < $1.share }.map { [$0] } ?? []
  }

  /// The topics of a claim with what is said to have been done to them: of "the migration of the lens" the
  /// migration, as all work on the lens is not that.
  static func phrases(of inquiry: Inquiry) -> [Topic] {
    inquiry.topics.map { topic in
      let quote = inquiry.claim.quote
      guard let place = quote.firstRange(of: topic.phrase) else { return topic }
      var before = Words.of(String(quote[..<place.lowerBound])).map(\.whole)
      while let last = before.last, last != "of", Vocabulary.joining.contains(last) {
        before.removeLast()
      }
      guard before.popLast() == "of", let action = before.last, isAction(action) else {
        return topic
      }
      return Topic("\(action) of \(topic.phrase)")
    }
  }

  private init(named phrase: String, terms: [Term], wording: [String]? = nil) {
    self.phrase = phrase
    self.terms = terms
    self.wording = wording
    attributes = []
  }

  /// Where a claim has no topic but its own words: those of them that name a part of the tree.
  ///
  /// Any work comes after a plan, so that a plan has to name the part as what is done: "the lens
  /// conversion", and not "the lens".
  private func partsOfTree(_ history: GitHistory, isPlan: Bool) -> [GitTopic] {
    let fewest = max(2, history.commits.count / 200)
    let words = Words.of(phrase).map(\.whole)
    let done = Set(zip(words, words.dropFirst()).filter { Self.isAction($1) }.map(\.0))
    return terms.filter { term in
      (!isPlan || done.contains(term.unit.text))
        && term.unit.runs.contains { stems in
          stems.allSatisfy { history.words.commits(saying: $0, in: .paths).count >= fewest }
        }
    }.map { GitTopic(named: $0.unit.text, terms: [$0], wording: $0.unit.runs[0]) }
  }

  /// Stems of a phrase that has one telling word, and tells of it by others that any work is called by:
  /// "wick issues" are not all of the wick; nil for a phrase whose units say what it is.
  private static func wording(
    of topic: Topic, units: [GitUnit], project: Set<String>
  ) -> [String]? {
    guard let unit = units.first, units.count == 1, !unit.isName else { return nil }
    let words = Words.of(topic.phrase).map(\.whole)
    let others = words.indices.filter {
      words[$0] != unit.text && !project.contains(WordStem.of(words[$0]))
    }
    let needsAll =
      Vocabulary.work.contains(unit.text)
      || others.contains { place in
        Vocabulary.gathering.contains(words[place])
          || Vocabulary.kinds.contains(words[place]) && words[(place + 1)...].first == unit.text
          || Vocabulary.empty.contains(words[place]) && !Vocabulary.joining.contains(words[place])
      }
    guard needsAll else { return nil }
    return words.drop { Vocabulary.joining.contains($0) }.map(WordStem.of)
  }

  private static func term(
    _ unit: GitUnit, in history: GitHistory, project: Set<String>
  ) -> Term {
    let words = history.words
    func commits(_ field: GitWords.Field, _ says: (GitText) -> Bool) -> CommitSet {
      unit.runs.reduce(CommitSet()) { found, run in
        // The project's own name stands in every path.
        guard run.count == 1 || field != .paths || project.isDisjoint(with: run) else {
          return found
        }
        let all = run.dropFirst().filter { $0 != WordLine.dot }
          .reduce(words.commits(saying: run[0], in: field)) {
            $0.intersection(words.commits(saying: $1, in: field))
          }
        // Bodies weigh half and are many, so that which of their words stand together is not read.
        return found.union(
          run.count == 1 || field == .body
            ? all : CommitSet(all.places.filter { says(history.text(of: $0)) }))
      }
    }
    let subjects = commits(.subject) { $0.subject.say(unit) }
    let paths = commits(.paths) { $0.pathsSay(unit) }
    let share =
      history.commits.isEmpty
      ? 0 : Double(subjects.union(paths).count) / Double(history.commits.count)
    return Term(
      unit: unit, weight: share > 0 ? min(max(-log2(share), 1), 12) : 12, share: share,
      subjects: subjects, paths: paths, messages: commits(.body) { _ in true })
  }

  /// Whether a noun tells of something done to a thing: `conversion`, `splitting`. What any work is called
  /// by (`integration`, `including`) does not.
  private static func isAction(_ word: String) -> Bool {
    ["ion", "ment", "ing"].contains(where: word.hasSuffix)
      && !Vocabulary.talking.contains(WordStem.of(word))
      && !Vocabulary.work.contains(word) && !Vocabulary.empty.contains(word)
  }

  private static func isQuality(_ unit: GitUnit) -> Bool {
    Vocabulary.qualities.contains { $0.words.contains(WordStem.of(unit.text)) }
  }

  private static let replacing: Set<String> = ["replacement", "successor", "alternative"]
}
