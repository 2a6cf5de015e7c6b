import Testing

@testable import ClaimChecking

@Suite("Words that stand together")
struct WordLineTests {
  @Test(
    "names form a row where no more words than the gap part them",
    arguments: [
      ("the oil of lens and shade, then a wick", 1, [[0, 2]]),
      ("oil the lens wick", 1, [[0, 1, 2]]),
      ("the lens under an old wick", 1, []),
      ("the lens under an old wick", 3, [[0, 1]]),
      ("lens", 1, []),
    ] as [(String, Int, [Set<Int>])])
  func rows(text: String, gap: Int, rows: [Set<Int>]) {
    let names = ["lens", "wick", "oil"].map { [[WordStem.of($0)]] }
    #expect(WordLine(text).rows(of: names, gap: gap) == rows)
  }

  @Test("a name within a longer one is a part of it")
  func overlap() {
    let names = [["lamp", "oil"], ["oil"], ["wick"]].map { [$0.map(WordStem.of)] }
    #expect(WordLine("lamp-oil wick").rows(of: names) == [[0, 2]])
    #expect(WordLine("lamp-oil").rows(of: names).isEmpty)
  }

  @Test(
    "a sentence names a topic by its last word and others close to it, and by no link",
    arguments: [
      ("The lamp of the driver is lit", "lamp driver", true),
      ("The driver wants an oil for its old lamp", "lamp driver", false),
      ("It is at https://example.org/lamp/driver", "lamp driver", false),
      ("The lamp is lit", "lamp driver", false), ("The lamp is lit", "lamp", true),
    ])
  func names(sentence: String, topic: String, isNamed: Bool) {
    #expect(Topic(topic).stands(in: sentence) == isNamed)
  }

  @Test(
    "what is told of stands close to the word for doing it",
    arguments: [
      ("I added a lens to the lamp", "I added a lens to the lamp"),
      ("Today I am polishing, and I am fixing the lens", nil),
      ("I wrote about the lens", nil), ("I wrote the lens", "I wrote the lens"),
      (
        "I added a lens and a shade that Ben asked for long ago to the lamp",
        "I added a lens and a shade that Ben asked"
      ),
      ("If I fixed the lens, it would shine", nil), ("Have I fixed the lens?", nil),
    ] as [(String, String?)])
  func told(sentence: String, told: String?) {
    #expect(ToldWork.told(in: sentence) == told)
  }
}
