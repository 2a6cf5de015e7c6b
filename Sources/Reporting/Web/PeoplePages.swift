public import ArchiveStorage
import MailParsing

/// Who is who, and what one person claims.
public enum PeoplePages {
  /// How many people one page shows.
  public static let mostPeople = 500

  /// The people whom `who` means; the reasons of every merge where it is one.
  public static func html(of people: [Person], who: String) -> String {
    let title = who.isEmpty ? "People" : people.count == 1 ? people[0].name : who
    let content: HTML
    if people.count == 1, !who.isEmpty {
      content = whole(people[0])
    } else {
      let items = people.prefix(mostPeople).map(line)
      let rest: HTML =
        people.count > mostPeople
        ? "<p class=\"quiet\">\(people.count - mostPeople) more: ask for a name.</p>" : ""
      content = """
        <form action="/people"><label>Name or address <input name="who" value="\(who)"></label> \
        <button>Look</button></form>
        \(WebPage.list(items, else: "Nobody of that name wrote a message in the store."))
        \(rest)
        """
    }
    return WebPage.html(title: title, content)
  }

  /// The claims in a person's posts, the oldest post first.
  public static func html(
    ofClaims posts: [(stored: StoredMessage, claims: [Claim])], of person: Person
  ) -> String {
    let sections = posts.map { post -> HTML in
      """
      <section><h2>\(MessageItem.html(post.stored))</h2>
      \(WebPage.list(post.claims.map(ClaimItem.html), else: ""))</section>
      """
    }
    return WebPage.html(
      title: "What \(person.name) claims",
      sections.isEmpty ? "<p>None of their posts makes a claim.</p>" : HTML.join(sections))
  }

  private static func line(_ person: Person) -> HTML {
    """
    \(WebPage.link(.people(who: key(of: person)), "\(VisibleText.line(person.name))")) \
    <span class="quiet">\(counted(person.messageCount, "message"))</span>
    """
  }

  private static func whole(_ person: Person) -> HTML {
    let identities = person.identities.map { identity -> HTML in
      let posts = WebPage.link(.search(query: "from:\"\(identity.email)\"", page: 1), "posts")
      return """
        \(VisibleText.line(identity.name)) <code>\(identity.email)</code> \
        \(identity.email.isEmpty ? "" : posts)
        """
    }
    let merges = person.merges.map { merge -> HTML in
      "<code>\(merge.with)</code>: \(merge.because)"
    }
    let why: HTML =
      merges.isEmpty ? "" : "<h2>Why they are one person</h2>\(WebPage.list(merges, else: ""))"
    let who = key(of: person)
    return """
      <p>\(counted(person.messageCount, "message")) · \
      \(WebPage.link(.claims(who: who), "claims")) · \(WebPage.link(.report(who: who), "report"))</p>
      <h2>Names and addresses</h2>
      \(WebPage.list(identities, else: "None is known."))
      \(why)
      """
  }

  /// What means this person and nobody else: an address where one is known.
  private static func key(of person: Person) -> String {
    person.identities.lazy.map(\.email).first { !$0.isEmpty } ?? person.name
  }
}
