import ArchiveStorage
import ClaimExtraction
import Foundation

/// Reads labelled statements.
enum ClaimExamples {
  private struct Labels: Codable {
    var claims: [LabelledStatement.Label]
  }

  /// The statements of `text/NAME.txt` with the claims of `labels/NAME.json`, by name.
  static func labelled(in folder: URL) throws -> [LabelledStatement] {
    try files(of: folder.appendingPathComponent("text")).map { file in
      let name = file.deletingPathExtension().lastPathComponent
      let labels = try JSONDecoder().decode(
        Labels.self,
        from: Data(contentsOf: folder.appendingPathComponent("labels/\(name).json")))
      return LabelledStatement(
        name: name, text: String(decoding: try Data(contentsOf: file), as: UTF8.self),
        labels: labels.claims)
    }
  }

  /// Writes claims in the form of labels, as `NAME.json` of a folder.
  static func write(_ claims: [Claim], of name: String, into folder: String) throws {
    let labels = Labels(claims: claims.map(LabelledStatement.Label.init))
    let folder = URL(fileURLWithPath: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try JSONEncoder().encode(labels).write(to: folder.appendingPathComponent("\(name).json"))
  }

  /// The statements of a folder whose claims are marked in place, by name.
  static func marked(in folder: URL) throws -> [LabelledStatement] {
    try files(of: folder).map { file in
      LabelledStatement(
        name: file.deletingPathExtension().lastPathComponent,
        marked: String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }
  }

  /// The part of `count` that an author's statements fall in; a name ends in `__author_at_host`.
  static func part(of name: String, of count: Int) -> Int {
    let last = name.components(separatedBy: "__").last ?? name
    let author = last.components(separatedBy: "_at_")[0].lowercased().filter(\.isLetter)
    return Int(Name.digest(author) % UInt64(max(count, 1)))
  }

  private static func files(of folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
