import Foundation

/// Programs that tests compare with or need beside the toolchain.
public enum Tool {
  /// True where a program of this name lies on the search path: a test that needs it is skipped by
  /// name where it does not.
  public static func isInstalled(_ name: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }
}
