/// Undoes what pipermail does to the addresses in a text: ` at ` for `@`, in a translated archive its
/// own word for it (` ＠ `, ` à `).
///
/// Pipermail replaced the `@` of whatever looked like an address: a word, `@`, a word. The reverse has
/// to tell `jane at example.org` from `have a look at example.org`: the second word must be a host's
/// name that ends in letters and is no file's name, the first none that English puts before *at*. Java
/// object names and revisions (`remoting.Channel at 1717113a`, `trunk at HEAD`) count too. Page and monthly text go
/// through here alike, so that they come out equal even where the guess is wrong.
struct ObscuredText {
  /// What the archive writes for `@`: its own word with a blank on either side, or any other mark; nil where
  /// it is *at*.
  private let ownWord: [UInt8]?
  /// Where ` at ` stands in the text; nil where it has to be searched for.
  private let ats: [Int]?
  /// Which of ``ats`` are known to have been an `@`, whatever the words around them.
  private let known: Set<Int>

  /// `separator` is the word that stands for `@`, nil for *at*; `ats` the places of ` at ` in the text that
  /// will be handed in, where they were looked for, and `known` those of them that were an `@` for certain.
  init(separator: String?, ats: [Int]? = nil, known: [Int] = []) {
    let separator = separator ?? "at"
    let isWord = separator != "at" && separator.utf8.allSatisfy { $0.isLetter || $0 >= 0x80 }
    ownWord = isWord ? Array(" \(separator) ".utf8) : nil
    self.ats = ats
    self.known = Set(known)
  }

  /// `mark` is what stands for `@`, blanks around it included.
  init(mark: [UInt8]) {
    ownWord = mark == Array(" at ".utf8) ? nil : mark
    (ats, known) = (nil, [])
  }

