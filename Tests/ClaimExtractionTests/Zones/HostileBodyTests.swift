import ClaimExtraction
import Testing

/// Bodies that mean harm: each must be cut whole, in one pass, without a trap.
@Suite("Hostile bodies")
struct HostileBodyTests {
  @Test("a hundred thousand quote marks on one line are one quotation")
  func deepQuotation() {
    let text = String(repeating: "> ", count: 100_000) + "deep\n"
    #expect(ZoneCutter().cut(text) == [Zone(kind: .quotation, range: 0..<200_004)])
  }

  @Test("a line of megabytes without an end is cut like its head")
  func longLine() {
    let words = "I wrote the parser and the tests for it. "
    let text = String(repeating: words, count: 50_000)
    #expect(
      ZoneCutter().cut(text) == [Zone(kind: .paragraph, range: 0..<(words.count * 50_000))])
  }

  @Test("a hunk that announces more lines than a machine can count ends with the body")
  func hugeHunk() {
    let text = """
      --- a/x.c
      +++ b/x.c
      @@ -1,99999999999999999999999 +1,99999999999999999999999 @@
      +int x;
      """
    #expect(ZoneCutter().cut(text).map(\.kind) == [.patch])
  }

  @Test(
    "whatever the bytes, every line with ink lies in one zone",
    arguments: [
      "\u{0}\u{1}\u{2}", "\r\r\r", "a\rb", "\u{FEFF}", "\u{2028}x\u{2029}", ">", "|", "--", "@@ -",
      "@@ -1",
      "@@ -,+ @@", ":", "::::", "From:", ">>>>>>\n\n>\n", "\t\t\t|", "Ab>", "A>B>C>", "-", "+",
      "*** ****",
      "diff ", "[", "[ 1", "12:", "at (", "e\u{301}\u{301}\u{301}", "\u{1F468}\u{200D}\u{1F469}",
    ])
  func oddities(text: String) {
    var uncovered = Array(text.unicodeScalars)
    for zone in ZoneCutter().cut(text).reversed() { uncovered.removeSubrange(zone.range) }
    #expect(uncovered.filter { !$0.properties.isWhitespace }.isEmpty)
  }

  @Test("random lines of the mail alphabet are cut without a trap and in order", arguments: 0..<40)
  func randomLines(seed: Int) {
    var random = Generator(state: UInt64(seed) &+ 1)
    let pieces = [
      ">", "> ", "|", "--", "-- ", "\n", "\n\n", " ", "\t", "On ", "wrote:", "From: a\n",
      "@@ -1,3 +1,3 @@\n",
      "+x\n", "-x\n", "diff --git a/x b/x\n", "_____\n", "é", "日本", "at a.b(C.java:1)\n",
      "12:34:56", "http://x",
      "a@b", "{", ";", "\r\n", "\u{A0}", "unsubscribe", "Hi,\n", "Regards,\n", "AB> ", "=====\n",
      "0",
    ]
    var text = ""
    for _ in 0..<400 { text += pieces[Int(random.next() % UInt64(pieces.count))] }
    var end = 0
    for zone in ZoneCutter().cut(text) {
      #expect(zone.range.lowerBound >= end)
      end = zone.range.upperBound
    }
    #expect(end <= text.unicodeScalars.count)
  }
}

/// SplitMix64: the same numbers on every machine.
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
