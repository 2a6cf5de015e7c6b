import ClaimExtraction
import Testing

@Suite("ZoneCutter")
struct ZoneCutterTests {
  @Test("zones are whole lines, in order, apart, and leave blank lines out")
  func zonesTile() {
    let text =
      "Hi Bea,\n\nOn Monday, Bea Ortiz wrote:\n> Does it build?\n> \n\nIt does.\r\n\n-- \nAda\n"
    let scalars = Array(text.unicodeScalars)
    var end = 0
    for zone in ZoneCutter().cut(text) {
      #expect(zone.range.lowerBound >= end)
      #expect(zone.range.lowerBound == 0 || scalars[zone.range.lowerBound - 1] == "\n")
      let next = zone.range.upperBound
      #expect(next == scalars.count || scalars[next] == "\n" || scalars[next] == "\r")
      end = zone.range.upperBound
    }
    let covered = ZoneCutter().cut(text).flatMap { Array($0.range) }.map { scalars[$0] }
    let ink = scalars.count { !$0.properties.isWhitespace }
    #expect(covered.count { !$0.properties.isWhitespace } == ink)
  }

  @Test("an empty and a blank body have no zones", arguments: ["", "\n", " \n\t\r\n\u{A0}\n"])
  func nothing(text: String) {
    #expect(ZoneCutter().cut(text).isEmpty)
  }

  @Test("ranges count scalars, not bytes or characters")
  func scalars() {
    let text = "Grüße e\u{301} 👍🏽\n\n> où ?"
    #expect(ZoneCutter().cut(text).map(\.range) == [0..<11, 13..<19])
  }

  @Test("LF and CRLF give the same kinds")
  func lineEnds() {
    let text = Mail.interleaved.map(\.text).joined(separator: "\n")
    let returns = text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    #expect(ZoneCutter().cut(text).map(\.kind) == ZoneCutter().cut(returns).map(\.kind))
  }

  @Test("each line of a mail goes to its zone", arguments: Mail.all)
  func kinds(of mail: Mail) {
    let text = mail.lines.map(\.text).joined(separator: "\n")
    let scalars = Array(text.unicodeScalars)
    var read: [String] = []
    for zone in ZoneCutter().cut(text) {
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[zone.range])
      for line in String(words).split(separator: "\n") {
        read.append("\(zone.kind.rawValue)|\(line)")
      }
    }
    let wanted = mail.lines.compactMap { line in line.kind.map { "\($0.rawValue)|\(line.text)" } }
    #expect(read == wanted)
  }

  @Test("own text is what the author says, and no quotation, signature or patch")
  func ownText() {
    let text = Mail.interleaved.map(\.text).joined(separator: "\n")
    let kinds = Set(ZoneCutter().ownText(of: text).map(\.kind))
    #expect(kinds.isSubset(of: [.salutation, .paragraph, .closing]))
    #expect(kinds.contains(.paragraph))
  }
}
