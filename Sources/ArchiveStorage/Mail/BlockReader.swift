internal import Foundation
internal import GRDB

/// Reads blocks of mail, keeping the last few decompressed: neighbours are mostly asked for together.
final class BlockReader {
  private let db: Database
  private var kept: [(block: Int64, bytes: [UInt8])] = []
  private static let keptCount = 16

  init(_ db: Database) { self.db = db }

  /// The entry that starts at `start` of `block`.
  func entry(in block: Int64, at start: Int) throws -> PackedEntry {
    try PackedEntry(at: start, of: try bytes(of: block))
  }

  private func bytes(of block: Int64) throws -> [UInt8] {
    if let index = kept.lastIndex(where: { $0.block == block }) { return kept[index].bytes }
    guard
      let frame = try Data.fetchOne(
        db, sql: "SELECT bytes FROM block WHERE id = ?", arguments: [block])
    else { throw StorageError(.corrupt, detail: "a block of mail is missing") }
    let bytes = try Zstd.decompress(Array(frame))
    if kept.count == Self.keptCount { kept.removeFirst() }
    kept.append((block, bytes))
    return bytes
  }
}
