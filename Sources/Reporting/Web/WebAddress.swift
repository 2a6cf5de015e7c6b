/// A page of the local web site, and the address it stands at.
///
/// One value says both: what a link leads to and what a request asks for, so that a link can lead
/// nowhere but to a page there is.
public enum WebAddress: Sendable, Hashable {
  /// What the store holds, list by list.
  case lists
  /// What a query finds, by pages that are counted from 1; the newest first.
  case search(query: String, page: Int)
  /// The messages that go by a name: a Message-ID, or `sha256:` and digits.
  case message(name: String)
  /// The bytes of the message's entry, as they stand in the archive.
  case entry(name: String)
  /// The thread a message is in.
  case thread(name: String)
  /// The people whom a name or an address means; an empty one means everybody.
  case people(who: String)
  /// The claims in one person's posts.
  case claims(who: String)
  /// One person's contribution report.
  case report(who: String)

  /// Reads what follows the host in a request: a path and, after `?`, fields as HTML forms send them.
  /// nil where no page stands there. Linear in `target`.
  public init?(target: String) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let fields = Self.fields(of: parts.count > 1 ? parts[1] : "")
    switch parts.first ?? "" {
    case "/": self = .lists
    case "/search":
      // Pages beyond what anybody turns to would only have the store count up to them.
      let page = fields["page"].flatMap { Int($0) } ?? 1
      self = .search(query: fields["q"] ?? "", page: min(max(page, 1), Self.lastPage))
    case "/people": self = .people(who: fields["who"] ?? "")
    case "/message": self.init(fields["name"], Self.message)
    case "/entry": self.init(fields["name"], Self.entry)
    case "/thread": self.init(fields["name"], Self.thread)
    case "/claims": self.init(fields["who"], Self.claims)
    case "/report": self.init(fields["who"], Self.report)
    default: return nil
    }
  }

  private init?(_ field: String?, _ page: (String) -> WebAddress) {
    guard let field, !field.isEmpty else { return nil }
    self = page(field)
  }

  /// How far search results can be turned over.
  public static let lastPage = 1_000

  /// The path and fields that lead here.
  public var target: String {
    switch self {
    case .lists: "/"
    case .search(let query, let page):
      "/search?q=\(Self.encoded(query))" + (page == 1 ? "" : "&page=\(page)")
    case .message(let name): "/message?name=\(Self.encoded(name))"
    case .entry(let name): "/entry?name=\(Self.encoded(name))"
    case .thread(let name): "/thread?name=\(Self.encoded(name))"
    case .people(let who): who.isEmpty ? "/people" : "/people?who=\(Self.encoded(who))"
    case .claims(let who): "/claims?who=\(Self.encoded(who))"
    case .report(let who): "/report?who=\(Self.encoded(who))"
    }
  }

  /// The first value of each field of `application/x-www-form-urlencoded` (WHATWG URL, section 5.1).
  private static func fields(of query: Substring) -> [String: String] {
    var fields: [String: String] = [:]
    for field in query.split(separator: "&") {
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = decoded(parts[0])
      if fields[name] == nil { fields[name] = parts.count > 1 ? decoded(parts[1]) : "" }
    }
    return fields
  }

  /// `+` and `%XX` undone; what is no UTF-8 then reads U+FFFD.
  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        // `UInt8` reads a sign as well.
        guard digits.count == 2, digits.allSatisfy(\.isHexDigit),
          let value = UInt8(digits, radix: 16)
        else {
          bytes.append(byte)
          continue
        }
        bytes.append(value)
        rest = rest.dropFirst(2)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Everything but what RFC 3986, section 2.3, leaves unreserved as `%XX`.
  private static func encoded(_ text: String) -> String {
    var output = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        output.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        output += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return output
  }
}
