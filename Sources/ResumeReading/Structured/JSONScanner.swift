/// A JSON value that knows where it stands.
struct JSONValue: Sendable {
  /// What it holds.
  indirect enum Content: Sendable {
    case object([(key: String, value: JSONValue)])
    case array([JSONValue])
    case string(String)
    case number(String)
    case bool(Bool)
    case null
  }
  var content: Content
  /// Unicode scalar offsets, a string's quotes left out.
  var range: Range<Int>

  /// A member of an object; nil for another value or a missing key. The last of repeated keys counts.
  subscript(key: String) -> JSONValue? {
    if case .object(let members) = content { members.last { $0.key == key }?.value } else { nil }
  }
  /// The members of an array; empty for another value.
  var items: [JSONValue] { if case .array(let items) = content { items } else { [] } }
  /// The text of a string that is not empty, or a number's digits.
  var string: String? {
    switch content {
    case .string(let text): text.trimmed.isEmpty ? nil : text
    case .number(let digits): digits
    default: nil
    }
  }
}

/// Reads JSON (RFC 8259) with the place of every value, for which Foundation's reader has no room.
///
/// Linear; nesting is limited, and objects and arrays are kept on a stack of their own.
struct JSONScanner {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  /// Why a text is no JSON, and where.
  struct Failure: Error {
    var offset: Int
    var expected: String
  }

  /// How deep objects and arrays may lie in one another.
  private static let depthLimit = 100

  /// Prepares a text.
  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// An object or array whose members are still being read.
  private struct Open {
    var start: Int
    var isObject: Bool
    var members: [(key: String, value: JSONValue)] = []
    var items: [JSONValue] = []
    var key: String?
  }

  /// The one value that the text holds.
  mutating func value() throws(Failure) -> JSONValue {
    var stack: [Open] = []
    while true {
      skipSpace()
      var done: JSONValue
      if let open = stack.last, open.isObject, open.key == nil {
        if take("}") {
          done = closed(stack.removeLast())
        } else {
          guard position < scalars.count, scalars[position] == "\"" else {
            throw fail("a key in quotes")
          }
          stack[stack.count - 1].key = try string().text
          skipSpace()
          guard take(":") else { throw fail("a colon") }
          continue
        }
      } else if let open = stack.last, !open.isObject, open.items.isEmpty, take("]") {
        done = closed(stack.removeLast())
      } else if position < scalars.count, scalars[position] == "{" || scalars[position] == "[" {
        guard stack.count < Self.depthLimit else { throw fail("less nesting") }
        stack.append(Open(start: position, isObject: scalars[position] == "{"))
        position += 1
        continue
      } else {
        done = try scalar()
      }
      // A finished value goes into what is open around it, which may end with it.
      while true {
        guard let open = stack.last else {
          skipSpace()
          guard position == scalars.count else { throw fail("the end of the text") }
          return done
        }
        if open.isObject, let key = open.key {
          stack[stack.count - 1].members.append((key, done))
          stack[stack.count - 1].key = nil
        } else {
          stack[stack.count - 1].items.append(done)
        }
        skipSpace()
        if take(",") {
          skipSpace()
          break
        }
        guard take(open.isObject ? "}" : "]") else {
          throw fail("a comma or the end of what is open")
        }
        done = closed(stack.removeLast())
      }
    }
  }

  private func closed(_ open: Open) -> JSONValue {
    JSONValue(
      content: open.isObject ? .object(open.members) : .array(open.items),
      range: open.start..<position)
  }

  private mutating func scalar() throws(Failure) -> JSONValue {
    guard position < scalars.count else { throw fail("a value") }
    let start = position
    if scalars[position] == "\"" {
      let (text, range) = try string()
      return JSONValue(content: .string(text), range: range)
    }
    for (word, content) in [
      ("true", JSONValue.Content.bool(true)), ("false", .bool(false)), ("null", .null),
    ]
    where scalars[position...].starts(with: word.unicodeScalars) {
      position += word.unicodeScalars.count
      return JSONValue(content: content, range: start..<position)
    }
    while position < scalars.count, "+-.0123456789eE".unicodeScalars.contains(scalars[position]) {
      position += 1
    }
    guard position > start else { throw fail("a value") }
    return JSONValue(
      content: .number(String(String.UnicodeScalarView(scalars[start..<position]))),
      range: start..<position)
  }

  private mutating func string() throws(Failure) -> (text: String, range: Range<Int>) {
    position += 1
    let start = position
    var text = String.UnicodeScalarView()
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if scalar == "\"" { return (String(text), start..<position - 1) }
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      guard position < scalars.count else { break }
      let escape = scalars[position]
      position += 1
      switch escape {
      case "n": text.append("\n")
      case "t": text.append("\t")
      case "r": text.append("\r")
      case "b", "f": text.append(" ")
      case "u": text.append(try escaped())
      default: text.append(escape)
      }
    }
    throw fail("a closing quote")
  }

  /// The scalar of `\uXXXX`, two of them for one beyond the basic plane.
  private mutating func escaped() throws(Failure) -> Unicode.Scalar {
    let high = try unit()
    if (0xD800...0xDBFF).contains(high), position + 1 < scalars.count, scalars[position] == "\\",
      scalars[position + 1] == "u"
    {
      position += 2
      let low = try unit()
      guard (0xDC00...0xDFFF).contains(low) else { return "\u{FFFD}" }
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }
    return Unicode.Scalar(high) ?? "\u{FFFD}"
  }

  private mutating func unit() throws(Failure) -> UInt32 {
    guard position + 4 <= scalars.count else { throw fail("four hexadecimal digits") }
    var value: UInt32 = 0
    for scalar in scalars[position..<position + 4] {
      guard let digit = Character(scalar).hexDigitValue else {
        throw fail("four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return value
  }

  private mutating func skipSpace() {
    while position < scalars.count, [" ", "\n", "\r", "\t", "\u{FEFF}"].contains(scalars[position])
    { position += 1 }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard position < scalars.count, scalars[position] == sign else { return false }
    position += 1
    return true
  }

  private func fail(_ expected: String) -> Failure { Failure(offset: position, expected: expected) }
}
