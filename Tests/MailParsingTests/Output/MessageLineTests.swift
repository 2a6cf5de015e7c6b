import MailParsing
import Testing

@Suite("MessageLine writes byline.message/1")
struct MessageLineTests {
  private let source = MessageLine.Source(
    path: "a/b.mbox", member: nil, format: .mboxrd, entry: 3..<90, sha256: "00ff")

  private func line(_ parsed: ParsedMessage, appearances: [MessageLine.Place]? = nil) -> String {
    var output: [UInt8] = []
    var line = MessageLine()
    line.append(
      FlatMessage(parsed), source: source, contentKey: "key", appearances: appearances, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test("an empty message shows every field of the schema")
  func empty() {
    #expect(
      line(ParsedMessage(message: Message(), fidelity: .original)) == """
        {"schema":"byline.message/1","source":{"path":"a/b.mbox","member":null,"format":"mboxrd",\
        "entry":[3,90],"sha256":"00ff"},"fidelity":"original","messageId":[],"inReplyTo":[],\
        "references":[],"from":[],"to":[],"cc":[],"subject":"","sentAt":null,"list":null,"text":"",\
        "attachments":[],"defects":[],"contentKey":"key"}

        """)
  }

  @Test("a full message shows what it holds")
  func full() {
    var message = Message()
    message.messageID = ["1@example.org"]
    message.from = [Address(name: "Ann \"A\" Ä", email: "ann@example.org")]
    message.sentAt = MailDate(secondsSinceEpoch: 0, zoneOffsetMinutes: -90)
    message.text = "tab\tback\\slash\u{1}\nend"
    message.attachments = [
      Attachment(name: nil, type: "text/html", byteCount: nil, url: "http://example.org/a"),
      Attachment(name: "a", type: "image/png", byteCount: 4, range: 10..<20),
    ]
    let defect = Defect(.repairedDate, .note, at: 1..<2, detail: "d")
    let place = MessageLine.Place(source: source, list: "talk", fidelity: .original)
    let text = line(
      ParsedMessage(message: message, defects: [defect], fidelity: .original), appearances: [place])
    #expect(text.contains(#""from":[{"name":"Ann \"A\" Ä","email":"ann@example.org"}]"#))
    #expect(text.contains(#""sentAt":"1969-12-31T22:30:00-01:30""#))
    #expect(text.contains(#""text":"tab\tback\\slash\u0001\nend""#))
    #expect(
      text.contains(
        #""attachments":[{"name":null,"type":"text/html","size":null,"url":"http://example.org/a"},"#
          + #"{"name":"a","type":"image/png","size":4,"range":[10,20]}]"#))
    #expect(
      text.contains(
        #""defects":[{"kind":"repairedDate","severity":"note","range":[1,2],"detail":"d"}]"#))
    #expect(
      text.hasSuffix(
        #""appearances":[{"path":"a/b.mbox","member":null,"format":"mboxrd","entry":[3,90],"#
          + #""list":"talk","fidelity":"original"}]}"# + "\n"))
  }

  @Test("every ASCII character is escaped or kept as JSON has it")
  func escapes() throws {
    for byte in UInt8(0)..<128 {
      for padding in 0..<9 {
        var message = Message()
        message.subject =
          String(repeating: "x", count: padding) + String(Unicode.Scalar(byte)) + "yyyyyyyyy"
        let text = line(ParsedMessage(message: message, fidelity: .original))
        let escaped =
          switch byte {
          case 0x22: #"\""#
          case 0x5C: #"\\"#
          case 0x0A: #"\n"#
          case 0x0D: #"\r"#
          case 0x09: #"\t"#
          case 0..<0x20: "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
          default: String(Unicode.Scalar(byte))
          }
        let expected =
          "\"subject\":\"" + String(repeating: "x", count: padding) + escaped + "yyyyyyyyy\""
        #expect(text.contains(expected))
      }
    }
  }
}
