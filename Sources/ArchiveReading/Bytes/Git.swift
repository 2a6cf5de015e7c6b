import Subprocess

/// The `git` command, asked for objects.
enum Git {
  /// What `git` prints for `arguments` in the repository at `path`. Errors: `git`.
  static func run(
    _ path: String, _ arguments: [String], input: String = "", limit: Int = 1 << 30
  ) async throws(ReadingError) -> [UInt8] {
    do {
      let result = try await Subprocess.run(
        .name("git"), arguments: Arguments(["--git-dir", path] + arguments),
        input: .string(input), output: .bytes(limit: limit), error: .string(limit: 1 << 16))
      guard result.terminationStatus.isSuccess else {
        let said = result.standardError.split(separator: "\n").first.map(String.init)
        throw ReadingError(.git, path, said ?? "git failed")
      }
      return result.standardOutput
    } catch let error as ReadingError {
      throw error
    } catch {
      throw ReadingError(.git, path, "git could not be run: \(error)")
    }
  }
}

extension Git {
  /// The bytes of one blob. Errors: `git`, `missing`.
  static func blob(_ id: String, in path: String) async throws(ReadingError) -> [UInt8] {
    // An object's name is hexadecimal; anything else could be read as an option or another revision.
    guard !id.isEmpty,
      id.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { throw ReadingError(.missing, path, "no object \(id) in it") }
    return try await run(path, ["cat-file", "blob", id])
  }
}
