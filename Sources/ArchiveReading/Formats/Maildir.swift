/// Maildir (D. J. Bernstein, 1995): a message a file, delivered into `new`, seen in `cur`.
enum Maildir {
  /// Whether a directory with these names is a Maildir.
  static func isMaildir(names: Set<String>) -> Bool {
    names.contains("cur") && names.contains("new")
  }

  /// Whether a directory of a Maildir with this name holds messages.
  static func holdsMessages(directory name: String) -> Bool {
    name == "cur" || name == "new"
  }

  /// Whether a directory is where a Maildir's deliveries are still being written.
  static func isUndelivered(_ name: String, place: ArchiveFile.Place) -> Bool {
    place == .maildir && name == "tmp"
  }
}
