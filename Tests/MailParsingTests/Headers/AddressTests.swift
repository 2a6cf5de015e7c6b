import MailParsing
import Testing

@Suite("Addresses are read in every form")
struct AddressTests {
  private func addresses(_ field: String) -> [Address] {
    let bytes = Array("To: \(field)\n\n".utf8)
    return MessageParser().parse(bytes.span).message.to
  }

  @Test(
    "one mailbox",
    arguments: [
      ("ann@example.org", "", "ann@example.org"),
      ("<ann@example.org>", "", "ann@example.org"),
      ("Ann Example <ann@example.org>", "Ann Example", "ann@example.org"),
      ("\"Example, Ann\" <ann@example.org>", "Example, Ann", "ann@example.org"),
      ("\"Ann \\\"A\\\" Example\" <ann@example.org>", "Ann \"A\" Example", "ann@example.org"),
      ("ann@example.org (Ann Example)", "Ann Example", "ann@example.org"),
      ("ann@example.org (Ann (A) Example)", "Ann (A) Example", "ann@example.org"),
      ("ann at example.org (Ann Example)", "Ann Example", "ann@example.org"),
      ("Ann Example <ann at example.org>", "Ann Example", "ann@example.org"),
      ("ann -AT- example.org", "", "ann@example.org"),
      ("ann (at) example.org", "", "ann@example.org"),
      ("Ann Example ann@example.org", "Ann Example", "ann@example.org"),
      ("=?utf-8?B?w4RubmU=?= <ann@example.org>", "Änne", "ann@example.org"),
      ("\"=?utf-8?Q?=C3=84nne?=\" <ann@example.org>", "Änne", "ann@example.org"),
      ("Ann <@relay.example.org,@b:ann@example.org>", "Ann", "ann@example.org"),
      ("Ann <ann @ example . org>", "Ann", "ann@example.org"),
      ("\"ann b\"@example.org", "", "\"ann b\"@example.org"),
      ("Ann <ann@example.org", "Ann", "ann@example.org"),
      ("< (Ann) ann@example.org>", "", "ann@example.org"),
      ("ann@y.example.org.domain.name.hidden", "", "ann@y.example.org"),
      ("Ann (A \\) B) <ann(her account)@example(her host)\n .org>", "Ann", "ann@example.org"),
      ("Ann (A) Example <ann@example.org>", "Ann Example", "ann@example.org"),
      ("ann@example.org (\"Boats (North)\")", "Boats (North)", "ann@example.org"),
      ("=?utf-8?Q?=C3=84nne\n _Lee?= <ann@example.org>", "Änne Lee", "ann@example.org"),
      ("root", "", "root"),
      ("Ann van Example", "Ann van Example", ""),
      ("Ann <ann(at)example.org>", "Ann", "ann@example.org"),
      ("Ann <ann(a)example.org>", "Ann", "ann@example.org"),
      ("ann(a)example.org", "", "ann@example.org"),
      ("Ann Lee [SMTP:ann@example.org]", "Ann Lee", "ann@example.org"),
      ("ann@example.org <Ann Lee>", "Ann Lee", "ann@example.org"),
      ("Ann Lee <<ann@example.org>>", "Ann Lee", "ann@example.org"),
      ("Ann Lee ann@example.org>", "Ann Lee", "ann@example.org"),
      ("Ann <ann -at- example -dot- org>", "Ann", "ann@example.org"),
      ("Ann <ann [at] mail [dot] example [dot] org>", "Ann", "ann@mail.example.org"),
      ("Ann <ann.lee {at} example {dot} org>", "Ann", "ann.lee@example.org"),
      ("Ann <ann AT example DOT org>", "Ann", "ann@example.org"),
      ("ann (at) example (dot) org", "", "ann@example.org"),
      ("Ann Lee lee at example dot org", "Ann Lee", "lee@example.org"),
      ("Ann <ann-dot-lee at example.org>", "Ann", "ann-dot-lee@example.org"),
      ("Ann <ann_at_example.org>", "Ann", "ann@example.org"),
      ("Ann <ann [ at ] mail.example.org>", "Ann", "ann@mail.example.org"),
      ("ann ( at ) example ( dot ) org", "", "ann@example.org"),
      ("Ann <ann ＠ example.org>", "Ann", "ann@example.org"),
      ("Ann at Dot", "Ann at Dot", ""),
    ])
  func forms(field: String, name: String, email: String) {
    #expect(addresses(field) == [Address(name: name, email: email)])
  }

  @Test("lists, groups and stray separators")
  func lists() {
    #expect(
      addresses("a@example.org,, b@example.org; Team: c@example.org, d@example.org;").map(\.email)
        == ["a@example.org", "b@example.org", "c@example.org", "d@example.org"])
    #expect(addresses("undisclosed-recipients:;") == [])
    #expect(addresses("<unlisted-recipients:>, <Hidden:;@example.org>, From:") == [])
  }

  @Test("brackets, quotes and comments without an end are no trap")
  func unclosed() {
    for field in [
      "\"", "(", "<", "((((", "a <", "\"\\", "(\\", ",", ";:;:", "<<<>>>", "@", "a@", "@b",
    ] {
      _ = addresses(field)
    }
  }

  @Test("an endless row of words for an @ takes no longer than its length")
  func manyMarks() {
    for field in [" at", " at x dot y", "[at]", " at . "] {
      #expect(addresses("x" + String(repeating: field, count: 20_000)).count == 1)
    }
  }

  @Test("mailboxes that lost the comma between them are two")
  func lostComma() {
    let found = addresses("Ann <ann@example.org> Bo Ek <bo@example.org>, <c@example.org> (Carl)")
    #expect(found.map(\.email) == ["ann@example.org", "bo@example.org", "c@example.org"])
    #expect(found.map(\.name) == ["Ann", "Bo Ek", "Carl"])
  }
}
