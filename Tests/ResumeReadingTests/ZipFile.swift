/// Writes a zip of stored members, so that fixtures can lie in the checkout as the text they are.
struct ZipFile {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// Adds a member uncompressed (APPNOTE.TXT §4.3.7).
  mutating func add(_ path: String, _ contents: [UInt8]) {
    let offset = UInt32(body.count)
    var fields: [UInt8] = []
    fields += Self.bytes(UInt16(20)) + Self.bytes(UInt16(0x0800)) + Self.bytes(UInt16(0))
    fields += Self.bytes(UInt16(0)) + Self.bytes(UInt16(0x21))
    fields += Self.bytes(Self.crc32(contents))
    fields += Self.bytes(UInt32(contents.count)) + Self.bytes(UInt32(contents.count))
    fields += Self.bytes(UInt16(path.utf8.count)) + Self.bytes(UInt16(0))
    body += Self.bytes(UInt32(0x0403_4B50)) + fields + Array(path.utf8) + contents
    directory += Self.bytes(UInt32(0x0201_4B50)) + Self.bytes(UInt16(20)) + fields
    directory += Self.bytes(UInt16(0)) + Self.bytes(UInt16(0)) + Self.bytes(UInt16(0))
    directory += Self.bytes(UInt32(0)) + Self.bytes(offset) + Array(path.utf8)
    count += 1
  }

  /// The archive's bytes.
  var bytes: [UInt8] {
    let end =
      Self.bytes(UInt32(0x0605_4B50)) + [0, 0, 0, 0] + Self.bytes(count) + Self.bytes(count)
      + Self.bytes(UInt32(directory.count)) + Self.bytes(UInt32(body.count)) + [0, 0]
    return body + directory + end
  }

  private static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
    (0..<(value.bitWidth / 8)).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}
