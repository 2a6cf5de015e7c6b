import MailParsing
import Testing

@Suite("Separators of pipermail's monthly text")
struct PipermailSeparatorTests {
  private func entryCount(_ text: String) -> Int {
    MboxReader(dialect: .pipermailText).entries(in: Array(text.utf8).span).count
  }

  @Test("an entry begins without an empty line before it where pipermail's two fields follow")
  func withoutEmptyLine() {
    let text = """
      From ada at example.org  Sat Apr  2 20:11:22 2005
      From: ada at example.org (Ada Example)
      Date: Sat Apr  2 20:27:29 2005
      Subject: Pumps

      Skipped content of type multipart/alternative
      From ben at example.org  Mon Apr 11 02:32:33 2005
      From: ben at example.org (Ben Example)
      Date: Mon Apr 11 02:43:06 2005
      Subject: Pumps

      It starts.

      """
    #expect(entryCount(text) == 2)
  }

  @Test("a body line that begins From stays in its body")
  func bodyLine() {
    let text = """
      From ada at example.org  Sat Apr  2 20:11:22 2005
      From: ada at example.org (Ada Example)
      Date: Sat Apr  2 20:27:29 2005

      I ran it.
      From command line it starts, everything is fine.
      From: here on it runs.

      """
    #expect(entryCount(text) == 1)
  }
}
