import ArgumentParser
import Foundation
import MailParsing

/// Times splitting an mbox into entries.
struct Split: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Splits mboxes into entries; against wc -l and grep -c '^From '.")

  @Argument(help: "mbox files, uncompressed.")
  var files: [String]

  @Option(help: "How often each program runs; the best counts.")
  var rounds = 5

  @Flag(help: .hidden)
  var once = false

  func run() throws {
    if once {
      var count = 0
      for file in files {
        try MappedFile.withBytes(of: file) { bytes in
          _ = MboxReader(dialect: .mboxrd).split(bytes, isWhole: true) { _ in count += 1 }
        }
      }
      return print(count)
    }
    let measurements = try Stopwatch.measure(
      [
        .init(
          name: "byline split", executable: Self.executable,
          arguments: ["split", "--once"] + files),
        .init(
          name: "wc -l", executable: URL(fileURLWithPath: "/usr/bin/wc"), arguments: ["-l"] + files),
        .init(
          name: "grep -c '^From '", executable: URL(fileURLWithPath: "/bin/grep"),
          arguments: ["-a", "-c", "-h", "^From "] + files),
      ], rounds: rounds)
    Report.print(measurements, files: files)
  }

  /// The program itself, to be run again as a process of its own.
  static var executable: URL { URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath() }
}
