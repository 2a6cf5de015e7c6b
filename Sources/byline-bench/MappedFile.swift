import Foundation

/// A file lent as bytes from a mapping of it.
enum MappedFile {
  /// Maps the file at `path` for the length of `body`.
  static func withBytes<Result>(
    of path: String, _ body: (Span<UInt8>) throws -> Result
  ) throws -> Result {
    let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    return try unsafe data.withUnsafeBytes { buffer in
      let bytes = unsafe buffer.bindMemory(to: UInt8.self)
      return try unsafe body(bytes.span)
    }
  }
}
