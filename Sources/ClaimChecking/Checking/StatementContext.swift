public import ArchiveStorage
import MailParsing

/// What a statement as a whole is about, and the paragraphs its claims stand in.
public struct StatementContext: Sendable {
  /// Names of projects, the most often said first.
  public let projects: [String]
  private let scalars: [Unicode.Scalar]

  /// Reads a statement. An employer is no project where the statement says who worked at it. Linear.
  public init(_ statement: Statement, employers: [String] = []) {
    scalars = Array(statement.text.unicodeScalars)
    let words = Words.of(statement.text)
    let employers = employers.compactMap { Organisation($0) }.filter { $0.isWorkedAt(in: words) }
    let tagged = Self.tagged(in: statement)
    let recurring = Self.recurringNames(in: statement.text).filter { name in
      !Words.of(name).contains { word in employers.contains { $0.core.contains(word.whole) } }
    }
    var seen = Set<String>()
    // A name said as it is written in the text is better to show than a list's.
    projects = (recurring + tagged).filter { seen.insert($0.lowercased()).inserted }
  }

  /// The paragraph's text up to an offset. Paragraphs end at an empty line.
  func paragraph(before offset: Int) -> String {
    let end = min(max(offset, 0), scalars.count)
    var start = end
    while start > 0 {
      if start >= 2, scalars[start - 1] == "\n", scalars[start - 2] == "\n" { break }
      start -= 1
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<end])
    return String(text)
  }

  /// Names of lists and tags of subjects (`[openstack-dev]`) without the words that lists are called by.
  private static func tagged(in statement: Statement) -> [String] {
    let list: String? =
      switch statement {
      case .post(let stored): stored.message.list ?? stored.appearances.first?.list
      case .document: nil
      }
    let head = statement.text.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: true)
      .prefix(3).joined(separator: "\n")
    var texts = [list].compactMap(\.self)
    for text in [statement.subject, head] {
      for piece in text.split(separator: "[", omittingEmptySubsequences: false).dropFirst() {
        if let end = piece.firstIndex(of: "]") { texts.append(String(piece[..<end])) }
      }
    }
    let kinds: Set = [
      "dev", "devel", "discuss", "users", "user", "announce", "list", "ptl", "tc", "all",
      "election",
      "elections", "candidacy", "general", "help", "patch", "rfc", "ptls",
    ]
    return texts.flatMap { Words.of($0).map(\.whole) }
      .filter { !kinds.contains($0) && $0.contains(where: \.isLetter) && $0.utf8.count > 2 }
  }

  /// What a hyphen joins to a name with a capital or a digit: the `-V` of `Hyper-V`.
  private static func suffix(of word: Words.Word, in scalars: [Unicode.Scalar]) -> String {
    let rest = scalars[word.range.upperBound...]
    guard rest.first == "-" else { return "" }
    let joined = rest.dropFirst().prefix {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    guard let first = joined.first, first.properties.isUppercase || !first.properties.isAlphabetic
    else { return "" }
    return "-" + String(String.UnicodeScalarView(joined))
  }

  /// Names that recur: words with a capital, met three times or more within sentences.
  private static func recurringNames(in text: String) -> [String] {
    var counts: [String: Int] = [:]
    let scalars = Array(text.unicodeScalars)
    for word in Words.of(text) {
      guard word.text.first?.isUppercase == true, word.whole.utf8.count > 2,
        !Vocabulary.empty.contains(word.whole), !Vocabulary.work.contains(word.whole),
        !Vocabulary.titleHeads.contains(word.whole)
      else { continue }
      let before = scalars[..<word.range.lowerBound].reversed()
        .first { !$0.properties.isWhitespace }
      let opensSentence = before.map { ".!?:*-".unicodeScalars.contains($0) } ?? true
      guard !opensSentence || !word.parts.isEmpty else { continue }
      counts[String(word.text) + Self.suffix(of: word, in: scalars), default: 0] += 1
    }
    return counts.filter { $0.value >= 3 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map(\.key)
  }
}
