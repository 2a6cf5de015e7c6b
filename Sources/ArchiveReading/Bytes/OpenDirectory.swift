import Glibc

/// A directory being walked; closed when the last reference to it goes.
///
/// What lies in it is asked about by its name alone, so that the kernel goes the way to the directory once
/// and not for each file.
@safe final class OpenDirectory {
  /// What a directory says of something in it.
  struct Entry {
    var name: String
    /// Nil where the file system does not keep it beside the name.
    var kind: OpenFile.Status.Kind?
  }

  private let path: String
  private let stream: OpaquePointer

  /// Opens `path`. Errors: `missing`, `unreadable`.
  init(_ path: String) throws(ReadingError) {
    guard let stream = unsafe opendir(path) else { throw OpenFile.failure(path, errno) }
    self.path = path
    unsafe self.stream = stream
  }

  deinit { unsafe closedir(stream) }

  /// What lies in it without `.` and `..`, in the order of the paths below it: sorted by their bytes, where
  /// a directory's name counts with the `/` after it. So a month's `.txt` comes before the directory of its
  /// pages, and the better form of a post is read first. To be asked once.
  func entries() -> [Entry] {
    var entries: [Entry] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let kind = unsafe Self.kind(ofType: Int(entry.pointee.d_type))
      // The slash is there for the order alone.
      entries.append(Entry(name: kind == .directory ? name + "/" : name, kind: kind))
    }
    entries.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for index in entries.indices where entries[index].kind == .directory {
      entries[index].name.removeLast()
    }
    return entries
  }

  /// What one of its names stands for, without following a symbolic link unless asked to. Errors: `missing`,
  /// `unreadable`.
  func status(of name: String, followingLinks: Bool) throws(ReadingError) -> OpenFile.Status {
    var status = stat()
    let flags = followingLinks ? 0 : AT_SYMLINK_NOFOLLOW
    guard unsafe fstatat(dirfd(stream), name, &status, flags) == 0 else {
      throw OpenFile.failure("\(path)/\(name)", errno)
    }
    return OpenFile.Status(status)
  }

  private static func kind(ofType type: Int) -> OpenFile.Status.Kind? {
    switch type {
    case Int(DT_UNKNOWN): nil
    case Int(DT_REG): .file
    case Int(DT_DIR): .directory
    case Int(DT_LNK): .link
    default: .other
    }
  }
}
