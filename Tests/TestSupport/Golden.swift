public import Foundation
public import Testing

/// Compares text with a file that was recorded and reviewed.
///
/// `RECORD=1` in the environment rewrites the file **and fails the test**, so that a recording is
/// always seen as a diff before it counts.
public enum Golden {
  /// Expects `text` to be what `Fixtures/<name>` beside the test file holds.
  public static func expect(
    _ text: String, equals name: String, testFile: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = Fixture.url(name, testFile: testFile)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      Issue.record(
        "recorded \(name); review the diff and run again", sourceLocation: sourceLocation)
      return
    }
    guard let data = try? Data(contentsOf: url) else {
      Issue.record("no golden \(name): record it with RECORD=1", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: data, as: UTF8.self)
    guard text != expected else { return }
    let line = zip(
      text.split(separator: "\n", omittingEmptySubsequences: false),
      expected.split(separator: "\n", omittingEmptySubsequences: false)
    )
    .enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      \(name) differs\(line.map { " at line \($0.offset + 1)" } ?? " in length")
      have: \(line.map { String($0.element.0) } ?? "\(text.count) characters")
      want: \(line.map { String($0.element.1) } ?? "\(expected.count) characters")
      """, sourceLocation: sourceLocation)
  }
}

/// Files that lie in `Fixtures` beside the tests that read them.
public enum Fixture {
  /// The location of `Fixtures/<name>` beside the test file.
  public static func url(_ name: String, testFile: String = #filePath) -> URL {
    URL(fileURLWithPath: testFile).deletingLastPathComponent()
      .appendingPathComponent("Fixtures").appendingPathComponent(name)
  }

  /// The bytes of `Fixtures/<name>`.
  public static func bytes(_ name: String, testFile: String = #filePath) throws -> [UInt8] {
    Array(try Data(contentsOf: url(name, testFile: testFile)))
  }
}
