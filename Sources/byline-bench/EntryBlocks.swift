import Foundation
import MailParsing

/// An mbox read block by block, as `wc` reads it, and split as it comes: memory holds one block and what
/// is left of an entry at its end.
enum EntryBlocks {
  /// Enough that reading costs few calls, little enough that a block stays in the cache.
  private static let blockByteCount = 1 << 18

  /// Reads the file at `path` and hands over each entry with the block it lies in and the offset of that
  /// block. `dialect` is told from the head of the file.
  static func read(
    _ path: String, dialect: (Span<UInt8>) -> MboxDialect,
    entry: (Span<UInt8>, Int, MboxEntry, MboxDialect) -> Void
  ) throws {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw BenchError("cannot open \(path)") }
    defer { close(descriptor) }
    var block = [UInt8](repeating: 0, count: blockByteCount)
    var (offset, filled) = (0, 0)
    var found: MboxDialect?
    while true {
      if filled == block.count { block.append(contentsOf: repeatElement(0, count: block.count)) }
      let count = unsafe block.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress! + filled, $0.count - filled)
      }
      guard count >= 0 else { throw BenchError("cannot read \(path)") }
      filled += count
      let known = found ?? dialect(block.span.extracting(first: filled))
      found = known
      let taken = split(block.span.extracting(first: filled), isWhole: count == 0, known) {
        entry($0, offset, $1, known)
      }
      guard count > 0 else { return }
      unsafe block.withUnsafeMutableBytes {
        _ = unsafe memmove($0.baseAddress!, $0.baseAddress! + taken, filled - taken)
      }
      offset += taken
      filled -= taken
    }
  }

  private static func split(
    _ bytes: Span<UInt8>, isWhole: Bool, _ dialect: MboxDialect,
    entry: (Span<UInt8>, MboxEntry) -> Void
  ) -> Int {
    MboxReader(dialect: dialect).split(bytes, isWhole: isWhole) { entry(bytes, $0) }
  }
}
