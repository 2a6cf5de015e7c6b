/// Bytes that can only be read forward: a file, a decompressed file, a member of a container.
protocol ByteStream: AnyObject {
  /// Appends up to `limit` more bytes to `buffer` and says how many; 0 is the end.
  ///
  /// Errors: `truncated` and `corrupt` come after all bytes before the fault have been given.
  func read(into buffer: inout [UInt8], limit: Int) throws(ReadingError) -> Int
}

/// A file or standard input, read forward.
final class FileStream: ByteStream {
  private let file: OpenFile

  /// Reads on in `file`.
  init(_ file: consuming OpenFile) {
    self.file = file
  }

  func read(into buffer: inout [UInt8], limit: Int) throws(ReadingError) -> Int {
    try file.read(into: &buffer, limit: limit)
  }
}

/// A stream with the bytes that were taken from it, and its failure, put back.
final class RejoinedStream: ByteStream {
  /// What was taken and not yet given again.
  private(set) var head: [UInt8]
  private var failure: ReadingError?
  private let rest: any ByteStream

  /// Puts `head` and `failure` before the rest of a stream.
  init(_ head: [UInt8], _ failure: ReadingError?, _ rest: any ByteStream) {
    self.head = head
    self.failure = failure
    self.rest = rest
  }

  /// Takes the first bytes of `stream`, enough to tell compressions and containers apart.
  init(peekingAt stream: any ByteStream) {
    head = []
    rest = stream
    do throws(ReadingError) { _ = try stream.fill(&head, to: 512) } catch { failure = error }
  }

  /// Whether what was taken begins like a container.
  var isContainer: Bool {
    let head = head
    return Compression.isContainer(head.span)
  }

  func read(into buffer: inout [UInt8], limit: Int) throws(ReadingError) -> Int {
    guard head.isEmpty else {
      let count = min(head.count, limit)
      buffer.append(contentsOf: head.prefix(count))
      head.removeFirst(count)
      return count
    }
    if let failure { throw failure }
    return try rest.read(into: &buffer, limit: limit)
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
