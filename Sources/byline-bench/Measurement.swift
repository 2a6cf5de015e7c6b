import Foundation

/// Processor time of a program that ran to its end, user and system together, and the time it took.
struct Measurement: Sendable {
  /// The program, as the report names it.
  var name: String
  /// Processor seconds of each run.
  var seconds: [Double]
  /// Seconds by the clock of each run, which hold only where nothing else runs.
  var wallSeconds: [Double]
  /// What it printed, trimmed.
  var output: String

  /// The least of the runs: what the work costs when nothing disturbs it.
  var best: Double { seconds.min() ?? .infinity }

  /// The least by the clock.
  var bestWall: Double { wallSeconds.min() ?? .infinity }
}

/// Runs programs and takes their processor time.
enum Stopwatch {
  /// Runs each of `commands` in turn, `rounds` times over, so that all meet the same disturbances.
  static func measure(_ commands: [Command], rounds: Int) throws -> [Measurement] {
    var measurements = commands.map {
      Measurement(name: $0.name, seconds: [], wallSeconds: [], output: "")
    }
    for _ in 0..<max(1, rounds) {
      for (index, command) in commands.enumerated() {
        try run(command, into: &measurements[index])
      }
    }
    return measurements
  }

  /// A program to run.
  struct Command {
    var name: String
    var executable: URL
    var arguments: [String]
    /// Whether its output goes to /dev/null instead of being kept.
    var discardsOutput = false
  }

  private static func run(_ command: Command, into measurement: inout Measurement) throws {
    let (before, start) = (childSeconds(), ContinuousClock.now)
    let data = try Program.run(
      command.executable, command.arguments, discardingOutput: command.discardsOutput)
    measurement.seconds.append(childSeconds() - before)
    measurement.wallSeconds.append((ContinuousClock.now - start) / .seconds(1))
    measurement.output = String(decoding: data, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Processor seconds of all children that have ended.
  private static func childSeconds() -> Double {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}

/// Why a measurement could not be taken.
struct BenchError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}
