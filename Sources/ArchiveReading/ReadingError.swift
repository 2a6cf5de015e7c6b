/// Why bytes could not be had: what was being read, where in it, and what is wrong.
public struct ReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of failure it is; each has one exit status in the command.
  public enum Code: String, Sendable, Hashable {
    /// Nothing lies at the path.
    case missing
    /// It is there and cannot be opened or read.
    case unreadable
    /// A directory lies where a file is wanted.
    case directory
    /// It was read, and holds no archive that can be told from its content.
    case notAnArchive
    /// A compressed file or a container ends too early.
    case truncated
    /// A compressed file or a container breaks its own format.
    case corrupt
    /// `git` is needed, and is missing or failed.
    case git
  }

  /// What kind of failure it is.
  public var code: Code
  /// The file, directory or repository, as the caller named it.
  public var path: String
  /// The place in the decompressed bytes where reading stopped; nil where it is no matter of place.
  public var byteOffset: Int?
  /// What is wrong, in words.
  public var detail: String

  /// Makes an error about a path.
  public init(_ code: Code, _ path: String, at byteOffset: Int? = nil, _ detail: String) {
    self.code = code
    self.path = path
    self.byteOffset = byteOffset
    self.detail = detail
  }

  /// What was being done, to which file and where in it, what is wrong, and what to try.
  public var description: String {
    let place = byteOffset.map { " (at byte \($0) of its content)" } ?? ""
    return "cannot read \(path): \(detail)\(place)\(advice)"
  }

  private var advice: String {
    switch code {
    case .missing where path == "-": "; standard input cannot be read again"
    case .missing where path.hasPrefix("/"): "; check the path"
    case .missing: "; check the path, and the directory that it leads from"
    case .unreadable: "; check its permissions"
    case .directory: "; name a file"
    case .notAnArchive: "; name an mbox, a pipermail month, a Maildir or a directory that holds one"
    case .truncated, .corrupt: "; fetch it again"
    case .git: ""
    }
  }
}
