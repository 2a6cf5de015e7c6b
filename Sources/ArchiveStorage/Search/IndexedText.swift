internal import MailParsing

/// What of a message goes into the index of words, and in which form.
///
/// FTS5's `unicode61` cuts at everything that is no letter or digit, so that `impl_example.py` and
/// `foo-api` are found by their parts and, as phrases, whole. The parts of words that a change of case
/// joins follow the text, where no phrase of the text can run into them. Scripts written without spaces would
/// become one token a sentence: their characters are set apart here, and a word in them is searched as
/// the phrase of its characters.
struct IndexedText: Equatable {
  var subject: String
  var author: String
  var text: String

  init(_ message: Message) {
    subject = Self.withParts(message.subject)
    author = Self.spaced(message.from.map { "\($0.name) \($0.email)" }.joined(separator: " "))
    text = Self.withParts(message.text)
  }

  private static func withParts(_ text: String) -> String {
    var words = CompoundWords()
    words.add(text)
    let spaced = spaced(text)
    return words.parts.isEmpty ? spaced : spaced + String(decoding: words.parts, as: UTF8.self)
  }

  /// `text` with a space before and after each character of a script that is written without spaces.
  /// ASCII, Latin, Greek and Cyrillic come back as they are.
  static func spaced(_ text: String) -> String {
    // Every such character has a first byte of 0xE1 or more in UTF-8; most mail has none.
    guard highestByte(of: text) >= 0xE1 else { return text }
    var spaced = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isUnspaced(scalar) {
        spaced.append(" ")
        spaced.append(scalar)
        spaced.append(" ")
      } else {
        spaced.append(scalar)
      }
    }
    return String(spaced)
  }

  /// The largest byte of a text's UTF-8, found by comparing many at once.
  private static func highestByte(of text: String) -> UInt8 {
    var text = text
    return text.withUTF8 { bytes in unsafe bytes.reduce(0) { max($0, $1) } }
  }

  /// True for Han, kana, Hangul syllables, Thai, Lao, Khmer and Myanmar letters (Unicode blocks).
  static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E01...0x0EFF, 0x1000...0x109F, 0x1780...0x17DD: true
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    case 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x3134F: true
    default: false
    }
  }
}

/// Whether a message brings a change to a program.
enum PatchMark {
  /// True where a patch is attached, or the text holds a unified diff: a `+++ ` line and an `@@` line
  /// after it.
  static func isIn(_ message: Message) -> Bool {
    if message.attachments.contains(where: isPatch) { return true }
    var text = message.text
    return text.withUTF8 { bytes in
      var hasHeader = false
      var lineStart = 0
      // A line at a time: most begin with neither sign, and are passed over by one look.
      while lineStart + 4 <= bytes.count {
        let first = unsafe bytes[lineStart]
        if first == UInt8(ascii: "+"), unsafe bytes[lineStart + 1] == first,
          unsafe bytes[lineStart + 2] == first, unsafe bytes[lineStart + 3] == UInt8(ascii: " ")
        {
          hasHeader = true
        }
        if hasHeader, first == UInt8(ascii: "@"), unsafe bytes[lineStart + 1] == first,
          unsafe bytes[lineStart + 3] == UInt8(ascii: "-")
        {
          return true
        }
        guard let end = unsafe bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) else { break }
        lineStart = end + 1
      }
      return false
    }
  }

  private static func isPatch(_ attachment: Attachment) -> Bool {
    if ["text/x-diff", "text/x-patch"].contains(attachment.type) { return true }
    let name = attachment.name?.lowercased() ?? ""
    return name.hasSuffix(".patch") || name.hasSuffix(".diff")
  }
}
