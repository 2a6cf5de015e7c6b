import ClaimExtraction
import Testing

@Suite("Names of topics")
struct TopicVocabularyTests {
  @Test(
    "spellings of one thing have one name",
    arguments: [
      ("the storage-driver", "storage driver"), ("Storage drivers", "storage driver"),
      ("'Nests'", "nest"), ("our API", "api"),
      ("Nests v2", "nest"), ("v2", "v2"),
    ])
  func spellings(topic: String, name: String) {
    #expect(TopicVocabulary().name(of: topic) == name)
  }

  @Test(
    "topics are noun phrases as they stand",
    arguments: [
      ("I performed code reviews", ["code reviews"]),
      ("made the gate stable", ["gate"]),
      ("https://sparrow.readthedocs.org", ["sparrow"]),
      ("http://example.org/projects/wren/", ["wren"]),
      ("https://example.org/finch.git", ["finch"]),
      ("https://example.org", []),
    ])
  func phrases(claim: String, topics: [String]) {
    #expect(ReadingScore.topics(of: claim) == topics)
  }

  @Test("a short spelling is the only longer topic that ends with it")
  func learnt() {
    var vocabulary = TopicVocabulary()
    vocabulary.learn(from: ["sparrow-router", "the router", "packet filter", "mail filter"])
    #expect(vocabulary.name(of: "router") == "sparrow router")
    #expect(vocabulary.name(of: "filter") == "filter")
  }

  @Test("subjects tell what a word is called on a list, unless they call it several things")
  func subjects() {
    var vocabulary = TopicVocabulary()
    let topics = ["the router", "sparrow filter", "nests"]
    #expect(vocabulary.unnamed(among: topics) == ["nest", "router"])
    vocabulary.learn(
      "router",
      fromSubjects: [
        "sparrow-router: drop loops", "Re: [sparrow] sparrow-router and loops", "a-router and more",
        "Sparrow_Router again", "[PATCH] router: speed", "sparrow-router 2.0",
      ])
    #expect(vocabulary.name(of: "the routers") == "sparrow router")
    vocabulary.learn("nest", fromSubjects: ["twig-nest", "leaf-nest", "twig-nest", "leaf-nest"])
    #expect(vocabulary.name(of: "nest") == "nest")
  }

  @Test("a table's names hold, and one that runs in circles ends")
  func table() {
    let vocabulary = TopicVocabulary(
      table: "# remark\nnests = plug-in host, nest cells\na = b\nb = a\n")
    #expect(vocabulary.name(of: "Plug-in hosts") == "nest")
    #expect(["a", "b"].contains(vocabulary.name(of: "b")))
  }
}
