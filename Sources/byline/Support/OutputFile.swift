import Foundation

/// A file that a user names to be written.
enum OutputFile {
  /// Writes `text` to `path`, and makes the directories it lies in. A file is there as a whole or stays what
  /// it was; through a symbolic link, into a pipe or a device it is written as into any other.
  static func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    do {
      if let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type],
        kind as? FileAttributeType != .typeRegular
      {
        try FileHandle(forWritingTo: url).write(contentsOf: Data(text.utf8))
        return
      }
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .atomic)
    } catch {
      throw Failure(ExitStatus.cannotCreate, "cannot write \(path): \(reason(error))")
    }
  }

  /// What the system says is wrong, where it says so.
  private static func reason(_ error: any Error) -> String {
    let inner = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
    guard let code = (inner ?? error) as? POSIXError else { return error.localizedDescription }
    return Terminal.reason(code.code.rawValue)
  }
}
