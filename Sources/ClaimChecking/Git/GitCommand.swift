import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Runs `git` on a repository, for reading only.
///
/// The repository may be anybody's: nothing it configures is run (no pager, no signature program, no
/// external diff), nothing it lacks is fetched, and nothing is written.
struct GitCommand: Sendable {
  /// Why git could not answer.
  struct Failure: Error, Sendable {
    /// What git said, its first line.
    var said: String
  }

  /// The repository as the user named it.
  let path: String

  private var environment: Environment {
    .inherit.updating([
      "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_PAGER": "cat",
      "GIT_TERMINAL_PROMPT": "0", "GIT_NO_REPLACE_OBJECTS": "1",
      "GIT_GRAFT_FILE": "/dev/null",
    ])
  }

  private func arguments(_ arguments: [String]) -> Arguments {
    Arguments(
      [
        "-C", path, "-c", "safe.directory=*", "-c", "log.showSignature=false", "-c",
        "core.fsmonitor=", "-c", "protocol.allow=never", "-c", "log.showRoot=true",
      ]
        + arguments)
  }

  /// What a command prints, up to a megabyte.
  func output(_ words: [String]) async throws -> String {
    let result = try await run(
      .name("git"), arguments: arguments(words), environment: environment,
      output: .bytes(limit: 1 << 20), error: .string(limit: 1 << 16))
    guard result.terminationStatus.isSuccess else {
      throw Failure(said: Self.firstLine(result.standardError))
    }
    // A mailmap or a name may hold any bytes; what is no UTF-8 is shown as such, not lost.
    return String(decoding: result.standardOutput, as: UTF8.self)
  }

  /// Writes what a command prints to the end of a file.
  func write(_ words: [String], to file: FileDescriptor) async throws {
    let result = try await run(
      .name("git"), arguments: arguments(words), environment: environment, input: .none,
      output: .fileDescriptor(file, closeAfterSpawningProcess: false),
      error: .string(limit: 1 << 16))
    guard result.terminationStatus.isSuccess else {
      throw Failure(said: Self.firstLine(result.standardError))
    }
  }

  /// Hands on what a command prints, piece by piece, while it prints.
  func stream(_ words: [String], to consume: (RawSpan) throws -> Void) async throws {
    let result = try await run(
      .name("git"), arguments: arguments(words), environment: environment, input: .none,
      output: .sequence, error: .string(limit: 1 << 16)
    ) { execution in
      for try await piece in execution.standardOutput { try consume(piece.bytes) }
    }
    guard result.terminationStatus.isSuccess else {
      throw Failure(said: Self.firstLine(result.standardError))
    }
  }

  private static func firstLine(_ text: String) -> String {
    text.split(separator: "\n").first.map(String.init) ?? "git failed and said nothing"
  }
}
