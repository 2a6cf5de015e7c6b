import MailParsing
import PeopleMerging
import Testing

@Suite("Persons as a whole")
struct PersonMergerTests {
  /// Sightings with every rule's material in them, drawn by a seeded generator.
  static func sightings(seed: UInt64, count: Int) -> [Sighting] {
    var generator = SplitMix(state: seed)
    let given = ["Quirin", "Zoë", "John", "Wei", "Matt", "Matthew", "Nigel", "zbig", ""]
    let surnames = ["Habersaat", "Smith", "Wang", "Kölbl", "via dev", "Bot", ""]
    let locals = ["q", "john.smith", "jsmith", "root", "zbig", "zbig7", "weiw...", "info", "dev"]
    let hosts = ["example.org", "gmail.com", "lists.example.org", "laptop", "xxxxxxxx", ""]
    return (0..<count).map { _ in
      let name =
        "\(given.randomElement(using: &generator)!) \(surnames.randomElement(using: &generator)!)"
      let host = hosts.randomElement(using: &generator)!
      let local = locals.randomElement(using: &generator)!
      return Sighting(
        Address(name: name, email: host.isEmpty ? "" : "\(local)@\(host)"),
        count: Int.random(in: 0...9, using: &generator),
        repliesTo: Bool.random(using: &generator)
          ? [Address(name: name, email: "\(local)@example.org")] : [])
    }
  }

  @Test("the order of sightings changes nothing", arguments: [1, 2, 3, 4, 5])
  func order(seed: UInt64) {
    let sightings = Self.sightings(seed: seed, count: 300)
    var generator = SplitMix(state: seed &+ 99)
    let decisions = [
      MergeDecision(.different, Address(name: "John Smith"), Address(name: "Matt Smith")),
      MergeDecision(.same, Address(email: "zbig@example.org"), Address(email: "q@example.org")),
    ]
    let merger = PersonMerger(decisions: decisions)
    let first = merger.persons(from: sightings)
    #expect(merger.persons(from: sightings.shuffled(using: &generator)) == first)
  }

  @Test("each identity stands in one person, reached by one merge fewer", arguments: [7, 8, 9])
  func invariants(seed: UInt64) {
    let sightings = Self.sightings(seed: seed, count: 400)
    let persons = PersonMerger().persons(from: sightings)
    let identities = persons.flatMap { $0.identities.map(\.address) }
    #expect(Set(identities).count == identities.count)
    #expect(Set(identities) == Set(sightings.map(\.address)))
    #expect(persons.reduce(0) { $0 + $1.count } == sightings.reduce(0) { $0 + $1.count })
    for person in persons {
      #expect(person.merges.count == person.identities.count - 1)
      let held = Set(person.identities.map(\.address))
      for merge in person.merges {
        #expect(held.contains(merge.identity) && held.contains(merge.with))
      }
    }
  }

  @Test("nobody sighted gives nobody, and strange input gives no trap")
  func edges() {
    #expect(PersonMerger().persons(from: []).isEmpty)
    let strange = [
      "", "@", "@@", "a@", "=40@", "prvs==@", "srs0=a=b@", " via ", "\u{301}", "x via y via z",
      "...@...",
      "\u{1F600}", "()", "<>", "+@x", "İ via ı",
    ]
    let sightings = strange.flatMap { name in
      strange.map { Sighting(Address(name: name, email: $0)) }
    }
    let persons = PersonMerger().persons(from: sightings)
    #expect(persons.reduce(0) { $0 + $1.identities.count } == Set(sightings.map(\.address)).count)
  }

  @Test("a name and a login without end join nobody")
  func endless() {
    let long = String(repeating: "quirhab", count: 3_000)
    let persons = PersonMerger().persons(from: [
      Sighting(Address(name: "Quir Habersaat", email: "q@example.org")),
      Sighting(Address(name: "", email: "\(long)@example.com")),
      Sighting(Address(name: "\(long)ä (\(long)) \"\(long)\"", email: "z@example.net")),
    ])
    #expect(persons.count == 3)
  }

  @Test("the name shown is the full name most often written")
  func name() {
    let persons = PersonMerger().persons(from: [
      Sighting(Address(name: "quirin", email: "q@example.org"), count: 50),
      Sighting(Address(name: "Quirin Habersaat", email: "q@example.org"), count: 5),
      Sighting(Address(name: "Q. Habersaat (Example Inc.)", email: "q@example.org"), count: 7),
    ])
    #expect(persons.map(\.name) == ["Quirin Habersaat"])
  }

  @Test(
    "who writes is told: a person, a role, a bot, a list",
    arguments: [
      ("Jane Example", "jane@example.org", SenderKind.person), ("", "noreply@example.org", .role),
      ("Release Team", "release@example.org", .role),
      ("Jenkins", "jenkins@review.example.org", .bot),
      ("Travis Example", "travis@example.org", .person), ("renovate[bot]", "x@example.org", .bot),
      ("Gerrit Habersaat", "gerrit.habersaat@example.org", .person),
      ("Gerrit Code Review", "gerrit@review.example.org", .role),
      ("", "gerrit@review.example.org", .bot),
      ("", "dev@lists.example.org", .list), ("Jane Example", "root@localhost", .person),
    ])
  func kinds(name: String, email: String, kind: SenderKind) {
    let persons = PersonMerger().persons(from: [Sighting(Address(name: name, email: email))])
    #expect(persons.map(\.kind) == [kind])
  }
}

/// A small seeded generator (Steele, Lea, Flood: splitmix64), so that a failing case can be run again.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
