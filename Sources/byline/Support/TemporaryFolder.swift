import Foundation

/// A folder that nobody else reads, for as long as a command runs.
enum TemporaryFolder {
  /// Makes one, and gives its path. Short, as programs put sockets into it.
  static func make() throws -> String {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("byline-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    return url.path
  }

  /// Removes one with what is in it.
  static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}
