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
      "a numbered login for a name, twice",
      ["zbigw83 <zbigw83@example.com>", "zbigw83 <zbigw83@example.org>"], .sameLogin
    ),
    (
      "a numbered nickname for a name, and the login it is",
      ["zbigw83 <q.habersaat@example.org>", "zbigw83 <zbigw83@example.com>"], .sameLogin
    ),
    (
      "a rare first name for a login",
      ["Wigbert <wigbert@example.com>", "Wigbert <wigbert@example.org>"], nil
    ),
    (
      "a long first name for a login",
      ["Wigbertinus <wigbertinus@example.com>", "Wigbertinus <wigbertinus@example.org>"], nil
    ),
    (
      "a long first name, and the login it is",
      ["Wigbertinus <wb@example.com>", "Wigbertinus <wigbertinus@example.org>"], nil
    ),
    (
      "a first name and an initial with one login",
      ["Quirin H <quiha@example.com>", "Quirin H <quiha@example.org>"], .sameLogin
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
      "an address that stands for a name",
      ["quirin@example.org <>", "Q. H. <quirin@example.org>"], .sameAddress
    ),
    (
      "another address of theirs where the name should be",
      ["quirin@example.org <qh@example.com>", "Q. H. <quirin@example.org>"], .sameAddress
    ),
    (
      "a role's address where the name should be",
      ["noreply@example.org <qh@example.com>", "Q. H. <noreply@example.org>"], nil
    ),
    (
      "another's address in a name at a shared mailbox",
      ["quirin@example.org <dev@lists.example.org>", "Q. H. <quirin@example.org>"], nil
    ),
    (
      "an a with dots written ae",
      ["Quirin Jähnlein <qj@example.com>", "Quirin Jaehnlein <q@example.org>"], .sameName
    ),
    (
      "a ring written aa",
      ["Søgne Vågsrud <sv@example.com>", "Sogne Vaagsrud <s@example.org>"], .sameName
    ),
    (
      "ae in another name", ["Michael Quast <mq@example.com>", "Michal Quast <m@example.org>"], nil
    ),
    (
      "a company behind the name",
      ["Quirin Habersaat (Example Inc.) <qh@example.com>", "Quirin Habersaat <q@example.org>"],
      .sameName
    ),
    (
      "a middle name written out",
      ["Quirin Thaddeus Habersaat <qh@example.com>", "Quirin Habersaat <q@example.org>"], .sameName
    ),
    (
      "a middle name and its initial",
      ["Quirin Thaddeus Habersaat <qh@example.com>", "Quirin T. Habersaat <q@example.org>"],
      .sameName
    ),
    (
      "a middle name and another initial",
      ["Quirin Thaddeus Habersaat <qh@example.com>", "Quirin B. Habersaat <q@example.org>"], nil
    ),
    (
      "a usual name with a middle name",
      ["John Thaddeus Smith <jts@example.com>", "John Smith <jxs@example.org>"], nil
    ),
    (
      "a nickname in brackets",
      ["Quirin Habersaat (zbigwheel) <q@example.org>", "zbigwheel <zbigwheel@example.com>"],
      .spelledLogin
    ),
    (
      "a nickname in quotes",
      ["Quirin \"Zbigwheel\" Habersaat <q@example.org>", "<zbigwheel@example.com>"], .spelledLogin
    ),
    (
      "a company in brackets and its login",
      ["Quirin Habersaat (Examplecorp) <q@example.org>", "examplecorp <examplecorp@example.com>"],
      nil
    ),
    (
      "a nickname of a usual name",
      ["John Smith (zbigwheel) <js@example.org>", "zbigwheel <zbigwheel@example.com>"], nil
    ),
    (
      "a login with letters of the surname left out",
      ["quirhabst <quirhabst@laptop>", "Quir Habersaat <q@example.org>"], .spelledLogin
    ),
    (
      "a login with letters the surname has not",
      ["quirhabxt <quirhabxt@laptop>", "Quir Habersaat <q@example.org>"], nil
    ),
    (
      "a slip of the pen with one login",
      ["Nickoly Habersaat <nhabersa@example.com>", "Nikoly Habersaat <nhabersa@example.net>"],
      .sameLogin
    ),
    (
      "a slip of the pen in the surname with one login",
      ["Quirin Habersaat <qhabers@example.com>", "Quirin Habersat <qhabers@example.net>"],
      .sameLogin
    ),
    (
      "two of one surname with logins of their own",
      ["Nickoly Habersaat <nickolyh@example.com>", "Nikoly Habersaat <nikolyh@example.net>"], nil
    ),
    (
      "a common Chinese name at work and at home",
      ["Wei Wang <wei@example.com>", "Wei Wang <weiw88@gmail.com>"], nil
    ),
    (
      "a common Chinese name with logins that only spell it",
      ["Wei Wang <wangwei@example.com>", "Wei Wang <wangwei@example.org>"], nil
    ),
    (
      "a common Korean name at work and at home",
      ["Kim Lee <kim@example.com>", "Kim Lee <kimlee@gmail.com>"], nil
    ),
    (
      "a common Chinese name with one login of its own",
      ["Wei Wang <zbigwheel@example.com>", "Wei Wang <zbigwheel@example.org>"], .sameName
    ),
    (
      "a given name and an initial",
      ["Nigel H. <nigelh@example.com>", "Nigel H. <nigel@example.org>"], nil
    ),
    (
      "GitHub's own address and a login",
      [
        "Quirin <123+zbigwheel@users.noreply.github.com>",
        "Quirin Habersaat <zbigwheel@example.org>",
      ],
      .sameLogin
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

  @Test("a sender that a list rewrote under the author's address is that author")
  func mungedAddress() {
    let persons = PersonMerger().persons(from: [
      Sighting(Address(name: "'jane@example.org' via Dev", email: "dev@googlegroups.com")),
      Sighting(Address(name: "'otto@example.org' via Dev", email: "dev@googlegroups.com")),
      Sighting(Address(name: "Jane Example", email: "jane@example.org"), count: 2),
    ])
    #expect(persons.map { $0.identities.count } == [2, 1])
    #expect(persons[0].name == "Jane Example")
  }

  @Test("senders of usual names that a list rewrote stay as many as it rewrote")
  func mungedNamesakes() {
    let persons = PersonMerger().persons(from: [
      Sighting(
        Address(name: "Wei Wang via dev", email: "dev@lists.example.org"),
        repliesTo: [Address(name: "Wei Wang", email: "wei@example.com")]),
      Sighting(
        Address(name: "Wei Wang via users", email: "users@lists.example.org"),
        repliesTo: [Address(name: "Wei Wang", email: "weiw88@gmail.com")]),
      Sighting(Address(name: "Quirin Habersaat", email: "q@example.org")),
    ])
    #expect(persons.count == 3)
  }

  @Test("two persons who might have a contracted login or a middle name keep it from both")
  func twoMayOwn() {
    let persons = PersonMerger().persons(from: [
      Sighting(Address(name: "Quir Habersaat", email: "q@example.org")),
      Sighting(Address(name: "Quir Habermast", email: "quir@example.com")),
      Sighting(Address(name: "", email: "quirhabst@laptop")),
      Sighting(Address(name: "Zbig Thaddeus Unruh", email: "ztu@example.org")),
      Sighting(Address(name: "Zbig Frowin Unruh", email: "zfu@example.org")),
      Sighting(Address(name: "Zbig Unruh", email: "z@example.com")),
    ])
    #expect(persons.count == 6)
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
