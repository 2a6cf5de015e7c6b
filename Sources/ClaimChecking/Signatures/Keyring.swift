import ArchiveStorage
import Foundation
import Subprocess

/// The keys that the user gave to check signatures with.
struct Keyring: Sendable {
  /// Keys as the programs take them that check with them.
  enum Keys: Sendable {
    /// A folder for `gpg` that holds the given keys alone.
    case openPGP(folder: String)
    /// A file of `PRINCIPAL KEYTYPE KEY` lines for `ssh-keygen`.
    case ssh(file: String)
    /// A file of certificates for `openssl`, and a folder to work in.
    case certificates(file: String, folder: String)
  }

  /// nil where none were given, or they cannot be used.
  let keys: Keys?
  /// Why keys that were given cannot be used.
  let failure: String?

  /// Reads a file of keys: OpenPGP, armoured or not, the allowed signers of `ssh-keygen`, or certificates
  /// as PEM (RFC 7468).
  init(_ given: CheckRecord.Keys?) async {
    guard let given else {
      (keys, failure) = (nil, nil)
      return
    }
    guard let bytes = FileManager.default.contents(atPath: given.file) else {
      (keys, failure) = (nil, "\(given.file) cannot be read, so that no signature is checked")
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let path = URL(fileURLWithPath: given.file).standardizedFileURL.path
    if text.contains("-----BEGIN CERTIFICATE-----") {
      (keys, failure) = (.certificates(file: path, folder: given.folder), nil)
      return
    }
    if [" ssh-", " ecdsa-", " sk-"].contains(where: text.contains) {
      (keys, failure) = (.ssh(file: path), nil)
      return
    }
    do {
      let result = try await OpenPGP(folder: given.folder).run(["--import", "--", given.file])
      guard result.isSuccess else { throw GitCommand.Failure(saying: result.errors) }
      (keys, failure) = (.openPGP(folder: given.folder), nil)
    } catch {
      let said = (error as? GitCommand.Failure)?.said ?? "\(error)"
      (keys, failure) = (nil, "gpg takes no keys from \(given.file): \(said)")
    }
  }
}
