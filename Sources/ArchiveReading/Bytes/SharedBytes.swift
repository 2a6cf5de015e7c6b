import Glibc

/// Bytes that several tasks may read at once: a mapped file, or a buffer filled once.
///
/// Immutable after `init`, which is what makes sharing it safe. The mapping is private and read-only;
/// a file that is cut short while it is mapped cannot be guarded against without copying it, so only
/// files too large to copy are mapped (see ``ArchiveReader/Options/mappedFrom``).
final class SharedBytes: @unchecked Sendable {
  @safe private enum Storage {
    case mapped(UnsafeRawBufferPointer)
    case owned([UInt8])
  }

  private let storage: Storage
  /// How many bytes there are.
  let count: Int

  /// Whether they lie in a file and not in memory.
  var isMapped: Bool {
    if case .mapped = storage { true } else { false }
  }

  /// Shares a buffer.
  init(_ bytes: [UInt8]) {
    storage = .owned(bytes)
    count = bytes.count
  }

  /// Maps a whole file. Errors: `unreadable`.
  init(mapping file: borrowing OpenFile) throws(ReadingError) {
    let status = try file.status()
    guard status.byteCount > 0 else {
      storage = .owned([])
      count = 0
      return
    }
    guard
      let start = unsafe mmap(
        nil, status.byteCount, PROT_READ, MAP_PRIVATE, file.descriptor, 0),
      unsafe start != MAP_FAILED
    else {
      throw ReadingError(.unreadable, file.path, OpenFile.reason(errno))
    }
    unsafe madvise(start, status.byteCount, MADV_SEQUENTIAL)
    unsafe storage = .mapped(UnsafeRawBufferPointer(start: start, count: status.byteCount))
    count = status.byteCount
  }

  deinit {
    if case .mapped(let bytes) = storage {
      unsafe munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }
  }

  /// Lets go of the memory that holds the whole pages of `range`; they are read again where they are asked
  /// for once more. Does nothing to a buffer.
  ///
  /// What a mapping has read counts as the process's own until then, so that without this a pass over a
  /// large archive would seem to need, and under a limit does need, as much memory as the archive has.
  func letGo(of range: Range<Int>) {
    guard case .mapped(let bytes) = storage, let start = bytes.baseAddress else { return }
    let pageSize = Int(getpagesize())
    let first = max(range.lowerBound, 0) / pageSize * pageSize
    let end = min(range.upperBound, count) / pageSize * pageSize
    guard first < end else { return }
    unsafe madvise(UnsafeMutableRawPointer(mutating: start + first), end - first, MADV_DONTNEED)
  }

  /// Lends the bytes of `range`, cut to what there is.
  func withSpan<Result>(
    _ range: Range<Int>, _ body: (Span<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = range.clamped(to: 0..<count)
    switch storage {
    case .mapped(let bytes):
      return try unsafe UnsafeRawBufferPointer(rebasing: bytes[range])
        .withMemoryRebound(to: UInt8.self) { try unsafe body($0.span) }
    case .owned(let bytes):
      return try body(bytes.span.extracting(range))
    }
  }

  /// Lends all bytes.
  func withSpan<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
    try withSpan(0..<count, body)
  }
}
