import ClaimExtraction
import Testing

@Suite("Names of topics")
struct TopicVocabularyTests {
  @Test(
    "spellings of one thing have one name",
    arguments: [
      ("the storage-driver", "storage driver"), ("Storage drivers", "storage driver"),
      ("'Nests'", "nest"), ("our API", "api"),
    ])
  func spellings(topic: String, name: String) {
    #expect(TopicVocabulary().name(of: topic) == name)
  }

  @Test("a short spelling is the only longer topic that ends with it")
  func learnt() {
    var vocabulary = TopicVocabulary()
    vocabulary.learn(from: ["sparrow-router", "the router", "packet filter", "mail filter"])
    #expect(vocabulary.name(of: "router") == "sparrow router")
    #expect(vocabulary.name(of: "filter") == "filter")
  }

  @Test("a table's names hold, and one that runs in circles ends")
  func table() {
    let vocabulary = TopicVocabulary(
      table: "# remark\nnests = plug-in host, nest cells\na = b\nb = a\n")
    #expect(vocabulary.name(of: "Plug-in hosts") == "nest")
    #expect(["a", "b"].contains(vocabulary.name(of: "b")))
  }
}
