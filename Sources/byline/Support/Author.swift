import ArchiveStorage
import MailParsing
import Reporting

/// Whom a user means by a name or an address.
struct Author {
  var who: String

  init(_ who: String) { self.who = who }

  /// The one person of the store whom the name or address means; an error that lists them where
  /// there are several, and says so where there is none.
  func person(in database: ArchiveDatabase) throws -> Person {
    let people = try database.people(matching: who)
    guard let person = people.first else {
      throw Failure(
        ExitStatus.missingInput,
        "nobody named \(VisibleText.line(who)) wrote a message in the store; "
          + "`byline people` lists who did")
    }
    guard people.count == 1 else {
      let list = people.prefix(20).map { "  \(Self.description(of: $0))" }.joined(separator: "\n")
      throw Failure(
        ExitStatus.usage,
        "\(VisibleText.line(who)) may be any of \(people.count) people; name one by an address:\n\(list)"
      )
    }
    return person
  }

  static func description(of person: Person) -> String {
    let addresses = person.identities.map(\.email).filter { !$0.isEmpty }
    let shown = Array(Set(addresses)).sorted().prefix(4).joined(separator: ", ")
    return
      "\(VisibleText.line(person.name)): \(VisibleText.line(shown)), \(counted(person.messageCount, "message"))"
  }
}
