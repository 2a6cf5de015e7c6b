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

  /// The name that `literal` is, known when the program is built.
  @inline(__always)
  private init(_ literal: StaticString) {
    var bits: UInt64 = 0
    for index in 0..<literal.utf8CodeUnitCount {
      let character = unsafe literal.utf8Start[index]
      bits = bits << 6 | (Self.code(of: character) ?? 63)
    }
    self.bits = bits
  }

  private static var otherBits: UInt64 { .max }

  @inline(__always)
  private static func code(of byte: UInt8) -> UInt64? {
    let letter = (byte | 0x20) &- 0x61
    if letter < 26 { return UInt64(letter) + 1 }
    let digit = byte &- 0x30
    return digit < 10 ? UInt64(digit) + 27 : nil
  }

  static var a: Self { Self("a") }
  static var address: Self { Self("address") }
  static var b: Self { Self("b") }
  static var blockquote: Self { Self("blockquote") }
  static var br: Self { Self("br") }
  static var dd: Self { Self("dd") }
  static var div: Self { Self("div") }
  static var dfn: Self { Self("dfn") }
  static var dl: Self { Self("dl") }
  static var dt: Self { Self("dt") }
  static var em: Self { Self("em") }
  static var h1: Self { Self("h1") }
  static var h2: Self { Self("h2") }
  static var h3: Self { Self("h3") }
  static var h4: Self { Self("h4") }
  static var h5: Self { Self("h5") }
  static var h6: Self { Self("h6") }
  static var head: Self { Self("head") }
  static var hr: Self { Self("hr") }
  static var i: Self { Self("i") }
  static var img: Self { Self("img") }
  static var li: Self { Self("li") }
  static var link: Self { Self("link") }
  static var meta: Self { Self("meta") }
  static var ol: Self { Self("ol") }
  static var p: Self { Self("p") }
  static var pre: Self { Self("pre") }
  static var script: Self { Self("script") }
  static var span: Self { Self("span") }
  static var strong: Self { Self("strong") }
  static var style: Self { Self("style") }
  static var table: Self { Self("table") }
  static var td: Self { Self("td") }
  static var th: Self { Self("th") }
  static var title: Self { Self("title") }
  static var tr: Self { Self("tr") }
  static var tt: Self { Self("tt") }
  static var ul: Self { Self("ul") }
}
