/// What a part says of itself in Content-Type and Content-Disposition (RFC 2045 §5, RFC 2183) with
/// parameters continued and encoded after RFC 2231.
struct ContentType {
  /// `text/plain`, lower-cased; empty where the field says nothing usable.
  private(set) var type = ""
  private(set) var parameters = ParameterList()
  /// The set of a field that reads `text/plain; charset=…` and no more, as nearly all do; its parameter
  /// is then not in ``parameters``.
  private(set) var commonCharset: Charset?

  /// Whether nothing usable was declared; then RFC 2045 §5.2 takes text/plain.
  var isAbsent: Bool { type.isEmpty }
  var isMultipart: Bool { type.hasPrefix("multipart/") }
  var isMessage: Bool {
    type == "message/rfc822" || type == "message/global" || type == "message/news"
  }

  init() {}

  /// What a part of a multipart/digest is where it says nothing (RFC 2046 §5.1.5).
  static let digestDefault: ContentType = {
    var type = ContentType()
    type.type = "message/rfc822"
    return type
  }()

  /// Reads a Content-Type or Content-Disposition value.
  init(_ bytes: Span<UInt8>, _ value: Range<Int>) {
    if let charset = Self.commonCharset(bytes, value) {
      type = "text/plain"
      commonCharset = charset
      return
    }
    var end = value.lowerBound
    var raw: [UInt8] = []
    while end < value.upperBound, bytes[end] != 0x3B {
      let byte = bytes[end]
      if byte == 0x28 {
        while end < value.upperBound, bytes[end] != 0x29 { end += 1 }
      } else if !byte.isMailSpace, byte != 0x22 {
        // A comma or `=` where the `;` should be ends the type all the same.
        if byte == 0x2C || byte == 0x3D { break }
        raw.append(byte.lowercasedASCII)
      } else if byte.isMailSpace, !raw.isEmpty, raw.last != 0x2F, end + 1 < value.upperBound,
        bytes[end + 1].isLetter
      {
        break
      }
      end += 1
    }
    type = String(decoding: raw, as: UTF8.self)
    if type == "text" { type = "text/plain" }
    parameters.read(bytes, min(end, value.upperBound)..<value.upperBound)
  }
}

extension ContentType {
  /// Forgets a media type that is not two words with a slash between; what begins as text is plain text.
  /// RFC 2045 §5.2 takes the one for the other.
  mutating func dropMalformedType() {
    let slash = UInt8(ascii: "/")
    let letters = type.utf8
    let isWellFormed =
      commonCharset != nil
      || letters.count(where: { $0 == slash }) == 1
        && letters.first != slash && letters.last != slash
    if isWellFormed { return }
    type = type.hasPrefix("text/") ? "text/plain" : ""
  }

  private static func commonCharset(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Charset? {
    var index = value.lowerBound
    guard bytes.startsIgnoringCase(with: "text/plain", at: index) else { return nil }
    index += 10
    if index == value.upperBound { return .ascii }
    guard bytes[index] == 0x3B else { return nil }
    index += 1
    while index < value.upperBound, bytes[index].isMailSpace { index += 1 }
    guard bytes.startsIgnoringCase(with: "charset=", at: index) else { return nil }
    var label = (index + 8)..<max(index + 8, value.upperBound)
    if label.count > 2, bytes[label.lowerBound] == 0x22, bytes[label.upperBound - 1] == 0x22 {
      label = (label.lowerBound + 1)..<(label.upperBound - 1)
    }
    if bytes.equalsIgnoringCase("us-ascii", in: label) { return .ascii }
    if bytes.equalsIgnoringCase("iso-8859-1", in: label) { return .windows1252 }
    return bytes.equalsIgnoringCase("utf-8", in: label) ? .utf8 : nil
  }

  /// Whether plain ASCII bytes are not yet the text: format=flowed, or a set that writes others in them.
  var changesPlainText: Bool {
    guard commonCharset == nil, !isAbsent else { return false }
    if isFlowed { return true }
    guard let label = parameters.raw("charset") else { return false }
    let span = label.span
    return Self.changingLabels.contains { span.startsIgnoringCase(with: $0, at: 0) }
  }

  /// How the labels of UTF-7 and HZ begin.
  private static let changingLabels: [StaticString] = [
    "utf-7", "utf7", "unicode", "x-unicode", "csunicode", "hz", "x-hz",
  ]
}

extension ContentType {
  var isFlowed: Bool {
    parameters.raw("format").map { String(decoding: $0, as: UTF8.self).lowercased() == "flowed" }
      ?? false
  }
  var deletesSpace: Bool {
    parameters.raw("delsp").map { String(decoding: $0, as: UTF8.self).lowercased() == "yes" }
      ?? false
  }
}

/// The parameters of a structured field.
struct ParameterList {
  private struct Piece {
    var name: String
    var section: Int?
    var isEncoded: Bool
    var value: [UInt8]
  }

