/// Writes JSON with its members in the order they are given and two spaces of indent.
///
/// Foundation's encoder sorts members by name or not at all; a document for people keeps its order.
struct JSONWriter {
  /// A value to write; members that are nil are left out.
  indirect enum Value {
    case string(String)
    case number(Int)
    case bool(Bool)
    case array([Value])
    case object([(String, Value?)])
  }

  /// The document, with a line's end behind it.
  static func text(of value: Value) -> String {
    var writer = JSONWriter()
    writer.write(value, indent: 0)
    return writer.text + "\n"
  }

  private var text = ""

  /// Depth is what callers build, never what input nests, so writing may recurse.
  private mutating func write(_ value: Value, indent: Int) {
    switch value {
    case .string(let string): write(string)
    case .number(let number): text += "\(number)"
    case .bool(let bool): text += bool ? "true" : "false"
    case .array(let items):
      // Numbers stay on a line: they are the two ends of a range.
      let isFlat = items.allSatisfy { if case .number = $0 { true } else { false } }
      writeGroup("[", "]", items.count, indent: indent, isFlat: isFlat) { writer, index in
        writer.write(items[index], indent: indent + 2)
      }
    case .object(let members):
      let present = members.compactMap { key, value in value.map { (key, $0) } }
      writeGroup("{", "}", present.count, indent: indent, isFlat: false) { writer, index in
        writer.write(present[index].0)
        writer.text += ": "
        writer.write(present[index].1, indent: indent + 2)
      }
    }
  }

  private mutating func writeGroup(
    _ open: String, _ close: String, _ count: Int, indent: Int, isFlat: Bool,
    member: (inout JSONWriter, Int) -> Void
  ) {
    text += open
    for index in 0..<count {
      if isFlat {
        text += index > 0 ? ", " : ""
      } else {
        text += (index > 0 ? ",\n" : "\n") + String(repeating: " ", count: indent + 2)
      }
      member(&self, index)
    }
    if count > 0, !isFlat { text += "\n" + String(repeating: " ", count: indent) }
    text += close
  }

  private mutating func write(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
