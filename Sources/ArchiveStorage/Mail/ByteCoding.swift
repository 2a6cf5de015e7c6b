/// Writes numbers and texts one after another: numbers as LEB128, texts as a byte count and UTF-8.
struct ByteEncoder {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a number that may be negative so that small ones of either sign stay short.
  mutating func writeSigned(_ number: Int) { write((number << 1) ^ (number >> 63)) }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 {
      write($0.count)
      unsafe bytes.append(contentsOf: $0)
    }
  }

  mutating func write(_ text: String?) {
    write(text == nil ? 0 : 1)
    if let text { write(text) }
  }

  mutating func write<Element>(
    _ elements: [Element], _ element: (inout ByteEncoder, Element) -> Void
  ) {
    write(elements.count)
    for value in elements { element(&self, value) }
  }

  mutating func write(_ texts: [String]) { write(texts) { $0.write($1) } }
}

/// Reads what ``ByteEncoder`` wrote; every read is checked against the end, since a store may be damaged.
struct ByteDecoder {
  let bytes: ArraySlice<UInt8>
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    self.position = bytes.startIndex
  }

  mutating func readNumber() throws(StorageError) -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while position < bytes.endIndex, shift < 64 {
      let byte = bytes[position]
      position += 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: number) }
      shift += 7
    }
    throw Self.damage
  }

  mutating func readSigned() throws(StorageError) -> Int {
    let number = UInt(bitPattern: try readNumber())
    return Int(bitPattern: number >> 1) ^ -Int(bitPattern: number & 1)
  }

  /// The next `count` bytes.
  mutating func read(_ count: Int) throws(StorageError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - position else { throw Self.damage }
    defer { position += count }
    return bytes[position..<position + count]
  }

  mutating func readText() throws(StorageError) -> String {
    String(decoding: try read(try readNumber()), as: UTF8.self)
  }

  mutating func readOptionalText() throws(StorageError) -> String? {
    try readNumber() == 0 ? nil : try readText()
  }

  mutating func readArray<Element>(
    _ element: (inout ByteDecoder) throws(StorageError) -> Element
  ) throws(StorageError) -> [Element] {
    let count = try readNumber()
    // Each element takes a byte at least, so that a damaged count cannot ask for all memory.
    guard count >= 0, count <= bytes.endIndex - position else { throw Self.damage }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try element(&self)) }
    return elements
  }

  mutating func readTexts() throws(StorageError) -> [String] {
    try readArray { decoder throws(StorageError) in try decoder.readText() }
  }

  static var damage: StorageError { StorageError(.corrupt, detail: "a stored message is damaged") }
}
