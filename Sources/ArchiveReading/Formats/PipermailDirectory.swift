/// The way pipermail lays out a list: `<list>/<period>.txt`, `<list>/<period>/NNNNNN.html` and
/// `<list>/attachments/YYYYMMDD/…`.
enum PipermailDirectory {
  private static let months: Set<String> = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Whether a directory or file name without suffix is one of pipermail's periods: `2009-December`,
  /// `2009q3`, `Week-of-Mon-20091207`, `20091207`, `2009`.
  static func isPeriod(_ name: String) -> Bool {
    let name = name.hasPrefix("Week-of-Mon-") ? String(name.dropFirst(12)) : name
    let year = name.prefix(4)
    guard year.count == 4, year.utf8.allSatisfy(isDigit) else { return false }
    let rest = name.dropFirst(4)
    if rest.isEmpty { return true }
    if rest.hasPrefix("-") { return months.contains(String(rest.dropFirst())) }
    if rest.hasPrefix("q") {
      return rest.count == 2 && ("1"..."4").contains(String(rest.suffix(1)))
    }
    return rest.count == 4 && rest.utf8.allSatisfy(isDigit)
  }

  /// Whether a directory below `attachments` is a day's: `20091207`.
  static func isAttachmentDay(_ name: String) -> Bool {
    name.utf8.count == 8 && name.utf8.allSatisfy(isDigit)
  }

  /// Whether a file lies as pipermail lays out a list: a month's text, or a page in a month's directory.
  static func holds(_ path: String) -> Bool {
    let name = path.lastPathComponent
    return isPeriod(String(name.prefix { $0 != "." }))
      || isPeriod(path.deletingLastPathComponent.lastPathComponent)
  }

  /// The list's directory, which `attachments` lies in.
  static func root(of path: String) -> String? {
    let directory = path.deletingLastPathComponent
    let root =
      isPeriod(directory.lastPathComponent) ? directory.deletingLastPathComponent : directory
    return root.isEmpty ? "." : root
  }

  /// The list that a file at `path` belongs to, told by the directories around it; nil where they do
  /// not tell. `2009-December.txt` and `2009-December/000001.html` lie in their list's directory.
  static func list(of path: String) -> String? {
    var directory = path.deletingLastPathComponent
    if isPeriod(directory.lastPathComponent) { directory = directory.deletingLastPathComponent }
    if directory.isEmpty || directory.lastPathComponent.allSatisfy({ $0 == "." }) {
      // The user stands in the list's directory, or below it: its name has to be asked for.
      let resolved = OpenFile.resolved(path.isEmpty ? "." : path) ?? ""
      directory = resolved.deletingLastPathComponent
      if isPeriod(directory.lastPathComponent) { directory = directory.deletingLastPathComponent }
    }
    let name = directory.lastPathComponent
    return name.isEmpty ? nil : name
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
