internal import CZstd

/// Compresses blocks with zstd (RFC 8878), each to a frame of its own; the tables it works with are used
/// again from block to block.
@safe struct ZstdCompressor: ~Copyable {
  private let context: OpaquePointer

  /// Makes a compressor. Errors: `unexpected` where there is no memory for it.
  init(level: Int32) throws(StorageError) {
    guard let context = unsafe ZSTD_createCCtx() else {
      throw StorageError(.unexpected, detail: "no memory to compress with")
    }
    unsafe self.context = context
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
  }

  deinit { unsafe ZSTD_freeCCtx(context) }

  /// `bytes` as one frame that carries its content size and checksum.
  func compress(_ bytes: [UInt8]) throws(StorageError) -> [UInt8] {
    var code = 0
    let frame = unsafe [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) {
      output, count in
      code = unsafe bytes.withUnsafeBytes { input in
        unsafe ZSTD_compress2(
          context, output.baseAddress, output.count, input.baseAddress, input.count)
      }
      count = ZSTD_isError(code) == 0 ? code : 0
    }
    guard ZSTD_isError(code) == 0 else {
      throw StorageError(.unexpected, detail: unsafe String(cString: ZSTD_getErrorName(code)))
    }
    return frame
  }
}

/// What ``ZstdCompressor`` wrote, decompressed as far as it is asked for; the memory it takes is used again
/// from frame to frame.
@safe struct ZstdFrame: ~Copyable {
  private let context: OpaquePointer
  private var frame: [UInt8] = []
  private var readCount = 0
  private var buffer: [UInt8] = []
  private var decompressedCount = 0
  private var size = 0

  /// Makes a frame of nothing. Errors: `unexpected` where there is no memory for it.
  init() throws(StorageError) {
    guard let context = unsafe ZSTD_createDCtx() else {
      throw StorageError(.unexpected, detail: "no memory to decompress with")
    }
    unsafe self.context = context
  }

  deinit { unsafe ZSTD_freeDCtx(context) }

  /// What is decompressed so far.
  var bytes: ArraySlice<UInt8> { buffer[..<decompressedCount] }

  /// Begins with another frame; throws ``StorageError/Code/corrupt`` for what is none.
  mutating func begin(_ bytes: some Collection<UInt8>) throws(StorageError) {
    frame.removeAll(keepingCapacity: true)
    frame.append(contentsOf: bytes)
    let size = unsafe frame.withUnsafeBytes {
      unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count)
    }
    // The size is read from the frame: one that no block of ours can have is damage, not a request.
    guard size <= 1 << 31 else { throw Self.failure("a block of mail has an impossible size") }
    unsafe ZSTD_DCtx_reset(context, ZSTD_reset_session_only)
    self.size = Int(size)
    (readCount, decompressedCount) = (0, 0)
    if buffer.count < self.size {
      buffer.append(contentsOf: repeatElement(0, count: self.size - buffer.count))
    }
  }

  /// Makes the first `end` bytes ready, or all where there are fewer. The checksum is looked at with the
  /// last of them: throws ``StorageError/Code/corrupt`` where it does not hold.
  mutating func decompress(through end: Int) throws(StorageError) {
    let end = min(end, size)
    while decompressedCount < end {
      var (taken, code) = (0, 0)
      let given = unsafe frame.withUnsafeBytes { source in
        unsafe buffer.withUnsafeMutableBytes { target in
          var input = unsafe ZSTD_inBuffer(
            src: source.baseAddress, size: source.count, pos: readCount)
          var output = unsafe ZSTD_outBuffer(
            dst: target.baseAddress, size: end, pos: decompressedCount)
          code = unsafe ZSTD_decompressStream(context, &output, &input)
          taken = unsafe input.pos
          return unsafe output.pos
        }
      }
      guard ZSTD_isError(code) == 0 else {
        throw Self.failure(
          "a block of mail is damaged: \(unsafe String(cString: ZSTD_getErrorName(code)))")
      }
      guard given > decompressedCount || taken > readCount else {
        throw Self.failure("a block of mail ends too early")
      }
      (readCount, decompressedCount) = (taken, given)
    }
  }

  private static func failure(_ detail: String) -> StorageError {
    StorageError(.corrupt, detail: detail)
  }
}
