import CArchive

/// A container (tar, zip) of members, compressed or not, read forward through libarchive, which tells
/// containers apart by content; or a file of a rarer compression, which has one member without a name.
@safe final class Container {
  /// One member's header.
  struct Member: Sendable, Hashable {
    /// Its name within the container; nil for a compressed plain file.
    var name: String?
    /// Whether it holds bytes at all: directories and links do not.
    var isFile: Bool
    /// How many bytes it holds; nil where its header does not say.
    var byteCount: Int?
  }

  private let path: String
  private let archive: OpaquePointer
  /// What libarchive's callback reads from; kept here for as long as the C side points to it.
  private let upstream: Upstream
  private var offset = 0
  /// What libarchive gave of the current member and was not asked for yet; valid until it is called again.
  private var block = unsafe UnsafeRawBufferPointer(start: nil, count: 0)

  /// Reads a container from `stream`; `path` is named in errors. Errors: `corrupt`, `truncated`.
  init(_ stream: any ByteStream, path: String) throws(ReadingError) {
    guard let archive = unsafe archive_read_new() else {
      throw ReadingError(.unreadable, path, "out of memory")
    }
    self.path = path
    unsafe self.archive = archive
    upstream = Upstream(stream)
    unsafe archive_read_support_filter_all(archive)
    unsafe archive_read_support_format_tar(archive)
    unsafe archive_read_support_format_zip_streamable(archive)
    unsafe archive_read_support_format_raw(archive)
    unsafe archive_read_support_format_empty(archive)
    let context = unsafe Unmanaged.passUnretained(upstream).toOpaque()
    let status = unsafe archive_read_open(
      archive, context, nil,
      { _, context, bytes in
        guard let context = unsafe context, let bytes = unsafe bytes else { return -1 }
        let upstream = unsafe Unmanaged<Upstream>.fromOpaque(context).takeUnretainedValue()
        return unsafe upstream.next(bytes)
      }, nil)
    if status != ARCHIVE_OK { throw failure() }
  }

  deinit {
    unsafe archive_read_free(archive)
  }

  /// Goes to the next member; nil after the last. Errors: `truncated`, `corrupt`.
  func next() throws(ReadingError) -> Member? {
    var entry: OpaquePointer?
    offset = 0
    unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
    let status = unsafe archive_read_next_header(archive, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry = unsafe entry else {
      throw failure()
    }
    let isRaw = unsafe archive_format(archive) == ARCHIVE_FORMAT_RAW
    let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    let kind = unsafe archive_entry_filetype(entry) & mode_t(S_IFMT)
    return Member(
      name: isRaw ? nil : unsafe name.map { unsafe String(cString: $0) } ?? "",
      isFile: isRaw || kind == mode_t(S_IFREG) || kind == 0,
      byteCount: unsafe archive_entry_size_is_set(entry) != 0
        ? Int(clamping: unsafe archive_entry_size(entry)) : nil)
  }

  /// Reads the current member's bytes; see ``ByteStream/read(into:limit:)``.
  fileprivate func read(into buffer: inout [UInt8], limit: Int) throws(ReadingError) -> Int {
    while unsafe block.isEmpty {
      var start: UnsafeRawPointer?
      var (count, place) = (0, la_int64_t(0))
      // By blocks: asked for a number of bytes, libarchive gives none of them where a member breaks off
      // before that.
      let status = unsafe archive_read_data_block(archive, &start, &count, &place)
      if status == ARCHIVE_EOF { return 0 }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { throw failure() }
      unsafe block = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
    }
    let count = unsafe min(block.count, limit)
    unsafe buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: block[..<count]))
    unsafe block = UnsafeRawBufferPointer(rebasing: block[count...])
    offset += count
    return count
  }

  private func failure() -> ReadingError {
    if let failure = upstream.failure { return failure }
    let text = unsafe archive_error_string(archive).map { unsafe String(cString: $0) }
    let detail = text?.lowercased() ?? "damaged archive"
    let isCut = detail.contains("truncated") || detail.contains("unexpected end")
    return ReadingError(isCut ? .truncated : .corrupt, path, at: offset, detail)
  }
}

/// The current member of a container as a stream; it ends where the container goes on.
final class MemberStream: ByteStream {
  private let container: Container

  /// Reads the member that `container` stands at.
  init(of container: Container) {
    self.container = container
  }

  func read(into buffer: inout [UInt8], limit: Int) throws(ReadingError) -> Int {
    try container.read(into: &buffer, limit: limit)
  }
}

/// The bytes a container is read from, one block at a time, as libarchive's callback wants them.
@safe private final class Upstream {
  private let stream: any ByteStream
  private let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
  /// Why the stream below failed; the C side knows only that it did.
  private(set) var failure: ReadingError?

  init(_ stream: any ByteStream) {
    self.stream = stream
  }

  deinit {
    unsafe block.deallocate()
  }

  /// Points `bytes` to the next block; 0 at the end, -1 on failure.
  func next(_ bytes: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    var read: [UInt8] = []
    do throws(ReadingError) {
      _ = try stream.read(into: &read, limit: unsafe block.count)
    } catch {
      failure = error
      return -1
    }
    _ = unsafe block.update(fromContentsOf: read)
    unsafe bytes.pointee = UnsafeRawPointer(block.baseAddress)
    return read.count
  }
}
