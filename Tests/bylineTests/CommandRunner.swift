import Foundation
import TestSupport

/// Runs the built command, and programs beside it, in a directory that goes when the runner goes.
final class CommandRunner {
  /// How a program ended and what it said.
  struct Run {
    var status: Int
    var output: String
    var errors: String
  }

  private let directory: URL

  init(_ purpose: String) throws { directory = try Checkout.temporaryDirectory(purpose) }

  deinit { try? FileManager.default.removeItem(at: directory) }

  /// Runs the command that was built beside these tests.
  func byline(_ arguments: [String]) throws -> Run {
    try run([Checkout.builtProducts.appendingPathComponent("byline").path] + arguments)
  }

  /// Starts the command and leaves it running; what it prints goes to a file of the directory.
  func start(_ arguments: [String], output: String) throws -> Process {
    try write("", to: output)
    let process = Process()
    process.executableURL = Checkout.builtProducts.appendingPathComponent("byline")
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.standardOutput = try FileHandle(forWritingTo: url(output))
    try process.run()
    return process
  }

  /// Runs a program of the search path, with a file of the directory as its input.
  func run(_ words: [String], input: String? = nil) throws -> Run {
    // Files, not pipes: a full pipe that nobody empties would stop the program.
    for file in [".output", ".errors"] { try write("", to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = directory
    process.environment = ProcessInfo.processInfo.environment
      .merging(["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"]) { $1 }
    if let input { process.standardInput = try FileHandle(forReadingFrom: url(input)) }
    process.standardOutput = try FileHandle(forWritingTo: url(".output"))
    process.standardError = try FileHandle(forWritingTo: url(".errors"))
    try process.run()
    process.waitUntilExit()
    return Run(
      status: Int(process.terminationStatus), output: try read(".output"),
      errors: try read(".errors"))
  }

  func url(_ name: String) -> URL { directory.appendingPathComponent(name) }

  func read(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }

  func write(_ text: String, to name: String) throws { try Data(text.utf8).write(to: url(name)) }
}
