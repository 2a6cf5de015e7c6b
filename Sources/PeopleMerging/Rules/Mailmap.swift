/// A `.mailmap` file of git: which names and addresses a project holds to be one (gitmailmap(5)).
public struct Mailmap: Sendable, Hashable {
  /// One line: what stands in commits, and what it stands for.
  public struct Entry: Sendable, Hashable {
    /// The name to show; empty where the line gives none.
    public var properName: String
    /// The address to show.
    public var properEmail: String
    /// The name in commits; empty where any name will do.
    public var commitName: String
    /// The address in commits; equal to ``properEmail`` where the line gives only one.
    public var commitEmail: String
  }
  /// The lines in order.
  public var entries: [Entry]

  /// Makes an empty map.
  public init() { entries = [] }

  /// Reads a `.mailmap`; comments and lines without an address in angle brackets are passed over.
  public init(_ text: String) {
    entries = text.split(whereSeparator: \.isNewline).compactMap { Entry(line: $0) }
  }
}

extension Mailmap.Entry {
  fileprivate init?(line: Substring) {
    let line = line.prefix { $0 != "#" }
    var addresses: [String] = []
    var names: [String] = []
    var rest = line
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      names.append(rest[..<open].trimmed(of: " \t"))
      addresses.append(rest[rest.index(after: open)..<close].trimmed(of: " \t"))
      rest = rest[rest.index(after: close)...]
    }
    guard let proper = addresses.first else { return nil }
    properName = names[0]
    properEmail = proper
    commitName = names.count > 1 ? names[1] : ""
    commitEmail = addresses.count > 1 ? addresses[1] : proper
  }
}
