import MailParsing

/// Cuts the output of `git log` into commits while it arrives.
///
/// The output is a row of tokens, each ended by a zero byte, which can stand in no name, message or
/// path. A record opens with a token that begins with 0x01. Tokens of more than ``longestToken``
/// bytes are cut and paths beyond ``mostPaths`` let go, so that memory is bounded whatever a
/// history holds.
struct GitLogParser {
  /// One commit as the log gives it; bytes as git holds them.
  struct Record {
    var id: [UInt8] = []
    /// Name and address as committed, and as `.mailmap` has them.
    var name: [UInt8] = []
    var email: [UInt8] = []
    var mappedName: [UInt8] = []
    var mappedEmail: [UInt8] = []
    var authoredAt = MailDate(secondsSinceEpoch: 0, zoneOffsetMinutes: nil)
    var committedAt = MailDate(secondsSinceEpoch: 0, zoneOffsetMinutes: nil)
    var message: [UInt8] = []
    /// Every changed path.
    var paths: [[UInt8]] = []
  }

  /// What `git log` must be asked for: names of changed paths, never their contents, so that a
  /// repository without blobs will do.
  static let arguments = [
    "log", "-z", "--no-renames", "--no-merges", "--name-only", "--no-color", "--no-notes",
    "--no-decorate", "--encoding=UTF-8", "--date=raw",
    "--format=%x01%H%x00%an%x00%ae%x00%aN%x00%aE%x00%ad%x00%cd%x00%B%x00",
  ]
  static let longestToken = 1 << 16
  static let mostPaths = 2000

  private var token: [UInt8] = []
  private var field = Field.path
  private var record = Record()

  private enum Field {
    case name, email, mappedName, mappedEmail, authoredAt, committedAt, message, path
  }

  /// Reads the next piece of output; `emit` is handed each commit that is complete.
  mutating func consume(_ bytes: RawSpan, emit: (Record) -> Void) {
    unsafe bytes.withUnsafeBytes { buffer in
      var rest = unsafe buffer[...]
      while let end = unsafe rest.firstIndex(of: 0) {
        unsafe append(rest[..<end])
        close(emit)
        unsafe rest = rest[(end + 1)...]
      }
      unsafe append(rest)
    }
  }

  /// Hands on the last commit.
  mutating func finish(emit: (Record) -> Void) {
    if !token.isEmpty { close(emit) }
    if !record.id.isEmpty { emit(record) }
    record = Record()
    field = .path
  }

  private mutating func append(_ bytes: Slice<UnsafeRawBufferPointer>) {
    unsafe token.append(contentsOf: bytes.prefix(max(0, Self.longestToken - token.count)))
  }

  private mutating func close(_ emit: (Record) -> Void) {
    defer { token.removeAll(keepingCapacity: true) }
    switch field {
    case .name: (record.name, field) = (token, .email)
    case .email: (record.email, field) = (token, .mappedName)
    case .mappedName: (record.mappedName, field) = (token, .mappedEmail)
    case .mappedEmail: (record.mappedEmail, field) = (token, .authoredAt)
    case .authoredAt: (record.authoredAt, field) = (Self.date(token), .committedAt)
    case .committedAt: (record.committedAt, field) = (Self.date(token), .message)
    case .message: (record.message, field) = (token, .path)
    case .path:
      if token.first == 0x01 {
        if !record.id.isEmpty { emit(record) }
        record = Record()
        record.id = Array(token.dropFirst())
        field = .name
      } else {
        // A line feed parts the message from the first path.
        let path = token.first == 0x0A ? Array(token.dropFirst()) : token
        if !path.isEmpty, record.paths.count < Self.mostPaths { record.paths.append(path) }
      }
    }
  }

  /// Reads `1381359932 +0100`; what is out of any calendar's range is the epoch.
  static func date(_ bytes: [UInt8]) -> MailDate {
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    let seconds = parts.first.flatMap { Int64($0) } ?? 0
    let zone = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let minutes = zone / 100 * 60 + zone % 100
    return MailDate(
      secondsSinceEpoch: (-62_000_000_000...253_000_000_000).contains(seconds) ? seconds : 0,
      zoneOffsetMinutes: (-1440...1440).contains(minutes) ? minutes : 0)
  }
}
