import MailParsing

// The parts of a path, found in its bytes: a walk asks for them with every file.

extension String {
  /// The part after the last `/`, a trailing one left aside.
  var lastPathComponent: String {
    let path = utf8.span
    var end = path.count
    while end > 0, path[end - 1] == 0x2F { end -= 1 }
    let start = path.lastIndex(of: 0x2F, in: 0..<end).map { $0 + 1 } ?? 0
    return path.string(in: start..<end)
  }

  /// The part before the last `/`; empty where there is none.
  var deletingLastPathComponent: String {
    let path = utf8.span
    guard let slash = path.lastIndex(of: 0x2F, in: 0..<path.count) else { return "" }
    return path.string(in: 0..<slash)
  }
}
