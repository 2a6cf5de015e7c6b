import MailParsing
import PeopleMerging
import Testing

@Suite("Rules that bring identities together")
struct MergeRuleTests {
  /// Identities, and the rule that joins the first two; nil where they stay apart.
  static let cases: [(why: String, identities: [String], rule: MergeRule?)] = [
    (
      "one address in two cases", ["Jane Example <jane@example.org>", "jane <Jane@Example.ORG>"],
      .sameAddress
    ),
    (
      "one address with a tag", ["J <jane+lists@example.org>", "Jane <jane@example.org>"],
      .sameAddress
    ),
    (
      "dots in a Gmail address",
      ["J <jane.example@gmail.com>", "J E <janeexample@googlemail.com>"], .sameAddress
    ),
    (
      "an address spelled out", ["Jane <jane at example dot org>", "J. <jane@example.org>"],
      .sameAddress
    ),
    (
      "an address rewritten for DMARC",
      ["Jane Example <jane=40example.org@dmarc.example.net>", "J. <jane@example.org>"], .sameAddress
    ),
    (
      "GitHub's own address with and without a number",
      ["octo <12345+octojane@users.noreply.github.com>", "o <octojane@users.noreply.github.com>"],
      .sameAddress
    ),
    ("root of two machines", ["root <root@ubuntu>", "root <root@mirror.example.org>"], nil),
    (
      "two people at one service address",
      ["Jane Example <info@example.org>", "Otto Sample <info@example.org>"], nil
    ),
    (
      "one person alone at such an address",
      ["Jane Example <me@example.org>", "jane <me@example.org>"], .sameAddress
    ),
    (
      "an unusual name at two employers",
      ["Quirin Habersaat <qh@example.com>", "Quirin Habersaat <quirin@example.org>"], .sameName
    ),
    (
      "surname first", ["Habersaat, Quirin <qh@example.com>", "Quirin Habersaat <q@example.org>"],
      .sameName
    ),
    (
      "marks left out", ["Zoë Kölbl-Ørsted <zk@example.com>", "Zoe Koelbl Orsted <z@example.org>"],
      .sameName
    ),
    (
      "a short given name",
      ["Matt Habersaat <mh@example.com>", "Matthew Habersaat <m@example.org>"], .sameName
    ),
    (
      "a middle initial",
      ["Quirin T. Habersaat <qh@example.com>", "Quirin Habersaat <q@example.org>"], .sameName
    ),
    (
      "different middle initials",
      ["Quirin T. Habersaat <qh@example.com>", "Quirin B. Habersaat <q@example.org>"], nil
    ),
    (
      "a usual name at two employers",
      ["John Smith <jss@example.com>", "John Smith <jxs@example.org>"], nil
    ),
    (
      "a usual name with one login",
      ["John Smith <jsmith7@example.com>", "John Smith <jsmith@example.org>"], .sameName
    ),
    (
      "a usual name at one employer",
      ["John Smith <j.smith@example.com>", "John Smith <jxs@example.com>"], .sameName
    ),
    (
      "a usual name and a private mailbox",
      ["John Smith <js@example.com>", "John Smith <js1970@gmail.com>"], .sameName
    ),
    (
      "a usual name and its own domain",
      ["John Smith <john@johnsmith.example>", "John Smith <jxs@example.org>"], .sameName
    ),
    (
      "a usual name with a short login of its own",
      ["John Smith <jxz@example.com>", "John Smith <jxz@example.org>"], .sameName
    ),
    (
      "a usual name with its surname for a login",
      ["John Smith <smith@example.com>", "John Smith <smith@example.org>"], nil
    ),
    ("first names alone", ["Nigel <nigel@example.com>", "Nigel <nigel@example.org>"], nil),
    (
      "a first name and a full one",
      ["Nigel <nigel@example.com>", "Nigel Habersaat <nigel@example.org>"], nil
    ),
    (
      "a surname for a login",
      ["Anna Habersaat <habersaat@example.com>", "Otto Habersaat <habersaat@example.org>"], nil
    ),
    (
      "a login nobody else can have",
      ["<zbigwheel@example.com>", "Quirin Habersaat <zbigwheel@example.org>"], .sameLogin
    ),
    (
      "a login made of one name",
      ["qhabersaat <qhabersaat@laptop>", "Quirin Habersaat <q@example.org>"], .spelledLogin
    ),
    (
      "a bot and a person",
      ["Quirin Habersaat <q@example.org>", "Quirin Habersaat Bot <q@example.org.invalid>"], nil
    ),
    (
      "two bots of one name", ["Proposal Bot <bot@example.org>", "Proposal Bot <bot@example.com>"],
      nil
    ),
    (
      "an obscured address and the clear one",
      ["John Smith <joh...@gmail.com>", "John Smith <johnx@gmail.com>"], .obscuredAddress
    ),
    (
      "an obscured address of another",
      ["John Smith <joh...@web.example>", "John Smith <otto@gmail.com>"], nil
    ),
    (
      "a masked host", ["John Smith <jxs@xxxxxxxxxxx>", "John Smith <jxs@example.org>"],
      .obscuredAddress
    ),
    (
      "two obscured addresses of two people",
      ["Nigel <nig...@gmail.com>", "Otto <nig...@gmail.com>"], nil
    ),
    (
      "a list's address with two names",
      ["Anna <dev@lists.example.org>", "Otto <dev@lists.example.org>"], nil
    ),
  ]

