import MailParsing
import Testing

@Suite("ContentKey is the same for every form of a post")
struct ContentKeyTests {
  private func key(_ email: String, _ subject: String, _ text: String) -> String {
    var message = Message()
    message.from = [Address(name: "", email: email)]
    message.subject = subject
    message.text = text
    return ContentKey.hexadecimal(of: ParsedMessage(message: message, fidelity: .original))
  }

  @Test(
    "subjects count without what lists and mailers put before them",
    arguments: [
      "Re: hello", "[Talk] hello", "Re: [Talk] hello", "[Talk] Re: hello", "AW: Re[2]: hello",
      "hello (fwd)", "RE:hello", "Hello", "回复：hello", " Fwd:  [a] [b] hello ",
    ])
  func subjects(subject: String) {
    #expect(key("a@example.org", subject, "text") == key("a@example.org", "hello", "text"))
  }

  @Test(
    "texts count without what archivers change",
    arguments: [
      "From here write to bob at example.org", "> From here\nwrite to bob@example.org\n\n",
      "From  here write to bob@example.org\n" + String(repeating: "_", count: 47)
        + "\nTalk mailing list\nTalk@example.org\nhttp://example.org/talk\n",
    ])
  func texts(text: String) {
    #expect(
      key("A@example.org", "s", text)
        == key("a@example.org", "s", "From here write to bob@example.org"))
  }

  @Test("author, subject and text each tell posts apart")
  func difference() {
    let keys = [
      key("a@example.org", "s", "t"), key("b@example.org", "s", "t"),
      key("a@example.org", "s2", "t"), key("a@example.org", "s", "t2"),
      key("a@example.org", "[s]", "t"), key("a@example.org", "", "st"),
    ]
    #expect(Set(keys).count == keys.count)
  }
}
