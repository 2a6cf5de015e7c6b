/// What an earlier reading knows of a source, by which it is told unchanged, grown or changed.
public struct KnownSource: Sendable, Hashable {
  /// Bytes of the file on disk when it was read; nil where that was not kept.
  public var fileByteCount: Int?
  /// Nanoseconds since 1970 when it was last written to, as it was then; nil where that was not kept.
  public var modifiedAt: Int64?
  /// Bytes of the decompressed source that were read.
  public var byteCount: Int
  /// SHA-256 of those bytes, as 64 lower-case hexadecimal digits.
  public var sha256: String
  /// What its ``SourceReading/resumption`` was; empty where that was not kept.
  public var resumption: [UInt8]
  /// Whether it was read to its end.
  public var isComplete: Bool

  /// Makes what is known of a source.
  public init(
    fileByteCount: Int?, modifiedAt: Int64?, byteCount: Int, sha256: String,
    resumption: [UInt8] = [], isComplete: Bool
  ) {
    self.fileByteCount = fileByteCount
    self.modifiedAt = modifiedAt
    self.byteCount = byteCount
    self.sha256 = sha256
    self.resumption = resumption
    self.isComplete = isComplete
  }
}

/// What an earlier reading knows, by path and member.
public struct KnownSources: Sendable {
  /// Names a source.
  public struct Key: Sendable, Hashable {
    /// The file's path.
    public var path: String
    /// The member of a container; nil for the file itself.
    public var member: String?

    /// Makes a source's name.
    public init(path: String, member: String?) {
      self.path = path
      self.member = member
    }
  }

  private var sources: [Key: KnownSource]
  /// Size and time of files that are read whole, themselves or all members found in them.
  private var wholeFiles: [String: (byteCount: Int, modifiedAt: Int64)] = [:]
  /// Files that were looked at and hold no mail.
  private var noArchives: [String: SkippedItem] = [:]

  /// Knows of `sources`, and of files whose content told that they are no archives; by default of none.
  public init(_ sources: [Key: KnownSource] = [:], noArchives: [SkippedItem] = []) {
    self.sources = sources
    for item in noArchives { self.noArchives[item.path] = item }
    wholeFiles.reserveCapacity(sources.count)
    var broken: Set<String> = []
    for (key, source) in sources {
      guard source.isComplete, let count = source.fileByteCount, let time = source.modifiedAt
      else {
        broken.insert(key.path)
        continue
      }
      wholeFiles[key.path] = (count, time)
    }
    for path in broken { wholeFiles[path] = nil }
  }

  /// What is known of a source; nil for one never read.
  subscript(path: String, member: String?) -> KnownSource? {
    sources.isEmpty ? nil : sources[Key(path: path, member: member)]
  }

  /// Whether a file is as large and as old as when it was last read whole.
  func holdsWhole(_ file: ArchiveFile) -> Bool {
    guard let known = wholeFiles[file.path] else { return false }
    return known.byteCount == file.byteCount && known.modifiedAt == file.modifiedAt
  }

  /// Why a file is passed over that is as large and as old as when it was found to be no archive.
  func noArchive(_ file: ArchiveFile) -> SkippedItem? {
    guard let known = noArchives[file.path] else { return nil }
    let isSame = known.file.map {
      $0.byteCount == file.byteCount && $0.modifiedAt == file.modifiedAt
    }
    return isSame == true ? known : nil
  }
}