  @Test("two identities are joined by this rule or stay apart", arguments: cases.indices)
  func pair(index: Int) throws {
    let (why, identities, rule) = Self.cases[index]
    for order in [identities, identities.reversed()] {
      let persons = PersonMerger().persons(from: order.map { Sighting(address($0)) })
      #expect(persons.count == (rule == nil ? 2 : 1), "\(why)")
      #expect(persons.flatMap(\.merges).map(\.rule) == [rule].compactMap { $0 }, "\(why)")
      for merge in persons.flatMap(\.merges) { #expect(merge.because.count > 10) }
    }
  }

  @Test("a sender a list rewrote is the author whom Reply-To names")
  func mungedSender() {
    let list = Address(name: "Jane Example via dev", email: "dev@lists.example.org")
    let other = Address(name: "Otto Sample via dev", email: "dev@lists.example.org")
    let jane = Address(name: "Jane Example", email: "jane@example.org")
    let persons = PersonMerger().persons(from: [
      Sighting(list, count: 3, repliesTo: [jane, Address(email: "dev@lists.example.org")]),
      Sighting(other, count: 2), Sighting(Address(name: "J.", email: "jane@example.org"), count: 5),
    ])
    #expect(persons.map(\.name) == ["Jane Example", "Otto Sample"])
    #expect(persons[0].merges.map(\.rule) == [.mungedSender])
    #expect(persons[0].count == 8)
  }

  @Test("a name with a via of its own is no rewritten sender")
  func notMunged() {
    #expect(MungedSender(Address(name: "Jane via Berlin", email: "jane@example.org")) == nil)
    #expect(
      MungedSender(Address(name: "'Jane Doe' via Dev", email: "dev@googlegroups.com"))?.name
        == "Jane Doe")
  }

  @Test("an address that many people write from joins none of them")
  func sharedAddress() {
    let names = ["Anna Quast", "Bert Rumpel", "Cleo Starck", "Dora Tietze"]
    let persons = PersonMerger().persons(
      from: names.map { Sighting(Address(name: $0, email: "desk@example.org")) })
    #expect(persons.count == 4)
  }

  @Test("names common here are usual here, however rare in the world")
  func commonHere() {
    var sightings: [Sighting] = []
    for surname in ["Quast", "Rumpel", "Starck", "Tietze", "Unruh", "Vahl"] {
      for given in ["Ansgar", "Bodo", "Clodwig", "Dankwart", "Ekkehard", "Frowin"] {
        let name = "\(given) \(surname)"
        sightings.append(
          Sighting(Address(name: name, email: "\(given.first!)\(surname.first!)@one.example")))
      }
    }
    let names = sightings.count
    sightings.append(Sighting(Address(name: "Bodo Rumpel", email: "x9@two.example")))
    #expect(PersonMerger().persons(from: sightings).count == names + 1)
  }

  private func address(_ text: String) -> Address {
    let open = text.lastIndex(of: "<") ?? text.startIndex
    return Address(
      name: text[..<open].trimmingSuffix(while: { $0 == " " }).description,
      email: String(text[text.index(after: open)...].dropLast()))
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
    var slice = self
    while let last = slice.last, predicate(last) { slice.removeLast() }
    return slice
  }
}
