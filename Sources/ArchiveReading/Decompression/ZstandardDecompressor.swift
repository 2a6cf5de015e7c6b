import CZstd

/// Zstandard (RFC 8878) through libzstd.
@safe final class ZstandardDecompressor: Decompressor {
  private let state = unsafe ZSTD_createDStream()

  deinit { unsafe ZSTD_freeDStream(state) }

  func reset() { unsafe ZSTD_initDStream(state) }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>
  ) -> DecompressionStep {
    var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let status = unsafe ZSTD_decompressStream(state, &target, &source)
    return unsafe DecompressionStep(
      consumed: source.pos, produced: target.pos,
      outcome: ZSTD_isError(status) != 0 ? .damaged : status == 0 ? .ended : .more)
  }
}
