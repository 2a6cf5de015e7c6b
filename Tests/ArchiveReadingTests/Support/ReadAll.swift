import ArchiveReading
import Foundation
import MailParsing
import TestSupport

/// Everything a reading gave, gathered for comparison.
struct ReadAll: Equatable {
  struct Entry: Equatable {
    var path: String
    var member: String?
    var format: ArchiveFormat
    var list: String?
    var range: Range<Int>
    var sha256: String
    var subject: String
  }

  var entries: [Entry] = []
  var events: [ReadingEvent] = []

  var readings: [SourceReading] {
    events.compactMap { if case .read(let reading) = $0 { reading } else { nil } }
  }
  var skipped: [SkippedItem] {
    events.compactMap { if case .skipped(let item) = $0 { item } else { nil } }
  }
  var unchanged: [String] {
    events.compactMap { if case .unchanged(let path, _) = $0 { path } else { nil } }
  }
  var subjects: [String] { entries.map(\.subject) }

  /// What the readings tell the next one.
  var known: KnownSources {
    var sources: [KnownSources.Key: KnownSource] = [:]
    for reading in readings {
      let source = reading.source
      sources[.init(path: source.path, member: source.member)] = KnownSource(
        fileByteCount: source.file.byteCount, modifiedAt: source.file.modifiedAt,
        byteCount: reading.byteCount, sha256: reading.sha256,
        resumption: reading.resumption, isComplete: reading.isComplete)
    }
    return KnownSources(sources)
  }

  init(_ paths: [String], _ options: ArchiveReader.Options = .init()) async throws {
    var entries: [Entry] = []
    var events: [ReadingEvent] = []
    try await ArchiveReader(options).read(
      ArchiveWalker(paths: paths), startingPart: { [Entry]() },
      entry: { part, entry, bytes in
        part.append(
          Entry(
            path: entry.source.path, member: entry.source.member, format: entry.source.format,
            list: entry.list, range: entry.range,
            sha256: entry.sha256 ?? SHA256.hexadecimal(of: bytes),
            subject: entry.parsed.message.subject))
      },
      deliver: {
        entries += $0.result
        events += $0.events
      })
    self.entries = entries
    self.events = events
  }
}

/// A directory of the test's own, filled with files by path.
final class Archives {
  let url: URL
  var path: String { url.path }

  init(_ files: [String: String] = [:]) throws {
    url = try Checkout.temporaryDirectory("reading")
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func file(_ name: String) -> String { url.appendingPathComponent(name).path }
}

/// Letters to fill archives with.
enum Letter {
  /// A whole mail, numbered.
  static func mail(_ number: Int, subject: String? = nil, body: String = "Dear all.\n") -> String {
    """
    From: Ada Example <ada@example.org>
    To: builders@lists.example.org
    Subject: \(subject ?? "Letter \(number)")
    Date: Mon, 3 Mar 2008 09:15:00 +0000
    Message-ID: <letter-\(number)@example.org>

    \(body)
    """
  }

  /// The same in an mbox, with its From_ line and the empty line after it.
  static func entry(_ number: Int, body: String = "Dear all.\n") -> String {
    "From ada@example.org Mon Mar  3 09:15:00 2008\n\(mail(number, body: body))\n"
  }

  /// A post in pipermail's monthly text.
  static func pipermail(_ number: Int) -> String {
    """
    From ada at example.org  Mon Mar  3 09:15:00 2008
    From: ada at example.org (Ada Example)
    Date: Mon, 3 Mar 2008 09:15:00 +0000
    Subject: [Builders] Letter \(number)
    Message-ID: <letter-\(number)@example.org>

    Dear all.


    """
  }
}
