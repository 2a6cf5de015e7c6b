import MailParsing

/// A directory as Hypermail lays out a list: `0012.html`, and in `att-0012/` the parts of that post that it
/// stored as files.
enum HypermailDirectory {
  /// Whether the directory at `path` holds the parts of a post whose page lies beside it.
  static func holdsParts(_ path: String) -> Bool {
    let name = path.lastPathComponent
    guard name.hasPrefix("att-"), name.utf8.count > 4 else { return false }
    let number = name.dropFirst(4)
    guard number.utf8.allSatisfy(\.isDigit) else { return false }
    let around = path.deletingLastPathComponent
    let page = around.isEmpty ? "\(number).html" : "\(around)/\(number).html"
    return (try? OpenFile.status(of: page, followingLinks: true))?.kind == .file
  }
}
