import CZlib

/// A gzip file decompressed as it is read (RFC 1952), members after the first included.
///
/// libarchive reads gzip too, but gives nothing of the last 64 KiB before the place where a file breaks
/// off, which for a mailing list's month is often all of it. zlib gives every byte up to that place.
@safe final class GzipStream: ByteStream {
  private let path: String
  private let upstream: any ByteStream
  /// zlib's state points back to this, so it must not move.
  private let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var input: [UInt8] = []
  private var inputStart = 0
  private var isAtEnd = false
  /// Whether a member has begun that has not ended.
  private var isInMember = false
  private var offset = 0
  private var failure: ReadingError?

  /// Decompresses `upstream`; `path` is named in errors.
  init(_ upstream: any ByteStream, path: String) {
    self.path = path
    self.upstream = upstream
    unsafe state.initialize(to: z_stream())
    // 15 bits of window, and 16 for gzip's header.
    unsafe inflateInit2_(state, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    unsafe inflateEnd(state)
    unsafe state.deallocate()
  }

  func read(into buffer: inout [UInt8], limit: Int) throws(ReadingError) -> Int {
    if let failure { throw failure }
    while !isAtEnd {
      if inputStart == input.count, try !refill() {
        isAtEnd = true
        guard isInMember else { return 0 }
        throw failed(.truncated, "the gzip file ends before its content does")
      }
      let (output, status) = inflated(limit: min(limit, 1 << 20))
      buffer.append(contentsOf: output)
      offset += output.count
      switch status {
      case Z_OK, Z_BUF_ERROR: isInMember = true
      case Z_STREAM_END:
        isInMember = false
        unsafe inflateReset(state)
      default:
        isAtEnd = true
        // Bytes after a complete member that begin no other are padding (RFC 1952 §2.2 has none, but
        // tapes and downloads do).
        if isInMember || offset == 0 {
          let error = failed(.corrupt, "the gzip file is damaged")
          guard !output.isEmpty else { throw error }
          failure = error
        }
      }
      if !output.isEmpty { return output.count }
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

  /// One call of zlib: at most `limit` bytes of output, and what it said.
  private func inflated(limit: Int) -> ([UInt8], CInt) {
    var status: CInt = Z_OK
    let output = unsafe [UInt8](unsafeUninitializedCapacity: limit) { space, count in
      let available = input.count - inputStart
      unsafe input.withUnsafeMutableBufferPointer { input in
        unsafe state.pointee.next_in = input.baseAddress.map { unsafe $0 + inputStart }
        unsafe state.pointee.avail_in = UInt32(available)
        unsafe state.pointee.next_out = space.baseAddress
        unsafe state.pointee.avail_out = UInt32(limit)
        unsafe status = inflate(state, Z_NO_FLUSH)
      }
      unsafe inputStart += available - Int(state.pointee.avail_in)
      unsafe count = limit - Int(state.pointee.avail_out)
    }
    return (output, status)
  }
}
