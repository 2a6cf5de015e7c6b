/// Bytes that can only be read forward: a file, a decompressed file, a member of a container.
protocol ByteStream: AnyObject {
  /// Appends up to `limit` more bytes to `buffer` and says how many; 0 is the end.
  ///
  /// Errors: `truncated` and `corrupt` come after all bytes before the fault have been given.
  func read(into buffer: inout [UInt8], limit: Int) throws(ReadingError) -> Int
}

/// A file or standard input, read forward, with the bytes first taken from it to see what it is.
final class FileStream: ByteStream {
  private let file: OpenFile
  private var head: [UInt8]

  /// Reads on in `file` after `head`, which was taken from it before.
  init(_ file: consuming OpenFile, after head: [UInt8] = []) {
    self.file = file
    self.head = head
  }

  func read(into buffer: inout [UInt8], limit: Int) throws(ReadingError) -> Int {
    guard head.isEmpty else {
      let count = min(head.count, limit)
      buffer.append(contentsOf: head.prefix(count))
      head.removeFirst(count)
      return count
    }
    return try file.read(into: &buffer, limit: limit)
  }
}

extension ByteStream {
  /// Reads until `buffer` holds at least `count` bytes or the stream ends; false at its end.
  func fill(_ buffer: inout [UInt8], to count: Int) throws(ReadingError) -> Bool {
    while buffer.count < count {
      if try read(into: &buffer, limit: count - buffer.count) == 0 { return false }
    }
    return true
  }
}
