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

/// Reads what ``ZstdCompressor`` wrote.
enum Zstd {
  /// The bytes of one frame; throws ``StorageError/Code/corrupt`` where its checksum does not hold.
  static func decompress(_ frame: [UInt8]) throws(StorageError) -> [UInt8] {
    let size = unsafe frame.withUnsafeBytes {
      unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count)
    }
    // The size is read from the frame: one that no block of ours can have is damage, not a request.
    guard size <= 1 << 31 else { throw failure("a block of mail has an impossible size") }
    var code = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(size)) { output, count in
      code = unsafe frame.withUnsafeBytes { input in
        unsafe ZSTD_decompress(output.baseAddress, output.count, input.baseAddress, input.count)
      }
      count = ZSTD_isError(code) == 0 ? code : 0
    }
    guard ZSTD_isError(code) == 0, bytes.count == Int(size) else {
      throw failure(
        "a block of mail is damaged: \(unsafe String(cString: ZSTD_getErrorName(code)))")
    }
    return bytes
  }

  private static func failure(_ detail: String) -> StorageError {
    StorageError(.corrupt, detail: detail)
  }
}
