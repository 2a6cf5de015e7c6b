import MailParsing
import PeopleMerging
import Testing

@Suite("What users and projects say outranks the rules")
struct DecisionTests {
  let home = Address(name: "Quirin Habersaat", email: "quirin@example.org")
  let work = Address(name: "Quirin Habersaat", email: "qh@example.com")
  let nick = Address(name: "zbig", email: "zbig@example.net")

  func persons(_ decisions: [MergeDecision], mailmap: String = "") -> [[String]] {
    PersonMerger(mailmap: Mailmap(mailmap), decisions: decisions)
      .persons(from: [Sighting(home, count: 3), Sighting(work, count: 2), Sighting(nick)])
      .map { $0.identities.map(\.address.email) }
  }

  @Test("a merge undone stays undone, and undoing that brings it back")
  func rejected() {
    #expect(persons([]) == [["quirin@example.org", "qh@example.com"], ["zbig@example.net"]])
    let undone = [MergeDecision(.different, home, work)]
    #expect(persons(undone) == [["quirin@example.org"], ["qh@example.com"], ["zbig@example.net"]])
  }

  @Test("a decision may name an address or a name alone")
  func partial() {
    let byAddress = MergeDecision(
      .different, Address(email: home.email), Address(email: work.email))
    #expect(persons([byAddress]).count == 3)
    let byName = MergeDecision(.same, Address(name: "zbig"), Address(name: home.name))
    #expect(persons([byName]).count == 1)
  }

  @Test("two that are apart are not joined through a third")
  func throughThird() {
    let decisions = [
      MergeDecision(.different, home, work), MergeDecision(.same, home, nick),
      MergeDecision(.same, work, nick),
    ]
    let groups = persons(decisions)
    #expect(groups.count == 2)
    #expect(!groups.contains { $0.contains(home.email) && $0.contains(work.email) })
  }

  @Test("a .mailmap joins what no rule would, and names the person")
  func mailmap() {
    let map = """
      # comment <not@used.example>
      Quirin J. Habersaat <quirin@example.org> <zbig@example.net> # his old one
      """
    let merged = PersonMerger(mailmap: Mailmap(map)).persons(from: [
      Sighting(home), Sighting(nick, count: 9),
    ])
    #expect(merged.map(\.name) == ["Quirin J. Habersaat"])
    #expect(merged[0].merges.map(\.rule) == [.mailmap])
  }

  @Test(
    ".mailmap lines are read in each of git's four forms",
    arguments: [
      (
        "Proper Name <commit@example.org>", "Proper Name", "commit@example.org", "",
        "commit@example.org"
      ),
      (
        "<proper@example.org> <commit@example.org>", "", "proper@example.org", "",
        "commit@example.org"
      ),
      (
        "Proper Name <proper@example.org> <commit@example.org>", "Proper Name",
        "proper@example.org",
        "", "commit@example.org"
      ),
      (
        "Proper Name <proper@example.org> Commit Name <commit@example.org>", "Proper Name",
        "proper@example.org", "Commit Name", "commit@example.org"
      ),
    ])
  func forms(line: String, name: String, email: String, commitName: String, commitEmail: String)
    throws
  {
    let entry = try #require(Mailmap(line).entries.first)
    #expect(entry.properName == name && entry.properEmail == email)
    #expect(entry.commitName == commitName && entry.commitEmail == commitEmail)
  }

  @Test(
    "lines that are no mapping are passed over",
    arguments: ["", "# only a comment", "no address", "< >x", "<", "a > b <"])
  func noEntries(line: String) {
    #expect(Mailmap(line).entries.allSatisfy { !$0.properEmail.contains("x") })
  }
}
