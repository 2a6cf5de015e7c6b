public import Foundation

/// Where the repository lies, and what may lie beside it.
public enum Checkout {
  /// The repository's root.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file of `../shared`, or nil where it is absent: a test that needs it is skipped by name with
  /// `.enabled(if: Checkout.shared("corpora/…") != nil)`.
  public static func shared(_ path: String) -> URL? {
    let url = root.deletingLastPathComponent().appendingPathComponent("shared/\(path)")
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  /// Where the tests that run, and the programs built with them, lie.
  public static var builtProducts: URL {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return program.deletingLastPathComponent()
  }

  /// An empty directory of the caller's own below the system's temporary one.
  public static func temporaryDirectory(_ purpose: String) throws -> URL {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("byline-\(purpose)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }
}
