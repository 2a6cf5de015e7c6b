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

    init(said: String) { self.said = said }

    /// Keeps the first line of what a program wrote as its errors.
    init(saying errors: String) {
      said = errors.split(separator: "\n").first.map(String.init) ?? "it failed and said nothing"
    }
  }

  /// The repository as the user named it.
  let path: String
  /// A folder of keys for `gpg`; nil for the user's own, which nothing here asks for.
  var keyring: String?

  init(path: String, keyring: String? = nil) {
    self.path = path
    self.keyring = keyring
  }

  private var environment: Environment {
    let keyring: [Environment.Key: String] = self.keyring.map { ["GNUPGHOME": $0] } ?? [:]
    return .inherit.updating([
      "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_PAGER": "cat",
      "GIT_TERMINAL_PROMPT": "0", "GIT_NO_REPLACE_OBJECTS": "1",
      "GIT_GRAFT_FILE": "/dev/null",
    ]).updating(keyring)
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
    // A mailmap or a name may hold any bytes; what is no UTF-8 is shown as such, not lost.
    String(decoding: try await bytes(words), as: UTF8.self)
  }

  /// The bytes that a command prints when it is given `input`, up to a megabyte.
  func bytes(_ words: [String], input: String = "") async throws -> [UInt8] {
    let result = try await run(
      .name("git"), arguments: arguments(words), environment: environment, input: .string(input),
      output: .bytes(limit: 1 << 20), error: .string(limit: 1 << 16))
    guard result.terminationStatus.isSuccess else {
      throw Failure(saying: result.standardError)
    }
    return result.standardOutput
  }

  /// Writes what a command prints to the end of a file.
  func write(_ words: [String], to file: FileDescriptor) async throws {
    let result = try await run(
      .name("git"), arguments: arguments(words), environment: environment, input: .none,
      output: .fileDescriptor(file, closeAfterSpawningProcess: false),
      error: .string(limit: 1 << 16))
    guard result.terminationStatus.isSuccess else {
      throw Failure(saying: result.standardError)
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
      throw Failure(saying: result.standardError)
    }
  }
}
