/// A character set as mail names it.
///
/// Labels mean what browsers take them to mean (WHATWG Encoding Standard §4.2: `iso-8859-1` is
/// windows-1252, `gb2312` is GB 18030, `ks_c_5601-1987` is windows-949), since that is what the mailers
/// that wrote them meant; labels beyond that list are those that old mailers made up.
public enum Charset: Sendable, Hashable {
  case ascii
  case utf8
  /// Also every label of ISO-8859-1, which it contains.
  case windows1252
  /// HZ (RFC 1843), GB 2312 in seven bits, which `iconv` does not know.
  case hz
  /// A set that the system's `iconv` knows under this name.
  case named(String)

  /// ISO-2022-JP by the name of the `iconv` set that has the most of it.
  static let iso2022JP = Charset.named("ISO-2022-JP-3")

  /// The set that a label means; nil for one that nobody knows or that means "unknown".
  public init?(label: String) {
    let bytes = Array(label.utf8)
    self.init(bytes.span, 0..<bytes.count)
  }

  /// The set that the label in `range` means.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let range = Self.bare(bytes, range)
    if bytes.equalsIgnoringCase("us-ascii", in: range) {
      self = .ascii
    } else if bytes.equalsIgnoringCase("utf-8", in: range) {
      self = .utf8
    } else if bytes.equalsIgnoringCase("iso-8859-1", in: range) {
      self = .windows1252
    } else {
      guard (1...40).contains(range.count) else { return nil }
      let label = bytes.string(in: range).lowercased()
      if let name = CharsetLabels.names[label] {
        self = Self.known(name)
      } else {
        guard label.utf8.allSatisfy({ $0.isLetter || $0.isDigit || "-_:.+".utf8.contains($0) }),
          CharsetConverter.exists(label)
        else { return nil }
        self = .named(label)
      }
    }
  }

  private static func known(_ name: String) -> Charset {
    switch name {
    case "US-ASCII": .ascii
    case "UTF-8": .utf8
    case "WINDOWS-1252": .windows1252
    case "HZ-GB-2312": .hz
    default: .named(name)
    }
  }

  /// The label without quotes, spaces and an RFC 2231 language.
  private static func bare(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var range = bytes.trimmed(range)
    while let first = range.first, bytes[first] == 0x22 || bytes[first] == 0x27 {
      range = (first + 1)..<range.upperBound
    }
    while let last = range.last,
      bytes[last] == 0x22 || bytes[last] == 0x27 || bytes[last] == 0x3B || bytes[last] == 0x2C
    {
      range = range.lowerBound..<last
    }
    if let star = bytes.firstIndex(of: 0x2A, in: range) { range = range.lowerBound..<star }
    return range
  }

  /// The name by which people know it.
  public var name: String {
    switch self {
    case .ascii: "us-ascii"
    case .utf8: "utf-8"
    case .windows1252: "windows-1252"
    case .hz: "hz-gb-2312"
    case .named(let name): name.lowercased()
    }
  }
}
