import Foundation

/// A file lent as bytes from a mapping of it.
enum MappedFile {
  /// Maps the file at `path` for the length of `body`.
  static func withBytes<Result>(
    of path: String, _ body: (Span<UInt8>) throws -> Result
  ) throws -> Result {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw BenchError("cannot open \(path)") }
    defer { close(descriptor) }
    let length = Int(lseek(descriptor, 0, SEEK_END))
    guard length > 0 else {
      let nothing: [UInt8] = []
      return try body(nothing.span)
    }
    let mapping = unsafe mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let mapping = unsafe mapping, unsafe mapping != MAP_FAILED else {
      throw BenchError("cannot map \(path)")
    }
    defer { unsafe munmap(mapping, length) }
    let bytes = unsafe UnsafeRawBufferPointer(start: mapping, count: length)
      .bindMemory(to: UInt8.self)
    return try unsafe body(bytes.span)
  }
}
