import ArchiveStorage

/// The topics of a claim as one store of mail can be asked for them.
///
/// A word that every hundredth post says ("sort", "top", the list's own name) finds posts that bear on
/// nothing. Of several names for one thing the rarest is asked for, as the others are where it belongs.
struct ArchiveTopics {
  /// Fewer posts tell nothing of how common a word is.
  static let settledAfter = 500
  /// The part of all posts that may say one word, and several or a name in code (`rs_init`).
  static let commonWord = 0.01
  static let commonName = 0.03

  /// What is asked for; empty where the claim names nothing that tells.
  let topics: [Topic]
  /// The rarest word of each other name of one thing, and of what it is done for; else words of what is made
  /// for it.
  private let besides: [Topic.Term]

  /// Weighs the topics of a claim by how many posts say them.
  init(of inquiry: Inquiry, in archive: ArchiveInquiry) throws {
    let total = try archive.postCount()
    var rated: [(topic: Topic, share: Double)] = []
    for topic in inquiry.topics where Self.tells(topic) {
      // "Ben, the lock is in": who is spoken to is not what was done.
      guard !inquiry.claim.quote.hasPrefix("\(topic.phrase),"),
        let words = ArchiveInquiry.words(of: [topic]),
        try !archive.isPerson(topic.phrase)
      else { continue }
      let share =
        total < Self.settledAfter
        ? 0 : Double(try archive.postCount(saying: words)) / Double(total)
      let isName = topic.terms.count > 1 || topic.phrase.contains(where: Self.marksName)
      if share <= (isName ? Self.commonName : Self.commonWord) { rated.append((topic, share)) }
    }
    if inquiry.claimsEveryTopic {
      topics = rated.map(\.topic)
      besides = []
    } else {
      let rarest = rated.map(\.share).min()
      let topics = rated.first { $0.share == rarest }.map { [$0.topic] } ?? []
      self.topics = topics
      let others = inquiry.topics.filter { Self.tells($0) && !topics.contains($0) }
      besides =
        try others.compactMap { try archive.rarestTerm(of: $0) }
        + (others.isEmpty && inquiry.claim.kind == .contribution
          ? Self.made(for: topics, in: inquiry.claim.quote) : [])
    }
  }

  /// The topics that a sentence names.
  func named(in sentence: String) -> [Int] {
    topics.indices.filter { topics[$0].stands(in: sentence) }
  }

  /// Whether a post is about what the claim names beside its topics: of "a tape driver for the lamp" what is
  /// said of the lamp says something of tape, too.
  func isMet(by post: String) -> Bool {
    let stems = Words.stems(of: post)
    return besides.isEmpty || besides.contains { $0.isMet(by: stems) }
  }

  /// Whether a sentence says what the patch below it is for: by two words of a topic, or by one that is
  /// spelled as code is (`rs_init`, `rs.c`). A machine's name alone stands in patches of every kind.
  func explainsPatch(_ sentence: String) -> Bool {
    let stems = Words.stems(of: sentence)
    return named(in: sentence).map { topics[$0] }.contains { topic in
      let telling = topic.terms.filter { !Vocabulary.means.contains($0.word) }
      return telling.count { $0.isMet(by: stems) } > 1
        || topic.phrase.split(separator: " ").contains { piece in
          piece.dropLast().contains { "_.".contains($0) } && sentence.contains(piece)
        }
    }
  }

  /// Whether a topic is of the claim's own matter: numbers and what any work is done with are not, and
  /// "your patchset" is another's, and any other in another thread.
  private static func tells(_ topic: Topic) -> Bool {
    guard let first = Words.of(topic.phrase).first?.whole, !others.contains(first) else {
      return false
    }
    return !topic.terms.allSatisfy { $0.isShortNumber || Vocabulary.means.contains($0.word) }
  }

  private static let others: Set = ["your", "his", "her", "their", "this", "that", "these"]

  /// What a clause says was made for a topic: of "the shade for the lamp" the shade. Adverbs and participles
  /// ("was heavily involved in the lamp") are nothing made.
  private static func made(for topics: [Topic], in quote: String) -> [Topic.Term] {
    guard let place = topics.first.flatMap({ quote.firstRange(of: $0.phrase) }) else { return [] }
    let before = Words.of(String(quote[..<place.lowerBound])).map(\.whole)
    let joints = before.reversed().prefix { Vocabulary.joining.contains($0) }
    guard joints.contains(where: ["for", "of"].contains) else { return [] }
    let noun = before.dropLast(joints.count).reversed().prefix { !Vocabulary.joining.contains($0) }
    return Topic(noun.reversed().joined(separator: " ")).terms.filter { term in
      !Vocabulary.work.contains(term.word) && !Vocabulary.doing.contains(term.word)
        && !Vocabulary.titleHeads.contains(term.word) && !amounts.contains(term.word)
        && !["ly", "ed", "ing"].contains(where: term.word.hasSuffix)
    }
  }

  private static let amounts: Set = [
    "author", "authors", "bulk", "bunch", "couple", "handful", "majority", "plenty", "rest",
    "variety",
  ]

  /// Digits, capitals and joints within a phrase are those of names in code.
  private static func marksName(_ character: Character) -> Bool {
    character.isNumber || character.isUppercase || "_-./".contains(character)
  }
}

extension Topic.Term {
  /// A number or version of three digits and fewer (`260`, the `v2` of `v2.4`) is said everywhere.
  fileprivate var isShortNumber: Bool {
    word.utf8.count < 4 && word.drop { $0 == "v" }.allSatisfy(\.isNumber)
  }
}
