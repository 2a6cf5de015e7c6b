import ArchiveStorage
import MailParsing

/// A topic as one repository can be asked for it: without the words that every commit there says.
struct GitTopic {
  /// The words of the claim.
  let phrase: String
  /// The words as a sentence says them.
  var title: String { terms.isEmpty ? phrase : "“\(phrase)”" }
  /// Terms that tell, the rarest in the repository first; empty where only the project is named.
  let terms: [Topic.Term]
  /// Whether little of the phrase tells: a word of a claim that names no topic, or what is left of
  /// "gate issues". Only subjects then tell what a commit is about.
  private var isVague = false
  /// How many of the terms a commit has to meet: both of two, two thirds of more.
  private let needed: Int

  /// Names in more than this part of all commits name the project, not a topic in it.
  private static let commonShare = 0.5
  /// Fewer commits tell nothing of how common a word is.
  private static let settledAfter = 100

  /// Reads a topic for a repository. `project` are the stems of the project's own names.
  init(_ topic: Topic, in history: GitHistory, project: Set<String>) {
    phrase = topic.phrase
    let telling = topic.terms.enumerated().filter { place, term in
      // "the unified objects": a participle before the noun tells of the work, not of the thing.
      let isAttribute = term.word.hasSuffix("ed") && place < topic.terms.count - 1
      return !isAttribute && !term.isMet(by: project) && !Self.isQuality(term)
        && !(history.commits.count > Self.settledAfter
          && Self.share(of: term, in: history) > Self.commonShare)
    }.map(\.element)
    terms = telling.sorted {
      (Self.share(of: $0, in: history), $0.word) < (Self.share(of: $1, in: history), $1.word)
    }
    needed = terms.count <= 2 ? terms.count : (terms.count * 2 + 2) / 3
    let said = Words.of(phrase).count { word in
      !Vocabulary.empty.contains(word.whole)
        && ([word.whole] + word.parts).allSatisfy { !project.contains(WordStem.of($0)) }
    }
    isVague = terms.count == 1 && said > 1
  }

  /// The part of all commits that name the rarest term, 0…1; 1 where there is none.
  func share(in history: GitHistory) -> Double {
    terms.first.map { Self.share(of: $0, in: history) } ?? 1
  }

  /// The commits on the topic: they name the rarest term and say as many as are needed, of which another
  /// is named as well or stands in one phrase with one of them. Words met apart need not belong together.
  func commits(in history: GitHistory) -> CommitSet {
    guard let rarest = terms.first else { return CommitSet() }
    let words = history.words
    if isVague { return words.meeting(rarest) { words.commits(saying: $0, in: .subject) } }
    let named = words.meeting(rarest, words.naming)
    guard needed > 1 else { return named }
    let others = terms.dropFirst()
    let saying = others.map { words.meeting($0, words.saying) }
    let paired = others.reduce(CommitSet()) { $0.union(words.meeting($1, words.naming)) }
    return CommitSet(
      named.places.filter { place in
        1 + saying.count { $0.contains(place) } >= needed
          && (paired.contains(place) || history.saysTogether(terms, at: place))
      })
  }

  /// Whether a topic without a word of its own names the project.
  func isProject(_ project: Set<String>) -> Bool {
    let words = Words.of(phrase).filter { !Vocabulary.empty.contains($0.whole) }
    return !words.isEmpty
      && words.allSatisfy { word in
        ([word.whole] + word.parts).contains { project.contains(WordStem.of($0)) }
      }
  }

  /// All of a project.
  static let project = GitTopic(named: "the project", terms: [])

  /// Topics of a claim as this repository is to be asked for them.
  ///
  /// Of several names for one thing the rarest is asked for, as the others are where it belongs; a
  /// thing replaced ("the Zones replacement") is not the thing made.
  static func topics(
    of inquiry: Inquiry, in history: GitHistory, project: Set<String>
  ) -> [GitTopic] {
    // "as a technical leader" says in which post, not on what.
    let things = inquiry.topics.filter { topic in
      !(Words.of(topic.phrase).last.map { Vocabulary.titleHeads.contains($0.whole) } ?? false)
    }
    let all = (things.isEmpty ? inquiry.topics : things).map {
      GitTopic($0, in: history, project: project)
    }.filter { !$0.isPost }
    if inquiry.claim.topics.isEmpty {
      return all.flatMap { $0.partsOfTree(history, isPlan: inquiry.claim.kind == .intent) }
    }
    guard !inquiry.claimsEveryTopic, all.count > 1 else { return all }
    let made = all.filter { topic in
      Words.of(topic.phrase).allSatisfy { !replacing.contains($0.whole) }
    }
    let meant = made.isEmpty ? all : made
    return meant.min { $0.share(in: history) < $1.share(in: history) }.map { [$0] } ?? []
  }

  private init(part term: Topic.Term) {
    self.init(named: term.word, terms: [term])
    isVague = true
  }

  private init(named phrase: String, terms: [Topic.Term]) {
    self.phrase = phrase
    self.terms = terms
    needed = terms.count
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
      (!isPlan || done.contains(term.word))
        && term.alternatives.contains { stems in
          stems.allSatisfy { history.words.commits(saying: $0, in: .paths).count >= fewest }
        }
    }.map(GitTopic.init(part:))
  }

  /// Whether it names a post and nothing else: "nova-core".
  private var isPost: Bool {
    !terms.isEmpty && terms.allSatisfy { Vocabulary.titleHeads.contains($0.word) }
  }

  /// Whether a noun tells of something done: `conversion`, `replacement`, `splitting`.
  private static func isAction(_ word: String) -> Bool {
    ["ion", "ment", "ing"].contains(where: word.hasSuffix)
      && !Vocabulary.talking.contains(WordStem.of(word))
  }

  private static func share(of term: Topic.Term, in history: GitHistory) -> Double {
    term.alternatives.map(history.share).max() ?? 0
  }

  private static func isQuality(_ term: Topic.Term) -> Bool {
    Vocabulary.qualities.contains { $0.words.contains(WordStem.of(term.word)) }
  }

  private static let replacing: Set<String> = ["replacement", "successor", "alternative"]
}
