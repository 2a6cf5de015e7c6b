/// An MH folder: a message a file, named by its number.
enum MHFolder {
  /// Whether a directory with these names is an MH folder: it says so itself, or holds nothing but
  /// numbered files and hidden ones.
  static func isFolder(names: [String]) -> Bool {
    if names.contains(".mh_sequences") || names.contains(".xmhcache") { return true }
    let shown = names.filter { !$0.hasPrefix(".") }
    return shown.contains(where: isMessage)
      && shown.allSatisfy { isMessage(name: $0) || isRemoved(name: $0) }
  }

  /// Whether a file of an MH folder is a message that was removed, which MH keeps under its number for a
  /// while.
  static func isRemoved(name: String) -> Bool {
    (name.hasPrefix(",") || name.hasPrefix("#")) && isMessage(name: String(name.dropFirst()))
  }

  /// Whether a file of an MH folder is a message.
  static func isMessage(name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
