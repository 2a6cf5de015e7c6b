import MailParsing

/// A directory as pipermail lays out a list: `<list>/<period>.txt`, `<list>/<period>/NNNNNN.html` and
/// `<list>/attachments/YYYYMMDD/…`.
struct PipermailDirectory: Sendable {
  /// Whether it is a period's, and its files the pages of that period.
  let isPeriod: Bool
  /// The list's directory, which `attachments` lies in: this one, or the one around a period's.
  let root: String
  /// The list's name; nil where the directories do not tell it.
  let list: String?

  /// Looks at the directory at `path`, where empty is the one the user stands in; or, if it is not on
  /// disk, at a container's directory of that name.
  init(_ path: String, isOnDisk: Bool = true) {
    isPeriod = Self.isPeriod(path.lastPathComponent)
    let around = isPeriod ? path.deletingLastPathComponent : path
    root = around.isEmpty ? "." : around
    var directory = around
    if isOnDisk, directory.lastPathComponent.allSatisfy({ $0 == "." }) {
      // The user stands in the list's directory, or below it: its name has to be asked for.
      directory = OpenFile.resolved(path.isEmpty ? "." : path) ?? ""
      if Self.isPeriod(directory.lastPathComponent) {
        directory = directory.deletingLastPathComponent
      }
    }
    let name = directory.lastPathComponent
    list = name.isEmpty ? nil : name
  }

  /// Whether a file of this directory lies as pipermail lays out a list: a month's text, or a page in a
  /// month's directory.
  func holds(_ name: String) -> Bool {
    isPeriod || Self.isPeriod(String(name.prefix { $0 != "." }))
  }

  private static let months: Set<String> = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Whether a directory or file name without suffix is one of pipermail's periods: `2009-December`,
  /// `2009q3`, `Week-of-Mon-20091207`, `20091207`, `2009`.
  static func isPeriod(_ name: String) -> Bool {
    let name = name.hasPrefix("Week-of-Mon-") ? String(name.dropFirst(12)) : name
    let year = name.prefix(4)
    guard year.count == 4, year.utf8.allSatisfy(\.isDigit) else { return false }
    let rest = name.dropFirst(4)
    if rest.isEmpty { return true }
    if rest.hasPrefix("-") { return months.contains(String(rest.dropFirst())) }
    if rest.hasPrefix("q") {
      return rest.count == 2 && ("1"..."4").contains(String(rest.suffix(1)))
    }
    return rest.count == 4 && rest.utf8.allSatisfy(\.isDigit)
  }

  /// Whether a directory below `attachments` is a day's: `20091207`.
  static func isAttachmentDay(_ name: String) -> Bool {
    name.utf8.count == 8 && name.utf8.allSatisfy(\.isDigit)
  }

  /// Whether a file lies where pipermail puts what it scrubbed from posts: `attachments/20091207/…/a.pdf`.
  static func isAttachment(_ path: String) -> Bool {
    let steps = path.split(separator: "/")
    guard let place = steps.firstIndex(of: "attachments"), place + 2 < steps.count else {
      return false
    }
    return isAttachmentDay(String(steps[place + 1]))
  }
}