  /// Adds the text of `range` to `output` with the `@` of its addresses put back. Linear in `range`.
  func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    var copied = range.lowerBound
    func restore(_ mark: Range<Int>) {
      output.append(bytes, copied..<mark.lowerBound)
      output.append(0x40)
      copied = mark.upperBound
    }
    if ownWord == nil, let ats {
      for hit in ats[Self.firstIndex(in: ats, notBefore: copied)...] {
        let mark = hit..<hit + 4
        guard mark.upperBound <= range.upperBound else { break }
        if known.contains(hit)
          || host(bytes, after: mark, from: copied, to: range.upperBound) != nil
        {
          restore(mark)
        }
      }
    } else {
      var index = range.lowerBound
      while let mark = nextMark(bytes, in: index..<range.upperBound) {
        index = mark.upperBound
        if let host = host(bytes, after: mark, from: copied, to: range.upperBound) {
          restore(mark)
          index = host.upperBound
        }
      }
    }
    output.append(bytes, copied..<range.upperBound)
  }

  /// The index of the first of rising `places` that is not before `place`.
  private static func firstIndex(in places: [Int], notBefore place: Int) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func nextMark(_ bytes: Span<UInt8>, in range: Range<Int>) -> Range<Int>? {
    if let ownWord {
      return bytes.firstIndex(of: ownWord, in: range).map { $0..<$0 + ownWord.count }
    }
    return bytes.firstIndex(ofFour: 0x2074_6120, in: range).map { $0..<$0 + 4 }  // " at "
  }

  /// The host's name after `mark` where that stands for an `@`; nil where it is a word of the text.
  private func host(
    _ bytes: Span<UInt8>, after mark: Range<Int>, from begin: Int, to limit: Int
  ) -> Range<Int>? {
    // Both words may be no longer than RFC 5321 §4.5.3.1 lets them be; this also keeps the cost linear.
    var start = mark.lowerBound
    while start > begin, mark.lowerBound - start < 64, Self.isAtom(bytes[start - 1]) { start -= 1 }
    var end = mark.upperBound
    while end < limit, end - mark.upperBound < 255, Self.isHost(bytes[end]) { end += 1 }
    guard start < mark.lowerBound, end > mark.upperBound,
      Self.isAddress(
        bytes, local: start..<mark.lowerBound, host: mark.upperBound..<end,
        isEnglish: ownWord == nil)
    else { return nil }
    return mark.upperBound..<end
  }

  /// The characters that pipermail looks for before an `@`.
  private static func isAtom(_ byte: UInt8) -> Bool {
    isHost(byte) || byte == 0x2C
  }

  private static func isHost(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit
      || byte == 0x2D || byte == 0x2B || byte == 0x2E || byte == 0x5F
  }

  private static func isAddress(
    _ bytes: Span<UInt8>, local: Range<Int>, host: Range<Int>, isEnglish: Bool
  ) -> Bool {
    var end = host.upperBound
    while end > host.lowerBound, !bytes[end - 1].isLetter, !bytes[end - 1].isDigit { end -= 1 }
    let host = host.lowerBound..<end
    guard let dot = bytes.lastIndex(of: 0x2E, in: host) else {
      return isEnglish
        && (isObjectIdentity(bytes, local: local, host: host)
          || bytes.starts(with: "HEAD", at: host.lowerBound) && host.count == 4
          || isShellPrompt(bytes, local: local, host: host))
    }
    let suffix = (dot + 1)..<end
    // The host's name of a Unix that was given none.
    if bytes.starts(with: "localdomain", at: suffix.lowerBound) { return true }
    guard dot > host.lowerBound, (2...6).contains(suffix.count) else { return false }
    for index in suffix where !bytes[index].isLetter { return false }
    guard isEnglish else { return true }
    return !fileSuffixes.contains(bytes.string(in: suffix).lowercased())
      && !wordsBeforeAt.contains(bytes.string(in: local).lowercased())
  }

  /// Whether the words are a name with a dot or hyphen and a number, as a Java object prints itself and
  /// Subversion pins a path to a revision.
  private static func isObjectIdentity(
    _ bytes: Span<UInt8>, local: Range<Int>, host: Range<Int>
  ) -> Bool {
    guard host.count >= 4 else { return false }
    var hasDigit = false
    for index in host {
      guard bytes[index].hexadecimalValue != nil else { return false }
      if bytes[index].isDigit { hasDigit = true }
    }
    guard hasDigit, bytes[local.upperBound - 1].isLetter || bytes[local.upperBound - 1].isDigit
    else { return false }
    for index in local where bytes[index] == 0x2E || bytes[index] == 0x2D { return true }
    return false
  }

  /// Whether the words are those of a shell's prompt: `[ada at pump src]#`, `ada at pump:~/src$`.
  private static func isShellPrompt(
    _ bytes: Span<UInt8>, local: Range<Int>, host: Range<Int>
  ) -> Bool {
    if local.lowerBound > 0, bytes[local.lowerBound - 1] == 0x5B { return !host.isEmpty }
    guard host.upperBound + 1 < bytes.count, bytes[host.upperBound] == 0x3A else { return false }
    return bytes[host.upperBound + 1] == 0x7E || bytes[host.upperBound + 1] == 0x2F
  }

  /// Words that stand before *at* in English before a host's name, and are no local parts.
  private static let wordsBeforeAt: Set<String> = [
    "and", "archive", "archived", "are", "arrive", "artifacts", "available", "be", "been", "built",
    "cluster", "code", "directly", "docs", "done", "down", "example", "file", "files", "forth",
    "found", "get", "glance", "go", "good", "hackathon", "here", "host", "hosted", "in", "is", "it",
    "link", "live", "lives", "located", "look", "looked", "looking", "looks", "me", "now", "of",
    "off", "one", "online", "only", "or", "out", "over", "page", "participants", "people",
    "project", "publicly", "published", "registered", "repo", "repository", "requests", "running",
    "runs", "server", "site", "source", "stared", "staring", "that", "them", "there", "this", "up",
    "us", "version", "was", "website", "wiki", "you",
  ]

  /// Endings of file names and of dotted code, which are no top-level domains of mail.
  private static let fileSuffixes: Set<String> = [
    "args", "bz", "class", "cpp", "css", "gif", "gz", "htm", "html", "jar", "java", "jpg", "js",
    "json", "log", "pdf", "php", "png", "py", "rb", "rst", "svg", "tac", "tag", "tgz", "txt", "web",
    "xml", "xmlrpc", "zip",
  ]
}
