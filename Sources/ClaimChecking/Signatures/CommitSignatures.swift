import ArchiveStorage

/// Whether commits are signed, and by keys that the user gave.
///
/// Signatures are looked at for the few commits that are cited. Without keys a commit that bears one is
/// told as signed and not checked: whose key it is nothing here can say. With keys git asks `gpg`, whose
/// keyring then holds the given keys alone, or `ssh-keygen`; what the repository configures is not asked.
struct CommitSignatures: Sendable {
  /// Keys to check with; nil where none can be.
  let keys: Keyring.Keys?

  /// What is known of the signatures of some commits, by id. Commits that cannot be read are left out.
  func signatures(of commits: [String], in repository: String) async throws
    -> [String: Citation.Signature]
  {
    guard !commits.isEmpty else { return [:] }
    let signed = try await signed(among: commits, in: repository)
    guard let keys, !signed.isEmpty else {
      return Dictionary(uniqueKeysWithValues: signed.map { ($0, .unchecked) })
    }
    var git = GitCommand(path: repository)
    var options: [String] = []
    switch keys {
    case .openPGP(let folder): git.keyring = folder
    case .ssh(let file): options = ["-c", "gpg.ssh.allowedSignersFile=\(file)"]
    // Those of commits made with S/MIME are told and not checked.
    case .certificates: break
    }
    let print = try await git.output(
      options + Self.programs
        + ["log", "--no-walk=unsorted", "-z", "--format=%H%x01%G?%x01%GS"] + signed)
    var signatures: [String: Citation.Signature] = [:]
    for record in print.split(separator: "\0") {
      let fields = record.split(separator: "\u{1}", omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      signatures[String(fields[0])] = Self.signature(fields[1], by: String(fields[2]))
    }
    return signatures
  }

  /// Git's letter for a signature: good with a key trusted or not, bad, revoked, or of an unknown key.
  private static func signature(
    _ letter: Substring, by signer: String
  ) -> Citation.Signature {
    switch letter {
    case "G", "U", "X", "Y": .good(by: signer)
    case "B", "R": .bad
    default: .unchecked
    }
  }

  /// Those of some commits whose headers bear a signature.
  private func signed(among commits: [String], in repository: String) async throws -> [String] {
    let print = try await GitCommand(path: repository).bytes(
      ["cat-file", "--batch"], input: commits.joined(separator: "\n") + "\n")
    return Self.signed(print)
  }

  /// Reads `ID commit SIZE`, a line, each followed by the commit, for those with a `gpgsig` header.
  static func signed(_ print: [UInt8]) -> [String] {
    var signed: [String] = []
    var rest = print[...]
    while let end = rest.firstIndex(of: 0x0A) {
      let fields = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      rest = rest[(end + 1)...]
      guard fields.count == 3, let size = Int(fields[2]), 0...rest.count ~= size else { continue }
      let headers = rest.prefix(size).split(separator: 0x0A, omittingEmptySubsequences: false)
        .prefix { !$0.isEmpty }
      if headers.contains(where: { $0.starts(with: "gpgsig".utf8) }) {
        signed.append(String(fields[0]))
      }
      rest = rest.dropFirst(size + 1)
    }
    return signed
  }

  /// Programs that check signatures, whatever the repository names.
  private static let programs = [
    "-c", "gpg.program=gpg", "-c", "gpg.openpgp.program=gpg", "-c", "gpg.ssh.program=ssh-keygen",
    "-c", "gpg.x509.program=false", "-c", "gpg.minTrustLevel=undefined",
  ]
}
