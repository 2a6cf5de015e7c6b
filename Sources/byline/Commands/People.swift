import ArchiveIngesting
import ArchiveStorage
import ArgumentParser
import MailParsing
import Reporting

/// `byline people`: who is who, and why.
struct People: ParsableCommand {
  static let configuration = CommandConfiguration(
    ofByline: "people",
    abstract: "Say who is who: names, addresses, and the reason of each merge.",
    subcommands: [ListPeople.self, MergePeople.self, SplitPeople.self, UndoDecision.self],
    defaultSubcommand: ListPeople.self)
}

/// `byline people [NAME]`.
struct ListPeople: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List people, all of them or those a name or address means.")

  @Argument(help: "A name or an address; without one, everybody.")
  var who = ""

  @Option(help: "The form of the result; ndjson is a record a line.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOptions

  private struct Document: RecordDocument {
    struct Identity: Encodable {
      var name, email: String
    }
    struct Item: Encodable {
      var name: String
      var identities: [Identity]
      var merges: [Person.Merge]
      var messages: Int
    }
    var schema = "byline.people/1"
    var people: [Item]
    var records: [Item] { people }
  }

  func run() throws {
    try reportingFailures {
      let people = try store.openForReading().people(matching: who)
      guard format == .text else {
        let document = Document(
          people: people.map { person in
            .init(
              name: person.name,
              identities: person.identities.map { .init(name: $0.name, email: $0.email) },
              merges: person.merges, messages: person.messageCount)
          })
        try format.print(document)
        return
      }
      for person in people {
        Terminal.print(Author.description(of: person))
        for merge in person.merges {
          Terminal.print("    \(VisibleText.line(merge.with)): \(VisibleText.line(merge.because))")
        }
      }
      if people.isEmpty { Terminal.note("nobody of that name wrote a message in the store") }
    }
  }
}

/// `byline people merge`.
struct MergePeople: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Say that two addresses are one person; remembered, undoable.")

  @Argument(help: "An address.") var one: String
  @Argument(help: "Another address of the same person.") var other: String
  @OptionGroup var store: StoreOptions

  func run() throws { try Decision(.same, one, other).keep(in: store) }
}

/// `byline people split`.
struct SplitPeople: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Say that two addresses are two people; remembered, undoable.")

  @Argument(help: "An address.") var one: String
  @Argument(help: "An address of somebody else.") var other: String
  @OptionGroup var store: StoreOptions

  func run() throws { try Decision(.different, one, other).keep(in: store) }
}

/// `byline people undo`.
struct UndoDecision: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take a merge or split back, by the number it was given.")

  @Argument(help: "The decision's number.") var number: Int64
  @OptionGroup var store: StoreOptions

  func run() throws {
    try reportingFailures {
      let database = try store.open()
      try database.undoDecision(number)
      try Rebuild(of: database).persons()
      Terminal.print("took back decision \(number)")
    }
  }
}

/// What a user says about two addresses.
private struct Decision {
  var kind: PersonDecision.Kind
  var one, other: String

  init(_ kind: PersonDecision.Kind, _ one: String, _ other: String) {
    (self.kind, self.one, self.other) = (kind, one, other)
  }

  func keep(in store: StoreOptions) throws {
    try reportingFailures {
      let database = try store.open()
      let number = try database.decide(
        kind, try identity(one, in: database), try identity(other, in: database), at: Now.rfc3339)
      try Rebuild(of: database).persons()
      Terminal.print("decision \(number); take it back with `byline people undo \(number)`")
    }
  }

  private func identity(_ who: String, in database: ArchiveDatabase) throws -> Address {
    let person = try Author(who).person(in: database)
    return person.identities.first {
      $0.email.lowercased() == who.lowercased() || $0.name.lowercased() == who.lowercased()
    } ?? person.identities.first ?? Address(email: who)
  }
}
