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

  @inline(__always) static var a: Self { Self("a") }
  @inline(__always) static var address: Self { Self("address") }
  @inline(__always) static var b: Self { Self("b") }
  @inline(__always) static var blockquote: Self { Self("blockquote") }
  @inline(__always) static var br: Self { Self("br") }
  @inline(__always) static var dd: Self { Self("dd") }
  @inline(__always) static var div: Self { Self("div") }
  @inline(__always) static var dfn: Self { Self("dfn") }
  @inline(__always) static var dl: Self { Self("dl") }
  @inline(__always) static var dt: Self { Self("dt") }
  @inline(__always) static var em: Self { Self("em") }
  @inline(__always) static var h1: Self { Self("h1") }
  @inline(__always) static var h2: Self { Self("h2") }
  @inline(__always) static var h3: Self { Self("h3") }
  @inline(__always) static var h4: Self { Self("h4") }
  @inline(__always) static var h5: Self { Self("h5") }
  @inline(__always) static var h6: Self { Self("h6") }
  @inline(__always) static var head: Self { Self("head") }
  @inline(__always) static var hr: Self { Self("hr") }
  @inline(__always) static var i: Self { Self("i") }
  @inline(__always) static var img: Self { Self("img") }
  @inline(__always) static var li: Self { Self("li") }
  @inline(__always) static var link: Self { Self("link") }
  @inline(__always) static var meta: Self { Self("meta") }
  @inline(__always) static var ol: Self { Self("ol") }
  @inline(__always) static var p: Self { Self("p") }
  @inline(__always) static var pre: Self { Self("pre") }
  @inline(__always) static var script: Self { Self("script") }
  @inline(__always) static var small: Self { Self("small") }
  @inline(__always) static var span: Self { Self("span") }
  @inline(__always) static var strong: Self { Self("strong") }
  @inline(__always) static var style: Self { Self("style") }
  @inline(__always) static var table: Self { Self("table") }
  @inline(__always) static var td: Self { Self("td") }
  @inline(__always) static var th: Self { Self("th") }
  @inline(__always) static var title: Self { Self("title") }
  @inline(__always) static var tr: Self { Self("tr") }
  @inline(__always) static var tt: Self { Self("tt") }
  @inline(__always) static var ul: Self { Self("ul") }
}
