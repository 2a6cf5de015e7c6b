import ArchiveReading
import ArgumentParser
import MailParsing

/// Reads mboxes entry by entry and holds what comes out against the bytes of each file.
struct Whole: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks that the entries of mboxes, and the line ends between them, are the files.",
    discussion: """
      Read as `byline parse` reads them. Each entry's bytes must stand in the file at its range, entries \
      must follow one another, and nothing but line ends may lie between them. The status is 1 where a \
      byte is missing, and the file is named.
      """)

  @Argument(help: "mbox files, uncompressed.")
  var files: [String]

  func run() async throws {
    var (entryCount, byteCount, separatorCount) = (0, 0, 0)
    var losses: [String] = []
    for file in files {
      let pieces = try await pieces(of: file)
      entryCount += pieces.count
      try MappedFile.withBytes(of: file) { bytes in
        byteCount += bytes.count
        var end = 0
        var isWhole = true
        for piece in pieces {
          isWhole =
            isWhole && isSeparator(bytes, end..<max(end, piece.range.lowerBound))
            && end <= piece.range.lowerBound
            && piece.sha256 == SHA256.hexadecimal(of: bytes.extracting(piece.range))
          separatorCount += piece.range.lowerBound - end
          end = piece.range.upperBound
        }
        separatorCount += bytes.count - end
        if !isWhole || !isSeparator(bytes, end..<bytes.count) { losses.append(file) }
      }
    }
    print(
      "\(files.count) files, \(byteCount) bytes: \(entryCount) entries, "
        + "\(separatorCount) bytes of line ends between them; \(losses.count) files lost bytes")
    for file in losses { print("lost: \(file)") }
    guard losses.isEmpty else { throw ExitCode.failure }
  }

  /// An entry as the reader handed it over.
  private struct Piece: Sendable {
    var range: Range<Int>
    var sha256: String
  }

  private func pieces(of file: String) async throws -> [Piece] {
    var pieces: [Piece] = []
    var options = ArchiveReader.Options()
    options.digestsSources = false
    try await ArchiveReader(options).read(
      ArchiveWalker(paths: [file]), startingPart: { [Piece]() },
      entry: { $0.append(Piece(range: $1.range, sha256: SHA256.hexadecimal(of: $2))) },
      deliver: { pieces += $0.result })
    return pieces
  }

  private func isSeparator(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.allSatisfy { bytes[$0] == 0x0A || bytes[$0] == 0x0D }
  }
}
