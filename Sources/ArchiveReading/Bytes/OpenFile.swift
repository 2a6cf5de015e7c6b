import Glibc

/// A file opened for reading; closed when the value ends.
struct OpenFile: ~Copyable {
  /// What `fstat` tells of a file.
  struct Status: Sendable, Hashable {
    enum Kind: Sendable, Hashable { case file, directory, link, other }
    var kind: Kind
    var byteCount: Int
    /// Nanoseconds since 1970.
    var modifiedAt: Int64
  }

  let path: String
  let descriptor: CInt
  private let isOwned: Bool

  /// Opens `path`. Errors: `missing`, `unreadable`.
  init(_ path: String) throws(ReadingError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    self.path = path
    self.descriptor = descriptor
    self.isOwned = true
  }

  /// Borrows standard input, which stays open.
  init(standardInput: Void) {
    path = "-"
    descriptor = STDIN_FILENO
    isOwned = false
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// What kind of file it is, how large and how old.
  func status() throws(ReadingError) -> Status {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Self.failure(path, errno) }
    return Status(status)
  }

  /// The same of what must be no directory. Errors: `directory`.
  private func statusOfFile() throws(ReadingError) -> Status {
    let status = try status()
    guard status.kind != .directory else {
      throw ReadingError(.directory, path, "it is a directory")
    }
    return status
  }

  /// What lies at `path`, without following a symbolic link unless asked to. Errors: `missing`, `unreadable`.
  static func status(of path: String, followingLinks: Bool) throws(ReadingError) -> Status {
    var status = stat()
    let result = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { throw failure(path, errno) }
    return Status(status)
  }

  /// Appends up to `limit` more bytes to `buffer`; 0 is the end of the file. Errors: `unreadable`.
  func read(into buffer: inout [UInt8], limit: Int) throws(ReadingError) -> Int {
    var failed: CInt = 0
    let start = buffer.count
    buffer.append(addingCapacity: limit) { room in
      unsafe room.withUnsafeMutableBufferPointer { space, count in
        var result: Int
        repeat {
          result = unsafe Glibc.read(descriptor, space.baseAddress, limit)
        } while result < 0 && errno == EINTR
        if result < 0 { failed = errno }
        count = max(0, result)
      }
    }
    guard failed == 0 else { throw ReadingError(.unreadable, path, at: start, Self.reason(failed)) }
    return buffer.count - start
  }

  /// The whole file, up to `limit` bytes; where its size is `expected` to be what is known already, it
  /// is not asked for again. Errors: `missing`, `unreadable`, `directory`.
  static func bytes(
    of path: String, expecting expected: Int? = nil, limit: Int
  ) throws(ReadingError) -> [UInt8] {
    let file = try OpenFile(path)
    let expected = if let expected { expected } else { try file.statusOfFile().byteCount }
    var bytes: [UInt8] = []
    while bytes.count < limit {
      // One byte more than the file should hold, so that its end is seen in the same call.
      let wanted = min(max(expected + 1 - bytes.count, 4096), limit - bytes.count)
      let taken = try file.read(into: &bytes, limit: wanted)
      if taken == 0 || taken < wanted && bytes.count >= expected { break }
    }
    return bytes
  }

  /// Where a symbolic link leads in the end; nil where it leads nowhere.
  static func resolved(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// An error number in words, lower-cased as the middle of a sentence.
  static func reason(_ number: CInt) -> String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text).lowercased()
  }

  /// The error that a call on `path` ended with.
  static func failure(_ path: String, _ number: CInt) -> ReadingError {
    let isMissing = number == ENOENT || number == ENOTDIR
    return ReadingError(isMissing ? .missing : .unreadable, path, reason(number))
  }
}

extension OpenFile.Status {
  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .link
      default: .other
      }
    byteCount = Int(status.st_size)
    modifiedAt = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
  }
}
