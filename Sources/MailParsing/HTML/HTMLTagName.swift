/// The name of an HTML element, compared without regard to case.
///
/// Six bits a character, at most ten characters (`blockquote`), so that comparing two names is
/// comparing two words; a longer name, or one with other characters than letters and digits, is
/// ``other``.
struct HTMLTagName: Hashable {
  private let bits: UInt64

  /// The name in `range` of the bytes of a page.
  @inline(__always)
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var bits: UInt64 = 0
    guard range.count <= 10 else {
      self.bits = Self.otherBits
      return
    }
    for index in range {
      guard let code = Self.code(of: bytes[index]) else {
        self.bits = Self.otherBits
        return
      }
      bits = bits << 6 | code
    }
    self.bits = bits
  }

  /// The name that `literal` is.
  private init(_ literal: StaticString) {
    var bits: UInt64 = 0
    for character in literal.description.utf8 {
      bits = bits << 6 | (Self.code(of: character) ?? 63)
    }
    self.bits = bits
  }

  private static let otherBits = UInt64.max

  @inline(__always)
  private static func code(of byte: UInt8) -> UInt64? {
    let letter = (byte | 0x20) &- 0x61
    if letter < 26 { return UInt64(letter) + 1 }
    let digit = byte &- 0x30
    return digit < 10 ? UInt64(digit) + 27 : nil
  }

  static let a = Self("a")
  static let address = Self("address")
  static let b = Self("b")
  static let blockquote = Self("blockquote")
  static let br = Self("br")
  static let dd = Self("dd")
  static let div = Self("div")
  static let dfn = Self("dfn")
  static let dl = Self("dl")
  static let dt = Self("dt")
  static let em = Self("em")
  static let h1 = Self("h1")
  static let h2 = Self("h2")
  static let h3 = Self("h3")
  static let h4 = Self("h4")
  static let h5 = Self("h5")
  static let h6 = Self("h6")
  static let head = Self("head")
  static let hr = Self("hr")
  static let i = Self("i")
  static let img = Self("img")
  static let li = Self("li")
  static let link = Self("link")
  static let meta = Self("meta")
  static let ol = Self("ol")
  static let p = Self("p")
  static let pre = Self("pre")
  static let script = Self("script")
  static let span = Self("span")
  static let strong = Self("strong")
  static let style = Self("style")
  static let table = Self("table")
  static let td = Self("td")
  static let th = Self("th")
  static let title = Self("title")
  static let tr = Self("tr")
  static let tt = Self("tt")
  static let ul = Self("ul")
}
