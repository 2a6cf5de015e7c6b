import ClaimExtraction
import Foundation

/// Reads labelled bodies that are written for people to read and to add to.
///
/// A body begins at a line `=== what it shows`; a line `[kind]` opens a zone, which goes on to the next
/// such line. Blank lines around zones belong to the body.
enum ZoneExamples {
  /// The bodies of all `.zones` files of a folder, files in the order of their names.
  static func read(folder: URL) throws -> [LabelledBody] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "zones" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .flatMap { try bodies(in: String(contentsOf: $0, encoding: .utf8)) }
  }

  /// The bodies of one file's text.
  static func bodies(in text: String) -> [LabelledBody] {
    var bodies: [LabelledBody] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        bodies.append(LabelledBody(text: "", labels: []))
      } else if !bodies.isEmpty {
        if let kind = kind(openedBy: line) {
          let end = bodies[bodies.count - 1].text.unicodeScalars.count
          bodies[bodies.count - 1].labels.append((end..<end, kind))
        } else {
          bodies[bodies.count - 1].append(line)
        }
      }
    }
    return bodies
  }

  private static func kind(openedBy line: Substring) -> Zone.Kind? {
    guard line.hasPrefix("["), line.hasSuffix("]") else { return nil }
    return Zone.Kind(rawValue: String(line.dropFirst().dropLast()))
  }
}

extension LabelledBody {
  /// Adds a line; one with ink stretches the last zone over it.
  fileprivate mutating func append(_ line: Substring) {
    text += line + "\n"
    guard let last = labels.last, !line.allSatisfy(\.isWhitespace) else { return }
    let end = text.unicodeScalars.count - 1
    labels[labels.count - 1].range = last.range.lowerBound..<end
  }
}
