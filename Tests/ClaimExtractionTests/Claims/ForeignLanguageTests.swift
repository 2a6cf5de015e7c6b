import ArchiveStorage
import ClaimExtraction
import Testing

@Suite("Text in other languages")
struct ForeignLanguageTests {
  @Test(
    "nothing is read in it",
    arguments: [
      """
      Ich kandidiere für das Amt der Projektleitung. Ich bin seit 2009 im Projekt und habe den Scheduler geschrieben.
      Wenn ich gewählt werde, will ich die Dokumentation verbessern.

      * Maintainer seit 2011
      """,
      "Je me présente au conseil. J'ai écrit le pilote et les tests, et je suis maintainer dans ce projet.",
      "大家好，\n\n我参加本届技术委员会的竞选。我从2013年开始参与这个项目，写了调度器的大部分代码。如果当选，我会改进文档。",
      "Я выдвигаю свою кандидатуру в совет. Я работаю в проекте с 2012 года и написал драйвер.",
      "Ik stel mij kandidaat voor het bestuur. Sinds 2012 ben ik een maintainer van het project.",
    ])
  func silence(text: String) {
    let document = Document(kind: .statement, path: "", sha256: "", text: text)
    let statement = Statement.document(document, writtenAt: nil)
    #expect(ClaimExtractor().claims(in: statement).isEmpty)
    #expect(ClaimExtractor().isForeign(statement))
  }

  @Test("an English statement below a greeting in another language is read")
  func mixed() {
    let text = """
      Liebe alle, ich freue mich, dass so viele für den Rat kandidieren und nicht nur ich.

      I would like to announce my candidacy for the council. I wrote the storage driver.
      """
    let quotes = ClaimExtractor().claims(in: text).map(\.quote)
    #expect(
      quotes == [
        "I would like to announce my candidacy for the council", "I wrote the storage driver",
      ])
    let document = Document(kind: .statement, path: "", sha256: "", text: text)
    #expect(!ClaimExtractor().isForeign(.document(document, writtenAt: nil)))
  }
}
