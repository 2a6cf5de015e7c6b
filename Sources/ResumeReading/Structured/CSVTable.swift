/// A table of comma-separated values (RFC 4180) whose fields know where they stand.
struct CSVTable {
  /// A field's text and its scalar range, quotes left out.
  struct Field {
    var text: String
    var range: Range<Int>
  }
  /// The names of the columns.
  let columns: [String]
  /// The rows below; short ones lack their last fields.
  let rows: [[Field]]

  /// Reads a table whose first row with more than one field names the columns. `offset` is where the
  /// text stands in a larger one.
  init(_ text: String, offset: Int) {
    var records = Self.records(Array(text.unicodeScalars), offset: offset)
    // LinkedIn puts a note above the head of some tables.
    if let head = records.firstIndex(where: { $0.count >= 2 }) { records.removeFirst(head) }
    columns = records.first?.map(\.text.trimmed) ?? []
    rows = Array(records.dropFirst())
  }

  /// The field of a row in a named column; nil where it is missing or empty.
  func field(_ column: String, of row: [Field]) -> Field? {
    guard let index = columns.firstIndex(of: column), index < row.count,
      !row[index].text.trimmed.isEmpty
    else {
      return nil
    }
    return row[index]
  }

  private static func records(_ scalars: [Unicode.Scalar], offset: Int) -> [[Field]] {
    var records: [[Field]] = []
    var record: [Field] = []
    var text = String.UnicodeScalarView()
    var start = 0
    var isQuoted = false
    var index = 0
    func close(at end: Int) {
      record.append(Field(text: String(text), range: offset + min(start, end)..<offset + end))
      text = String.UnicodeScalarView()
    }
    while index < scalars.count {
      let scalar = scalars[index]
      if isQuoted {
        if scalar == "\"" {
          if index + 1 < scalars.count, scalars[index + 1] == "\"" {
            text.append("\"")
            index += 1
          } else {
            isQuoted = false
          }
        } else {
          text.append(scalar)
        }
      } else if scalar == "\"", text.isEmpty {
        isQuoted = true
        start = index + 1
      } else if scalar == "," {
        close(at: index)
        start = index + 1
      } else if scalar == "\n" || scalar == "\r" {
        if !record.isEmpty || !text.isEmpty {
          close(at: index)
          records.append(record)
          record = []
        }
        start = index + 1
      } else {
        text.append(scalar)
      }
      index += 1
    }
    if !record.isEmpty || !text.isEmpty {
      close(at: scalars.count)
      records.append(record)
    }
    return records
  }
}
