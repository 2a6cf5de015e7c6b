/// A compressed file decompressed as it is read, members after the first included.
///
/// Gives every byte up to the place where a file breaks off or is damaged, and then the error.
final class DecompressedStream: ByteStream {
  private let path: String
  private let compression: Compression
  private let upstream: any ByteStream
  private let decompressor: any Decompressor
  private var input: [UInt8] = []
  private var inputStart = 0
  private var isAtEnd = false
  /// Whether a member has begun that has not ended.
  private var isInMember = false
  private var offset = 0
  private var failure: ReadingError?

  /// Decompresses `upstream`; `path` is named in errors.
  init(_ upstream: any ByteStream, _ compression: Compression, path: String) {
    self.path = path
    self.compression = compression
    self.upstream = upstream
    decompressor = compression.decompressor()
  }

  func read(into buffer: inout [UInt8], limit: Int) throws(ReadingError) -> Int {
    if let failure { throw failure }
    while !isAtEnd {
      let hasInput = if inputStart < input.count { true } else { try refill() }
      guard hasInput || isInMember else { break }
      let step = step(limit: limit, into: &buffer)
      switch step.outcome {
      case .more where step.consumed > 0 || step.produced > 0: isInMember = true
      case .more where !hasInput:
        isAtEnd = true
        throw failed(.truncated, "the \(compression.name) file ends before its content does")
      case .ended:
        isInMember = false
        decompressor.reset()
      case .more, .damaged:
        isAtEnd = true
        // Bytes after a complete member that begin no other are padding: no format has it, but tapes and
        // downloads do.
        if isInMember || offset == 0 {
          let error = failed(.corrupt, "the \(compression.name) file is damaged")
          guard step.produced > 0 else { throw error }
          failure = error
        }
      }
      if step.produced > 0 { return step.produced }
    }
    return 0
  }

  private func refill() throws(ReadingError) -> Bool {
    input.removeAll(keepingCapacity: true)
    inputStart = 0
    return try upstream.read(into: &input, limit: 1 << 16) > 0
  }

  private func failed(_ code: ReadingError.Code, _ detail: String) -> ReadingError {
    ReadingError(code, path, at: offset, detail)
  }

  /// One call of the library, which adds at most `limit` bytes to `buffer`.
  private func step(limit: Int, into buffer: inout [UInt8]) -> DecompressionStep {
    var step = DecompressionStep(consumed: 0, produced: 0, outcome: .more)
    let limit = min(limit, 1 << 20)
    buffer.append(addingCapacity: limit) { room in
      unsafe room.withUnsafeMutableBufferPointer { space, count in
        unsafe input.withUnsafeBufferPointer { input in
          unsafe step = decompressor.step(
            UnsafeBufferPointer(rebasing: input[inputStart...]),
            UnsafeMutableBufferPointer(rebasing: space[..<limit]))
        }
        count = step.produced
      }
    }
    inputStart += step.consumed
    offset += step.produced
    return step
  }
}
