/// One C library's way to decompress; see ``DecompressedStream``.
protocol Decompressor: AnyObject {
  /// Decompresses what it can of `input` into `output`.
  func step(
    _ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>
  ) -> DecompressionStep

  /// Makes ready for another member or frame after one has ended.
  func reset()
}

/// What one call of a library did.
struct DecompressionStep {
  enum Outcome {
    /// The member goes on.
    case more
    /// The member has ended.
    case ended
    /// What follows is not what the format has there.
    case damaged
  }

  /// Bytes of input that were used.
  var consumed: Int
  /// Bytes of output that were written.
  var produced: Int
  var outcome: Outcome
}
