import Subprocess
import MailParsing

/// A public-inbox's messages, in the order they came in, read from git objects without a checkout.
///
/// Version 2 has one file `m` that each commit replaces; version 1 has one file a message, named by the
/// SHA-1 of its Message-ID (public-inbox-v1-format(5), public-inbox-v2-format(5)). Either way the blobs
/// that history adds at such paths, and does not take away later, are the messages.
final class PublicInboxReading {
  private let path: String
  /// Blobs still to read, last one first.
  private var remaining: [Blob]
  private var ready: [LoadedSource] = []

  private struct Blob {
    var id: String
    var byteCount: Int
  }

  /// Lists the messages of the repository at `path`. Errors: `git`; `notAnArchive` for any other repository.
  init(_ path: String) async throws(ReadingError) {
    self.path = path
    let log = try await Git.run(
      path,
      [
        "log", "--reverse", "--raw", "--no-abbrev", "--no-renames", "--root", "--first-parent",
        "--format=", "HEAD",
      ])
    var order: [String] = []
    var live: Set<String> = []
    for line in String(decoding: log, as: UTF8.self).split(separator: "\n") {
      // `:000000 100644 <old id> <new id> A<TAB>path`
      let fields = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
      guard fields.count == 6 else { continue }
      let (old, new, kind, name) = (String(fields[2]), String(fields[3]), fields[4], fields[5])
      if name == "m" {
        // `m` holds the mail that came last: what goes from there is still in history.
        if kind != "D", live.insert(new).inserted { order.append(new) }
      } else if Self.isVersion1(name) {
        if kind != "A" { live.remove(old) }
        if kind != "D", live.insert(new).inserted { order.append(new) }
      } else if name == "d" {
        // The message that was taken out is kept at `d` for the record; what is live no longer holds it.
        live.remove(new)
      }
    }
    guard !order.isEmpty else {
      throw ReadingError(.notAnArchive, path, "a git repository that is no public-inbox")
    }
    var seen: Set<String> = []
    let ids = order.filter { live.contains($0) && seen.insert($0).inserted }
    let sizes = try await Git.run(
      path, ["cat-file", "--batch-check=%(objectname) %(objectsize)"],
      input: ids.map { $0 + "\n" }.joined())
    remaining = String(decoding: sizes, as: UTF8.self).split(separator: "\n").reversed().compactMap
    {
      let fields = $0.split(separator: " ")
      guard fields.count == 2, let count = Int(fields[1]) else { return nil }
      return Blob(id: String(fields[0]), byteCount: count)
    }
  }

  /// The next message; nil after the last. Errors: `git`.
  func next() async throws(ReadingError) -> LoadedSource? {
    if ready.isEmpty { try await readMore() }
    return ready.popLast()
  }

  private func readMore() async throws(ReadingError) {
    var wanted: [Blob] = []
    var byteCount = 0
    while let blob = remaining.last,
      wanted.isEmpty || byteCount + blob.byteCount < UnitSize.standard.bytes,
      wanted.count < UnitSize.standard.files
    {
      wanted.append(blob)
      byteCount += blob.byteCount
      remaining.removeLast()
    }
    guard !wanted.isEmpty else { return }
    let output = try await Git.run(
      path, ["cat-file", "--batch"], input: wanted.map { $0.id + "\n" }.joined(),
      limit: byteCount + wanted.count * 128)
    var start = 0
    for blob in wanted {
      // `<id> blob <size>LF<bytes>LF`
      guard let lineEnd = output[start...].firstIndex(of: 0x0A),
        lineEnd + 1 + blob.byteCount <= output.count
      else {
        throw ReadingError(.git, path, "git cat-file gave less than it announced for \(blob.id)")
      }
      let body = output[lineEnd + 1..<lineEnd + 1 + blob.byteCount]
      start = lineEnd + 2 + blob.byteCount
      ready.append(
        LoadedSource(
          file: ArchiveFile(path: path, byteCount: blob.byteCount, modifiedAt: 0),
          member: blob.id, bytes: SharedBytes(Array(body)), isPublicInbox: true))
      if start > output.count { break }
    }
    ready.reverse()
  }

  /// Whether a name at the top of a checkout may be a public-inbox's: `m` and `d` of version 2, the first
  /// bytes of digests of version 1. Such a checkout holds what the repository beside it does.
  static func isInCheckout(_ name: String) -> Bool {
    name == ".git" || name == "m" || name == "d"
      || name.utf8.count == 2
        && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// `2f/ad3b…`: the SHA-1 of a Message-ID, its first byte a directory.
  private static func isVersion1(_ name: Substring) -> Bool {
    let utf8 = Array(name.utf8)
    guard utf8.count == 41, utf8[2] == 0x2F else { return false }
    return utf8.enumerated().allSatisfy { index, byte in
      index == 2 || (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
  }
}
