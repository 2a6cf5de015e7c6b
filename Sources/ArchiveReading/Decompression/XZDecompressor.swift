import CLZMA

/// xz through liblzma.
@safe final class XZDecompressor: Decompressor {
  /// liblzma's state points back to this, so it must not move.
  private let state = UnsafeMutablePointer<lzma_stream>.allocate(capacity: 1)
  /// What a stream may ask for: `xz -9` needs 65 MiB, a hostile one asks for 4 GiB.
  private static let memoryLimit: UInt64 = 256 << 20

  init() {
    unsafe state.initialize(to: lzma_stream())
    _ = unsafe lzma_stream_decoder(state, Self.memoryLimit, 0)
  }

  deinit {
    unsafe lzma_end(state)
    unsafe state.deallocate()
  }

  func reset() { _ = unsafe lzma_stream_decoder(state, Self.memoryLimit, 0) }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>
  ) -> DecompressionStep {
    unsafe state.pointee.next_in = input.baseAddress
    unsafe state.pointee.avail_in = input.count
    unsafe state.pointee.next_out = output.baseAddress
    unsafe state.pointee.avail_out = output.count
    let status = unsafe lzma_code(state, LZMA_RUN)
    return unsafe DecompressionStep(
      consumed: input.count - state.pointee.avail_in,
      produced: output.count - state.pointee.avail_out,
      outcome: status == LZMA_STREAM_END
        ? .ended : status == LZMA_OK || status == LZMA_BUF_ERROR ? .more : .damaged)
  }
}
