/// Tells mailboxes that many people stand behind, or none, from people's own.
///
/// Such an address proves nothing about who writes from it, so no rule merges people over it.
enum SharedMailbox {
  /// How far an address stands for one human being.
  enum Use: Sendable {
    /// It looks like somebody's own.
    case personal
    /// Its local part is a function's (`info@`, `me@`), which one person may use alone.
    case functional
    /// A machine's, a program's or a list's: nobody's own.
    case shared
  }

  /// What kind of sender an identity is.
  static func kind(of name: PersonName, _ mailbox: MailboxKey, displayName: String) -> SenderKind {
    if isBot(name, mailbox, displayName: displayName) { return .bot }
    if speaksForGroup(name) { return .role }
    if name.isFull { return .person }
    if !mailbox.isEmpty, isList(mailbox) { return .list }
    return use(of: mailbox) != .shared || mailbox.isEmpty ? .person : .role
  }

  /// Whether people share an address, judged by its spelling alone.
  static func use(of mailbox: MailboxKey) -> Use {
    if mailbox.isEmpty || mailbox.domain.isEmpty { return .shared }
    if mailbox.domain == "users.noreply.github.com" { return .personal }
    if sharedLocalParts.contains(mailbox.localPart) || isList(mailbox) { return .shared }
    let parts = mailbox.localPart.split { $0 == "-" || $0 == "_" || $0 == "." }.map(String.init)
    if let first = parts.first, rolePrefixes.contains(first) { return .shared }
    if let last = parts.last, roleSuffixes.contains(last) { return .shared }
    let isNumber = mailbox.localPart.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    if isNumber, mailbox.domain.hasPrefix("bugs.") { return .shared }
    return functionalLocalParts.contains(mailbox.localPart) ? .functional : .personal
  }

  /// True for an address that mailing lists have.
  static func isList(_ mailbox: MailboxKey) -> Bool {
    let host = mailbox.domain.prefix { $0 != "." }
    if ["lists", "list", "ml", "mailman", "googlegroups", "listserv", "vger"].contains(host) {
      return true
    }
    let lastPart = mailbox.localPart.split { $0 == "-" || $0 == "_" || $0 == "." }.last ?? ""
    return ["list", "lists", "devel", "users", "announce", "discuss", "bounces", "commits"]
      .contains(String(lastPart))
  }

  private static func isBot(
    _ name: PersonName, _ mailbox: MailboxKey, displayName: String
  ) -> Bool {
    if displayName.hasSuffix("[bot]") || mailbox.localPart.hasSuffix("[bot]") { return true }
    let parts = mailbox.localPart.split { $0 == "-" || $0 == "_" || $0 == "." }.map(String.init)
    if (name.words + parts).contains(where: botWords.contains) { return true }
    // Programs that bear people's names: alone, or behind a project's name and with their own login.
    guard let program = name.words.last ?? parts.first, namedBots.contains(program) else {
      return false
    }
    return name.words.count <= 1
      || parts.contains(program) && !GivenName.isCommon(name.words[0])
  }

  /// True for names such as "Release Team" or "Example Announcements".
  private static func speaksForGroup(_ name: PersonName) -> Bool {
    guard let last = name.words.last else { return false }
    return groupWords.contains(last)
  }

  private static let botWords: Set<String> = [
    "bot", "robot", "zuul", "buildbot", "dependabot", "renovate", "autobuild",
    "autobuilder", "daemon", "cron", "crond", "jira", "bugzilla", "patchwork", "mailman",
    "launchpad", "phabricator", "kernelci", "syzbot", "zanata", "transifex", "weblate",
  ]

  private static let namedBots: Set<String> = ["gerrit", "jenkins", "hudson", "travis"]

  private static let groupWords: Set<String> = [
    "team", "group", "list", "project", "committee", "foundation", "announcements", "support",
    "infra", "ci", "notification", "notifications", "newsletter", "admins", "administrators",
    "maintainers", "developers", "translations", "council", "secretary", "webmaster", "root",
    "administrator", "anonymous", "unknown", "nobody", "review",
  ]

  private static let sharedLocalParts: Set<String> = [
    "root", "administrator", "webmaster", "postmaster", "hostmaster", "abuse", "noreply",
    "no-reply", "donotreply", "do-not-reply", "nobody", "none", "invalid", "unknown", "anonymous",
    "user", "username", "you", "your", "test", "build", "builder", "ubuntu", "debian", "vagrant",
    "centos", "fedora", "stack", "ec2-user", "localhost", "bugs", "bugzilla", "issues", "patches",
    "commits", "notifications", "notification", "notify", "reply", "reviews", "review", "jobs",
    "team", "staff", "list", "lists", "newsletter", "system", "daemon", "www", "www-data", "ftp",
    "guest", "example", "bogus", "foo", "mailer-daemon", "undisclosed-recipients",
  ]

  private static let functionalLocalParts: Set<String> = [
    "admin", "info", "contact", "support", "help", "helpdesk", "sales", "office", "security",
    "mail", "mailer", "email", "me", "dev", "devel", "developer", "developers", "no", "git", "svn",
    "cvs", "hg", "pi", "press", "news", "service", "services", "oss", "opensource", "open-source",
    "spam", "nospam", "github", "gitlab", "hello", "hi", "junk", "lists", "code", "software", "web",
  ]

  private static let rolePrefixes: Set<String> = ["noreply", "owner", "bounce", "bounces"]

  private static let roleSuffixes: Set<String> = [
    "noreply", "owner", "bounces", "request", "daemon", "team", "maintainers", "bugs",
  ]
}

/// Who writes from an identity.
public enum SenderKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// A human being, as far as name and address tell.
  case person
  /// A post, a group, a machine's administrator: whoever serves.
  case role
  /// A program.
  case bot
  /// A mailing list's own address.
  case list
}
