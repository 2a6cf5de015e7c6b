import ArchiveReading
import Foundation

/// A document that a user names, beside archives.
enum InputFile {
  /// The bytes of the file at `path`; `-` is standard input.
  static func bytes(at path: String) throws -> [UInt8] {
    guard path == "-" else { return try EntryReader.document(at: path) }
    return Array(FileHandle.standardInput.readDataToEndOfFile())
  }
}
