import ArchiveStorage
import MailParsing

/// Words that go with a topic in the mail: that a name stands for scaling is said there and nowhere else.
///
/// A word goes with a topic where a tenth of the posts that name the topic say it, in three threads or more,
/// four times as often as other posts do: two bits of pointwise mutual information.
struct TopicAssociations {
  /// A word and how often it is met with the topic.
  struct Association: Hashable {
    /// As a post spells it, lower-cased.
    var word: String
    var stem: String
    /// Posts that name the topic and say the word.
    var together: Int
  }

  /// The associations, those met most often first.
  let associations: [Association]
  /// Posts read that name the topic.
  let postCount: Int

  private static let fewestThreads = 3
  private static let leastShare = 0.1
  private static let leastLift = 4.0

  /// Reads posts on a topic for words among `wanted` stems; nil where no word goes with it. Reads at most
  /// 200 posts.
  init?(_ topic: Topic, among wanted: Set<String>, in archive: ArchiveInquiry) throws {
    guard let query = ArchiveInquiry.words(of: [topic]) else { return nil }
    let own = Set(topic.terms.flatMap { $0.alternatives.joined() })
    var posts = 0
    var words: [String: (word: String, posts: Int, threads: Set<String>)] = [:]
    for stored in try archive.posts(query) {
      let said = OwnWords(stored.message.text).sentences.filter(\.isProse).flatMap {
        Words.of($0.text)
      }
      let spelled = Dictionary(said.map { (WordStem.of($0.whole), $0.whole) }) { first, _ in first }
      let stems = Set(spelled.keys).union(Words.stems(of: stored.message.subject))
      guard topic.isNamed(by: stems) else { continue }
      posts += 1
      let thread = ThreadSubject.topic(of: stored.message.subject)
      for (stem, word) in spelled where wanted.contains(stem) && !own.contains(stem) {
        words[stem, default: (word, 0, [])].posts += 1
        words[stem]?.threads.insert(thread)
      }
    }
    let whole = try archive.postCount()
    guard posts >= Self.fewestThreads, whole > posts else { return nil }
    associations = try words.filter { _, met in
      met.threads.count >= Self.fewestThreads
        && Double(met.posts) >= Self.leastShare * Double(posts)
    }.filter { stem, met in
      let everywhere = Double(try archive.postCount(saying: stem + "*")) / Double(whole)
      return Double(met.posts) / Double(posts) >= Self.leastLift * everywhere
    }.map { Association(word: $0.value.word, stem: $0.key, together: $0.value.posts) }
      .sorted { ($1.together, $0.word) < ($0.together, $1.word) }
    postCount = posts
    guard !associations.isEmpty else { return nil }
  }
}
