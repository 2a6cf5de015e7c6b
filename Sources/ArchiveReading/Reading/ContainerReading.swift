/// A container whose members are being read, and the container it was found in.
final class ContainerReading {
  let file: ArchiveFile
  /// The member of the outer container that this one is.
  let prefix: String?
  let outer: ContainerReading?
  private let container: Container
  /// Whether a member was reached before anything went wrong.
  private(set) var gaveMember = false
  /// The name of the member given last.
  private(set) var current: String?

  /// The member to go on from, where the container was opened a second time.
  private var resumption: String??

  /// Nested deeper than this, a container is passed over: real archives nest twice (a `.txt.gz` in a
  /// `.tar.xz`), and each level holds buffers.
  static let deepest = 4

  /// Reads the container in `stream`. Errors: `corrupt`, `truncated`.
  init(
    _ stream: some ByteStream, file: ArchiveFile, prefix: String?,
    around outer: ContainerReading? = nil
  ) throws(ReadingError) {
    var depth = 1
    var level = outer
    while let current = level {
      depth += 1
      level = current.outer
    }
    guard depth <= Self.deepest else {
      throw ReadingError(
        .corrupt, file.path, "containers nested deeper than \(Self.deepest) are not opened")
    }
    self.file = file
    self.prefix = prefix
    self.outer = outer
    container = try Container(stream, path: file.path)
  }

  /// The next member, named from the outermost container on; nil after the last.
  func next() throws(ReadingError) -> Container.Member? {
    while var member = try container.next() {
      gaveMember = true
      // A compressed member is named as itself: `month.mbox.gz`, not `month.mbox.gz/data`.
      member.name = [prefix, member.name].compactMap { $0 }.joined(separator: "/")
      if member.name == "" { member.name = nil }
      if let wanted = resumption, !Self.isAt(wanted, member.name) { continue }
      resumption = nil
      current = member.name
      return member
    }
    return nil
  }

  /// Goes on from the member named `name`, or that holds it; those before it were given before.
  func resume(at name: String?) {
    resumption = .some(name)
  }

  private static func isAt(_ wanted: String?, _ name: String?) -> Bool {
    guard let wanted, let name else { return wanted == name }
    return wanted == name || wanted.hasPrefix(name + "/")
  }

  /// The bytes of the member that was given last.
  var stream: MemberStream { MemberStream(of: container) }
}
