extension ChainModel {
  /// The model's weights as bytes, the same for the same weights.
  ///
  /// For each row: the step from the last row's feature (LEB128), which states have a weight (two
  /// bytes, the low one first) and those weights, one byte each. The step weights come first.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for edge in edges { Self.write(edge, to: &bytes) }
    var last = 0
    for (feature, slot) in slots.enumerated() where slot > 0 {
      var step = feature - last
      last = feature
      while step > 0x7F {
        bytes.append(UInt8(step & 0x7F) | 0x80)
        step >>= 7
      }
      bytes.append(UInt8(step))
      Self.write(rows[Int(slot)], to: &bytes)
    }
    return bytes
  }

  /// Reads what ``bytes`` wrote; bytes that end early give a model without the missing rows.
  package init(bytes: [UInt8]) {
    var rest = bytes[...]
    let edges = (0..<Self.edgeCount).map { _ in Self.readRow(&rest) ?? Row() }
    var rows: [(feature: UInt32, row: Row)] = []
    var feature: UInt32 = 0
    while let step = Self.readNumber(&rest), let row = Self.readRow(&rest) {
      feature &+= step
      rows.append((feature, row))
    }
    self.init(rows: rows, edges: edges)
  }

  private static func write(_ row: Row, to bytes: inout [UInt8]) {
    let states = (0..<stateLimit).filter { row[$0] != 0 }
    let mask = states.reduce(0) { $0 | 1 << $1 }
    bytes += [UInt8(mask & 0xFF), UInt8(mask >> 8)]
    bytes += states.map { UInt8(bitPattern: Int8(clamping: row[$0])) }
  }

  private static func readRow(_ rest: inout ArraySlice<UInt8>) -> Row? {
    guard let low = rest.popFirst(), let high = rest.popFirst() else { return nil }
    let mask = Int(low) | Int(high) << 8
    var row = Row()
    for state in 0..<stateLimit where mask >> state & 1 == 1 {
      guard let weight = rest.popFirst() else { return nil }
      row[state] = Int16(Int8(bitPattern: weight))
    }
    return row
  }

  private static func readNumber(_ rest: inout ArraySlice<UInt8>) -> UInt32? {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while let byte = rest.popFirst() {
      number |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
      guard shift < 28 else { return nil }
    }
    return nil
  }
}