  private var pieces: [Piece] = []

  /// The most parameters that are kept.
  private static let limit = 64

  /// Reads `; name=value` pairs; what is no pair is passed over.
  mutating func read(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound, pieces.count < Self.limit {
      while index < range.upperBound,
        bytes[index].isMailSpace || bytes[index] == 0x3B
          || bytes[index] == 0x2C
      {
        index += 1
      }
      if index < range.upperBound, bytes[index] == 0x28,
        let close = bytes.firstIndex(of: 0x29, in: index..<range.upperBound)
      {
        index = close + 1
        continue
      }
      let nameStart = index
      while index < range.upperBound, bytes[index] != 0x3D, bytes[index] != 0x3B { index += 1 }
      let name = bytes.trimmed(nameStart..<index)
      guard index < range.upperBound, bytes[index] == 0x3D else { continue }
      index += 1
      while index < range.upperBound, bytes[index].isMailSpace { index += 1 }
      var value: [UInt8] = []
      if index < range.upperBound, bytes[index] == 0x22 {
        index += 1
        while index < range.upperBound, bytes[index] != 0x22 {
          if bytes[index] == 0x5C, index + 1 < range.upperBound { index += 1 }
          if bytes[index] != 0x0D, bytes[index] != 0x0A { value.append(bytes[index]) }
          index += 1
        }
        index += 1
        while index < range.upperBound, bytes[index] != 0x3B { index += 1 }
      } else {
        let start = index
        while index < range.upperBound, bytes[index] != 0x3B, bytes[index] != 0x28 { index += 1 }
        let raw = bytes.trimmed(start..<index)
        for place in raw where bytes[place] != 0x0D && bytes[place] != 0x0A {
          value.append(bytes[place])
        }
        if index < range.upperBound, bytes[index] == 0x28 {
          while index < range.upperBound, bytes[index] != 0x3B { index += 1 }
        }
      }
      add(bytes.string(in: name).lowercased(), value)
    }
  }

  private mutating func add(_ name: String, _ value: [UInt8]) {
    guard !name.isEmpty, name.utf8.count <= 80 else { return }
    guard name.utf8.contains(0x2A) else {
      return pieces.append(Piece(name: name, section: nil, isEncoded: false, value: value))
    }
    let parts = name.split(separator: "*", omittingEmptySubsequences: false)
    pieces.append(
      Piece(
        name: String(parts[0]), section: Int(parts[1]), isEncoded: parts.last == "", value: value))
  }

  /// The raw bytes of a parameter, continuations joined; nil where it is absent.
  func raw(_ name: String) -> [UInt8]? {
    value(of: name)?.bytes
  }

  /// A parameter as text: RFC 2231's set, or the encoded-words that many mailers write instead; nil where
  /// it is absent or blank.
  func text(_ name: String) -> String? {
    guard let (bytes, charset) = value(of: name) else { return nil }
    var output: [UInt8] = []
    if let charset {
      _ = TextDecoder.decode(bytes.span, 0..<bytes.count, as: charset, into: &output)
    } else {
      var header = HeaderText(origin: 0)
      _ = header.append(bytes.span, 0..<bytes.count, into: &output)
    }
    let text = output.span.trimmed(0..<output.count)
    return text.isEmpty ? nil : output.span.string(in: text)
  }

  private func value(of name: String) -> (bytes: [UInt8], charset: Charset?)? {
    let mine = pieces.filter { $0.name == name }
    guard let only = mine.first else { return nil }
    if mine.count == 1, !only.isEncoded { return (only.value, nil) }
    let continued = mine.filter { $0.section != nil }.sorted { $0.section! < $1.section! }
    var chosen = continued
    if continued.isEmpty { chosen = [mine.first { $0.isEncoded } ?? mine[0]] }
    var bytes: [UInt8] = []
    var charset: Charset?
    for (number, piece) in chosen.enumerated() {
      guard piece.isEncoded else {
        bytes += piece.value
        continue
      }
      var value = piece.value[...]
      if number == 0, let first = value.firstIndex(of: 0x27),
        let second = value[(first + 1)...].firstIndex(of: 0x27)
      {
        charset = Charset(label: String(decoding: value[..<first], as: UTF8.self))
        value = value[(second + 1)...]
      }
      bytes += Self.unpercent(Array(value))
    }
    return (bytes, charset)
  }

  private static func unpercent(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count,
        let value = UInt8(
          String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        output.append(value)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }
}
