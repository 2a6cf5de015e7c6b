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
  /// Where the frame lies, and the piece of it that was read last with how much of that is used up.
  private var source: StoredBlob?
  private var sourceCount = 0
  private var piece: [UInt8] = []
  private var usedCount = 0
  /// What is decompressed; it keeps its place until the frame ends.
  private var room = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private(set) var decompressedCount = 0
  private var isWhole = true
  /// Bytes of the decompressed frame, as it says itself.
  private(set) var size = 0

  /// As many bytes of a frame are read at once, so that little is read beyond what is asked for.
  private static let pieceSize = 16 << 10

  /// Makes a frame of nothing; see ``BlockReader/init(_:wholeBlocks:)`` for checksums. Errors:
  /// `unexpected` where there is no memory for it.
  init(checksums: Bool) throws(StorageError) {
    guard let context = unsafe ZSTD_createDCtx() else {
      throw StorageError(.unexpected, detail: "no memory to decompress with")
    }
    unsafe self.context = context
    unsafe ZSTD_DCtx_setParameter(context, bylineStableOutput, 1)
    if !checksums { unsafe ZSTD_DCtx_setParameter(context, bylineIgnoreChecksum, 1) }
  }

  deinit {
    unsafe ZSTD_freeDCtx(context)
    unsafe room.deallocate()
  }

  /// Begins with another frame; throws ``StorageError/Code/corrupt`` for what is none.
  mutating func begin(_ source: StoredBlob) throws {
    self.source = nil
    (sourceCount, usedCount, decompressedCount) = (0, 0, 0)
    piece = try source.bytes(at: 0, count: min(Self.pieceSize, source.byteCount))
    let size = unsafe piece.withUnsafeBytes {
      unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count)
    }
    // The size is read from the frame: one that no block of ours can have is damage, not a request.
    guard size <= 1 << 31 else { throw Self.failure("a block of mail has an impossible size") }
    unsafe ZSTD_DCtx_reset(context, ZSTD_reset_session_only)
    self.size = Int(size)
    self.source = source
    sourceCount = piece.count
    isWhole = false
    if unsafe room.count < self.size {
      unsafe room.deallocate()
      unsafe room = .allocate(byteCount: self.size, alignment: 16)
    }
  }

  /// Makes the first `end` bytes ready, or all where there are fewer. The checksum is looked at with the
  /// last of them: throws ``StorageError/Code/corrupt`` where it does not hold.
  mutating func decompress(through end: Int) throws {
    let end = min(end, size)
    while decompressedCount < end || end == size && !isWhole {
      if usedCount == piece.count { try readPiece() }
      var input = unsafe ZSTD_inBuffer()
      var output = unsafe ZSTD_outBuffer(
        dst: room.baseAddress, size: size, pos: decompressedCount)
      let code = unsafe piece.withUnsafeBytes { bytes in
        unsafe input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: usedCount)
        return unsafe ZSTD_decompressStream(context, &output, &input)
      }
      guard ZSTD_isError(code) == 0 else {
        throw Self.failure(
          "a block of mail is damaged: \(unsafe String(cString: ZSTD_getErrorName(code)))")
      }
      let (used, given) = unsafe (input.pos, output.pos)
      guard given > decompressedCount || used > usedCount || code == 0 else {
        throw Self.failure("a block of mail ends too early")
      }
      (usedCount, decompressedCount) = (used, given)
      if code == 0 { try close() }
    }
  }

  private mutating func readPiece() throws {
    guard let source, sourceCount < source.byteCount else {
      throw Self.failure("a block of mail ends too early")
    }
    piece = try source.bytes(
      at: sourceCount, count: min(Self.pieceSize, source.byteCount - sourceCount))
    sourceCount += piece.count
    usedCount = 0
  }

  /// Ends the frame, which must have given all its bytes.
  private mutating func close() throws {
    guard decompressedCount == size else {
      throw Self.failure("a block of mail ends too early")
    }
    isWhole = true
    source = nil
  }

  /// A range of what is decompressed; throws ``StorageError/Code/corrupt`` beyond that.
  func bytes(_ range: Range<Int>) throws -> [UInt8] {
    try unsafe withBytes(range) { unsafe Array($0) }
  }

  /// A range of what is decompressed, which is UTF-8.
  func text(_ range: Range<Int>) throws -> String {
    try unsafe withBytes(range) { unsafe String(decoding: $0, as: UTF8.self) }
  }

  private func withBytes<Value>(
    _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Value
  ) throws -> Value {
    guard range.lowerBound >= 0, range.upperBound <= decompressedCount else {
      throw ByteDecoder.damage
    }
    return unsafe body(UnsafeRawBufferPointer(rebasing: room[range]))
  }

  private static func failure(_ detail: String) -> StorageError {
    StorageError(.corrupt, detail: detail)
  }
}
