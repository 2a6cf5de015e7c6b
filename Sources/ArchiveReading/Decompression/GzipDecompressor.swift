import CZlib

/// gzip (RFC 1952) through zlib.
@safe final class GzipDecompressor: Decompressor {
  /// zlib's state points back to this, so it must not move.
  private let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  init() {
    unsafe state.initialize(to: z_stream())
    // 15 bits of window, and 16 for gzip's header.
    unsafe inflateInit2_(state, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    unsafe inflateEnd(state)
    unsafe state.deallocate()
  }

  func reset() { unsafe inflateReset(state) }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>
  ) -> DecompressionStep {
    unsafe state.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    unsafe state.pointee.avail_in = UInt32(input.count)
    unsafe state.pointee.next_out = output.baseAddress
    unsafe state.pointee.avail_out = UInt32(output.count)
    let status = unsafe inflate(state, Z_NO_FLUSH)
    return unsafe DecompressionStep(
      consumed: input.count - Int(state.pointee.avail_in),
      produced: output.count - Int(state.pointee.avail_out),
      outcome: status == Z_STREAM_END
        ? .ended : status == Z_OK || status == Z_BUF_ERROR ? .more : .damaged)
  }
}
