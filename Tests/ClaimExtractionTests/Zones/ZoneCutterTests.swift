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
      #expect(
        zone.range.upperBound == scalars.count
          || "\r\n".unicodeScalars.contains(scalars[zone.range.upperBound]))
      end = zone.range.upperBound
    }
    let covered = ZoneCutter().cut(text).flatMap { Array($0.range) }.map { scalars[$0] }
    #expect(
      covered.count { !$0.properties.isWhitespace } == scalars.count { !$0.properties.isWhitespace }
    )
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
}
