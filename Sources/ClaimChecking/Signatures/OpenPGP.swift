import ArchiveStorage
import Foundation
import Subprocess

/// Runs `gpg` on a folder of keys that is no user's, so that it knows these keys alone; it fetches nothing
/// and starts no other program.
struct OpenPGP: Sendable {
  /// Where the keys are.
  let folder: String

  /// What a run came to.
  struct Answer: Sendable {
    var isSuccess: Bool
    var output: String
    var errors: String
  }

  /// Runs gpg with these words and this input. Throws where it is not there.
  func run(_ words: [String], input: [UInt8] = []) async throws -> Answer {
    let options = [
      "--homedir", folder, "--batch", "--quiet", "--no-options", "--no-autostart",
      "--disable-dirmngr", "--trust-model", "always",
    ]
    let result = try await Subprocess.run(
      .name("gpg"), arguments: Arguments(options + words), input: .array(input),
      output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
    return Answer(
      isSuccess: result.terminationStatus.isSuccess, output: result.standardOutput,
      errors: result.standardError)
  }

  /// Checks a signature that stands apart from what it signs.
  func check(_ signature: [UInt8], of signed: [UInt8]) async throws -> Citation.Signature {
    let file = URL(fileURLWithPath: folder).appendingPathComponent("checked.sig")
    try Data(signature).write(to: file)
    return Self.signature(
      try await run(["--status-fd", "1", "--verify", "--", file.path, "-"], input: signed).output)
  }

  /// Checks a text signed in the clear.
  func check(clear text: [UInt8]) async throws -> Citation.Signature {
    Self.signature(try await run(["--status-fd", "1", "--verify", "--", "-"], input: text).output)
  }

  /// Reads gpg's status lines: of several signatures a bad one counts, then a good one.
  static func signature(_ status: String) -> Citation.Signature {
    var found = Citation.Signature.unchecked
    for line in status.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 3)
      guard words.count == 4, words[0] == "[GNUPG:]" else { continue }
      switch words[1] {
      case "BADSIG", "REVKEYSIG": return .bad
      case "GOODSIG", "EXPSIG", "EXPKEYSIG":
        if found == .unchecked { found = .good(by: String(words[3])) }
      default: continue
      }
    }
    return found
  }
}
