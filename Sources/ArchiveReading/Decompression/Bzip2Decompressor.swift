import CBzip2

/// bzip2 through libbz2.
@safe final class Bzip2Decompressor: Decompressor {
  /// libbz2's state points back to this, so it must not move.
  private let state = UnsafeMutablePointer<bz_stream>.allocate(capacity: 1)

  init() {
    unsafe state.initialize(to: bz_stream())
    unsafe BZ2_bzDecompressInit(state, 0, 0)
  }

  deinit {
    unsafe BZ2_bzDecompressEnd(state)
    unsafe state.deallocate()
  }

  func reset() {
    unsafe BZ2_bzDecompressEnd(state)
    unsafe state.pointee = bz_stream()
    unsafe BZ2_bzDecompressInit(state, 0, 0)
  }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>
  ) -> DecompressionStep {
    unsafe state.pointee.next_in = UnsafeMutableRawPointer(mutating: input.baseAddress)?
      .assumingMemoryBound(to: CChar.self)
    unsafe state.pointee.avail_in = UInt32(input.count)
    unsafe state.pointee.next_out = UnsafeMutableRawPointer(output.baseAddress)?
      .assumingMemoryBound(to: CChar.self)
    unsafe state.pointee.avail_out = UInt32(output.count)
    let status = unsafe BZ2_bzDecompress(state)
    return unsafe DecompressionStep(
      consumed: input.count - Int(state.pointee.avail_in),
      produced: output.count - Int(state.pointee.avail_out),
      outcome: status == BZ_STREAM_END ? .ended : status == BZ_OK ? .more : .damaged)
  }
}
