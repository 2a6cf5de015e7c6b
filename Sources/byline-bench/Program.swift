import Foundation

/// Runs another program to its end.
enum Program {
  /// What it prints, or nothing where that goes to /dev/null. Throws where it does not end with status 0,
  /// with its name and arguments.
  @discardableResult
  static func run(
    _ executable: URL, _ arguments: [String], discardingOutput: Bool = false
  ) throws -> Data {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = discardingOutput ? FileHandle.nullDevice : pipe
    try process.run()
    let output = discardingOutput ? Data() : pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchError(
        "status \(process.terminationStatus) of \(executable.path) "
          + arguments.joined(separator: " "))
    }
    return output
  }

  /// The same for a program found in the path.
  @discardableResult
  static func run(_ name: String, _ arguments: String...) throws -> Data {
    try run(URL(fileURLWithPath: "/usr/bin/env"), [name] + arguments)
  }
}
