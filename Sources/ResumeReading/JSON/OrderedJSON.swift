/// JSON with its members in the order they are given, written with two spaces of indent.
///
/// Foundation's encoder sorts members by name or not at all; a document for people keeps its order.
package indirect enum OrderedJSON {
  case null
  case string(String)
  case number(Int)
  case bool(Bool)
  case array([OrderedJSON])
  case object([(String, OrderedJSON)])

  /// The string, or null.
  package static func string(_ text: String?) -> OrderedJSON { text.map { .string($0) } ?? .null }

  /// The number, or null.
  package static func number(_ number: Int?) -> OrderedJSON { number.map { .number($0) } ?? .null }

  /// The strings in their order.
  package static func strings(_ texts: [String]) -> OrderedJSON {
    .array(texts.map { .string($0) })
  }

  /// `[start, end]`, half-open.
  package static func range(_ range: Range<Int>) -> OrderedJSON {
    .array([.number(range.lowerBound), .number(range.upperBound)])
  }

  /// An object of those members that have a value.
  package static func present(_ members: [(String, OrderedJSON?)]) -> OrderedJSON {
    .object(members.compactMap { name, value in value.map { (name, $0) } })
  }

  /// The document, with a line's end behind it.
  package var document: String {
    var output = ""
    write(to: &output, indent: 0)
    return output + "\n"
  }

  /// The value on one line, with a line's end behind it.
  package var line: String {
    var output = ""
    write(to: &output, indent: nil)
    return output + "\n"
  }

  /// Writes over several lines, or on one where `indent` is nil.
  ///
  /// Depth is what callers build, never what input nests, so writing may recurse.
  private func write(to output: inout String, indent: Int?) {
    switch self {
    case .null: output += "null"
    case .string(let text): Self.write(text, to: &output)
    case .number(let number): output += "\(number)"
    case .bool(let bool): output += bool ? "true" : "false"
    case .array(let items):
      let isFlat = Self.fitOneLine(items)
      Self.writeGroup("[", "]", items.count, to: &output, indent: indent, isFlat: isFlat) {
        items[$0].write(to: &$1, indent: indent.map { $0 + 2 })
      }
    case .object(let members):
      Self.writeGroup("{", "}", members.count, to: &output, indent: indent, isFlat: false) {
        Self.write(members[$0].0, to: &$1)
        $1 += ": "
        members[$0].1.write(to: &$1, indent: indent.map { $0 + 2 })
      }
    }
  }

  /// Numbers, and words that are short together, stay on a line: the two ends of a range, topics.
  private static func fitOneLine(_ items: [OrderedJSON]) -> Bool {
    var length = 0
    for item in items {
      switch item {
      case .array, .object: return false
      case .string(let text): length += text.utf8.count + 4
      case .null, .number, .bool: continue
      }
    }
    return length <= 100
  }

  private static func writeGroup(
    _ open: String, _ close: String, _ count: Int, to output: inout String, indent: Int?,
    isFlat: Bool, member: (Int, inout String) -> Void
  ) {
    output += open
    for index in 0..<count {
      if let indent, !isFlat {
        output += (index > 0 ? ",\n" : "\n") + String(repeating: " ", count: indent + 2)
      } else {
        output += index > 0 ? ", " : ""
      }
      member(index, &output)
    }
    if let indent, count > 0, !isFlat { output += "\n" + String(repeating: " ", count: indent) }
    output += close
  }

  private static func write(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      default:
        // Controls that would steer a terminal or turn a line round are written as numbers.
        if scalar.steersDisplay {
          let digits = String(scalar.value, radix: 16)
          output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          output.unicodeScalars.append(scalar)
        }
      }
    }
    output += "\""
  }
}
