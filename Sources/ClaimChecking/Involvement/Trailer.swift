import ArchiveStorage
import MailParsing

/// A line at the end of a commit's message that names who took which part: `Reviewed-by: Ann <ann@…>`.
struct Trailer: Hashable {
  var part: Involvement.Part
  var who: Address

  /// The trailers of a message that tell of a part taken, in order, each once.
  static func all(in message: String) -> [Trailer] {
    var trailers: [Trailer] = []
    for line in message.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":"), let part = parts[line[..<colon].lowercased()],
        let who = address(String(line[line.index(after: colon)...]))
      else { continue }
      let trailer = Trailer(part: part, who: who)
      if !trailers.contains(trailer) { trailers.append(trailer) }
    }
    return trailers
  }

  private static func address(_ text: String) -> Address? {
    let open = text.firstIndex(of: "<") ?? text.endIndex
    let rest = text[open...].dropFirst()
    let email = rest[..<(rest.firstIndex(of: ">") ?? rest.endIndex)]
    let name = text[..<open].filter { $0 != "\"" }.trimmingSpaces
    guard !name.isEmpty || email.contains("@") else { return nil }
    return Address(name: name, email: String(email))
  }

  /// `Signed-off-by` tells who passed a change on, and is no part of the work.
  private static let parts: [String: Involvement.Part] = [
    "co-authored-by": .carried, "co-developed-by": .carried,
    "reviewed-by": .reviewed, "acked-by": .reviewed, "tested-by": .reviewed,
    "reported-by": .thanked, "suggested-by": .thanked, "thanks-to": .thanked,
    "reported-and-tested-by": .thanked, "debugged-by": .thanked,
  ]
}

extension StringProtocol {
  /// Without white space at its ends.
  fileprivate var trimmingSpaces: String {
    let head = drop(while: \.isWhitespace)
    return String(head.reversed().drop(while: \.isWhitespace).reversed())
  }
}
