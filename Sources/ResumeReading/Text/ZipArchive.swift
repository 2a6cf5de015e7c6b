import CArchive

/// Reads members of a zip from memory through libarchive.
enum ZipArchive {
  /// The most that a member may unpack to, so that a small file cannot fill the memory.
  static let memberLimit = 64 << 20
  /// The most members looked at.
  static let countLimit = 10_000

  /// The contents of the members whose path is wanted, by path.
  ///
  /// Errors: `damaged` where the archive cannot be read or a member is too large.
  static func members(
    of bytes: [UInt8], file: String, wanted: (String) -> Bool
  ) throws(ResumeError) -> [String: [UInt8]] {
    guard let archive = unsafe archive_read_new() else {
      throw ResumeError(.damaged, file: file, "no memory for reading the archive")
    }
    defer { _ = unsafe archive_read_free(archive) }
    unsafe archive_read_support_format_zip_seekable(archive)
    let result = unsafe bytes.withUnsafeBytes { buffer in
      unsafe collect(archive, buffer, wanted)
    }
    guard let result else {
      throw ResumeError(
        .damaged, file: file, "the zip archive is damaged or protected by a password")
    }
    return result
  }

  private static func collect(
    _ archive: OpaquePointer, _ buffer: UnsafeRawBufferPointer, _ wanted: (String) -> Bool
  ) -> [String: [UInt8]]? {
    guard unsafe archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK
    else {
      return nil
    }
    var members: [String: [UInt8]] = [:]
    var entry: OpaquePointer?
    for _ in 0..<countLimit {
      let status = unsafe archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { return members }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN,
        let pathname = unsafe archive_entry_pathname(entry)
      else { return nil }
      let path = unsafe String(cString: pathname)
      guard wanted(path) else { continue }
      guard let contents = unsafe contents(archive) else { return nil }
      members[path] = contents
    }
    return members
  }

  private static func contents(_ archive: OpaquePointer) -> [UInt8]? {
    var contents: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while contents.count <= memberLimit {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe archive_read_data(archive, $0.baseAddress, $0.count)
      }
      if count == 0 { return contents }
      guard count > 0 else { return nil }
      contents += chunk[..<Int(count)]
    }
    return nil
  }
}
