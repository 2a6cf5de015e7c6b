import Foundation

/// Questions about paths that a user names.
enum Path {
  /// Whether a directory stands at `path`.
  static func isDirectory(_ path: String) -> Bool {
    (try? URL(fileURLWithPath: path).resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory
      == true
  }
}
