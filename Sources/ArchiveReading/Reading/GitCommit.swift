import Foundation

/// A commit as its object has it.
public struct GitCommit: Sendable, Hashable {
  /// The author's name and address as the object has them.
  public var author: String
  /// The author's name alone.
  public var authorName: String
  /// The first line of its message that is not empty.
  public var subject: String

  /// Reads the commit named `id` in the repository at `path`. Errors: `git`, `missing`.
  public init(_ id: String, in path: String) async throws(ReadingError) {
    guard !id.isEmpty,
      id.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { throw ReadingError(.missing, path, "no commit \(id) in it") }
    // A checkout holds its repository in `.git`; a bare one is the directory itself.
    let inner = path + "/.git"
    let bytes = try await Git.run(
      FileManager.default.fileExists(atPath: inner) ? inner : path, ["cat-file", "commit", id])
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // Header lines, an empty line, the message.
    let header = lines.prefix { !$0.isEmpty }
    let field = header.first { $0.hasPrefix("author ") }.map { $0.dropFirst(7) } ?? ""
    let who = field.lastIndex(of: ">").map { String(field[...$0]) } ?? String(field)
    let name = who.firstIndex(of: "<").map { who[..<$0] } ?? who[...]
    author = who
    authorName = String(name.last == " " ? name.dropLast() : name)
    // One line, not the paragraph that git's `%s` joins: some messages are a paragraph and no more.
    subject = lines.dropFirst(header.count).first { !$0.isEmpty }.map(String.init) ?? ""
  }
}
