/// One of the four index pages of a pipermail month: which pages there are, and in the index by thread
/// which answers which.
///
/// The thread index knows the parent of posts whose own pages no longer name it.
public struct PipermailIndexPage: Sendable, Hashable {
  /// What the index is sorted by.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    case thread, date, subject, author

    /// How links to the index of this order begin.
    var link: StaticString {
      switch self {
      case .thread: "thread.html"
      case .date: "date.html"
      case .subject: "subject.html"
      case .author: "author.html"
      }
    }
  }

  /// A post that the index lists.
  public struct Entry: Sendable, Hashable {
    /// The post's page, relative to the index.
    public var href: String
    /// The subject, decoded.
    public var subject: String
    /// The author's name, decoded.
    public var author: String
    /// The page of the post it answers; nil for a thread's first post and outside the index by thread.
    public var parent: String?
    /// The Message-ID that newer indexes name in a comment; nil where it does not stand.
    public var messageID: String?
  }

  /// The posts in the page's order.
  public private(set) var entries: [Entry] = []

  /// The parent's page of every page that has one.
  public var parents: [String: String] {
    var parents: [String: String] = [:]
    for entry in entries { parents[entry.href] = entry.parent }
    return parents
  }

  /// Reads the index. Never fails: what is no index has no entries. Linear in the page.
  public init(_ bytes: Span<UInt8>) {
    let page = PageText(bytes)
    var reader = ThreadIndexReader()
    page.withUTF8(bytes) { reader.read($0) }
    entries = reader.entries
  }
}

/// Follows the tags of an index page.
private struct ThreadIndexReader {
  var entries: [PipermailIndexPage.Entry] = []
  private var threads = ThreadKeys()
  private var key: [UInt8]?
  private var depth = 0
  /// The last entry at each depth of nested lists, for indexes without keys.
  private var lastAtDepth: [Int: String] = [:]
  private var subject: [UInt8]?
  private var author: [UInt8]?

  mutating func read(_ page: Span<UInt8>) {
    var tokens = HTMLTokenizer(0..<page.count)
    while let token = tokens.next(page) {
      switch token {
      case .comment(let range): key = ThreadKeys.key(page, range)
      case .start(.ul, _): depth += 1
      case .end(.ul): depth = max(0, depth - 1)
      case .start(.a, let attributes): anchor(page, attributes)
      case .end(.a): finishSubject()
      case .start(.i, _): author = []
      case .end(.i): finishAuthor()
      case .text(let range):
        if subject != nil {
          subject?.append(decodingEntitiesOf: page, range)
        } else {
          author?.append(decodingEntitiesOf: page, range)
        }
      default: break
      }
    }
  }

  private mutating func anchor(_ page: Span<UInt8>, _ attributes: Range<Int>) {
    guard let href = page.attribute("href", in: attributes), isPost(page, href) else { return }
    var entry = PipermailIndexPage.Entry(
      href: page.string(in: href), subject: "", author: "", parent: nil, messageID: nil)
    if let key {
      entry.messageID = ThreadKeys.messageID(key)
      entry.parent = threads.add(key, href: entry.href)
    } else {
      // A deeper list answers the last post of the one around it. Depth is bounded by the page.
      var outer = depth - 1
      let lowest = max(0, depth - 64)
      while outer >= lowest, entry.parent == nil {
        entry.parent = lastAtDepth[outer]
        outer -= 1
      }
      for deeper in (depth + 1)..<(depth + 65) { lastAtDepth[deeper] = nil }
      lastAtDepth[depth] = entry.href
    }
    key = nil
    entries.append(entry)
    subject = []
  }

  /// Posts are numbered: six digits or more and `.html`.
  private func isPost(_ page: Span<UInt8>, _ href: Range<Int>) -> Bool {
    var index = href.lowerBound
    while index < href.upperBound, page[index].isDigit { index += 1 }
    return index > href.lowerBound && page.equalsIgnoringCase(".html", in: index..<href.upperBound)
  }

  private mutating func finishSubject() {
    guard let text = subject, !entries.isEmpty else { return }
    entries[entries.count - 1].subject = String(
      decoding: text.foldingWhiteSpace(), as: UTF8.self)
    subject = nil
  }

  private mutating func finishAuthor() {
    guard let text = author, !entries.isEmpty else { return }
    if entries[entries.count - 1].author.isEmpty {
      entries[entries.count - 1].author = String(
        decoding: text.foldingWhiteSpace(), as: UTF8.self)
    }
    author = nil
  }
}

/// The keys by which pipermail sorts its index by thread: `<!--2 01330598382/id@host-01330598802/id2@host- -->`,
/// where a post's key continues its parent's.
private struct ThreadKeys {
  /// The keys above the last one, each the beginning of the next.
  private var path: [(key: [UInt8], href: String)] = []

  /// The key in a comment, or nil where it holds none.
  static func key(_ page: Span<UInt8>, _ comment: Range<Int>) -> [UInt8]? {
    var start = comment.lowerBound
    while start < comment.upperBound, page[start].isDigit { start += 1 }
    guard start > comment.lowerBound, start < comment.upperBound, page[start] == 0x20 else {
      return nil
    }
    let key = page.trimmed(start..<comment.upperBound)
    return key.isEmpty ? nil : [UInt8](page, key)
  }

  /// The Message-ID at the key's end; nil where keys are dates only.
  static func messageID(_ key: [UInt8]) -> String? {
    guard key.last == 0x2D, let slash = key.lastIndex(of: 0x2F) else { return nil }
    // An id may hold a slash of its own: the segment begins after the last `-`, ten or more digits and `/`.
    var start = slash
    var index = key.count - 1
    while index > 0 {
      index -= 1
      guard key[index] == 0x2F, index >= 10, key[(index - 10)..<index].allSatisfy(\.isDigit) else {
        continue
      }
      start = index
      break
    }
    let id = String(decoding: key[(start + 1)..<(key.count - 1)], as: UTF8.self)
    return id.isEmpty ? nil : id
  }

  /// Takes in the next key and gives the page of its parent.
  mutating func add(_ key: [UInt8], href: String) -> String? {
    while let last = path.last, !(key.count > last.key.count && key.starts(with: last.key)) {
      path.removeLast()
    }
    let parent = path.last?.href
    path.append((key, href))
    return parent
  }
}
