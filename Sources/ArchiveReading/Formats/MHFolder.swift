/// An MH folder: a message a file, named by its number.
enum MHFolder {
  /// Whether a directory with these names is an MH folder: it says so itself, or holds nothing but
  /// numbered files and hidden ones.
  static func isFolder(names: [String]) -> Bool {
    if names.contains(".mh_sequences") || names.contains(".xmhcache") { return true }
    let shown = names.filter { !$0.hasPrefix(".") }
    return !shown.isEmpty && shown.allSatisfy(isMessage(name:))
  }

  /// Whether a file of an MH folder is a message; one named with a comma was removed and is kept.
  static func isMessage(name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
