import ArchiveStorage
import Foundation
import TestSupport
import Testing

@testable import ClaimChecking

@Suite(
  "Signatures of commits",
  .enabled(if: Tool.isInstalled("git") && Tool.isInstalled("ssh-keygen")))
struct CommitSignatureTests {
  /// A history whose last commit is signed by Ida's key, and a file that lists that key as hers.
  private static func signed() throws -> (GitRepositoryFixture, signers: String) {
    let fixture = try GitProbeTests.history()
    let key = fixture.beside("key")
    try run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "ida", "-f", key])
    try fixture.commit(
      "lens: etch", by: GitProbeTests.ida, on: "2011-05-01", paths: ["lantern/lens/etch.c"],
      options: [
        "-c", "gpg.format=ssh", "-c", "user.signingkey=\(key)", "-c", "commit.gpgsign=true",
      ])
    let allowed = fixture.beside("signers")
    let line = "ida@example.org " + (try String(contentsOfFile: key + ".pub", encoding: .utf8))
    try Data(line.utf8).write(to: URL(fileURLWithPath: allowed))
    return (fixture, allowed)
  }

  private static func run(_ words: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  private static func signatures(
    _ fixture: GitRepositoryFixture, keys: String?
  ) async throws -> (signatures: [String: Citation.Signature], notes: [String]) {
    let (checked, result) = try await GitProbeTests.check(
      "I etched the lens", strength: .did, topics: ["lens"], repositories: [fixture.path],
      keys: keys.map { CheckRecord.Keys(file: $0, folder: fixture.beside("keyring")) })
    let cited = GitProbeTests.commits(checked).map { ($0.subject, $0.signature) }
    return (
      Dictionary(cited.compactMap { subject, signature in signature.map { (subject, $0) } }) { $1 },
      result.notes
    )
  }

  @Test("a signature whose key is not given is told, and not checked")
  func withoutKeys() async throws {
    let (fixture, _) = try Self.signed()
    #expect(try await Self.signatures(fixture, keys: nil).signatures == ["lens: etch": .unchecked])
  }

  @Test("a signature of a key that is given names whose it is")
  func withKeys() async throws {
    let (fixture, signers) = try Self.signed()
    #expect(
      try await Self.signatures(fixture, keys: signers).signatures
        == ["lens: etch": .good(by: "ida@example.org")])
  }

  @Test("a signature of another's key is not taken for one of a key that is given")
  func otherKeys() async throws {
    let (fixture, _) = try Self.signed()
    let (_, others) = try Self.signed()
    #expect(try await Self.signatures(fixture, keys: others).signatures != [:])
    #expect(
      try await Self.signatures(fixture, keys: others).signatures["lens: etch"]
        .map { if case .good = $0 { true } else { false } } == false)
  }

  @Test("a file that is missing or holds no keys is told, and nothing is checked")
  func unusableKeys() async throws {
    let (fixture, _) = try Self.signed()
    let missing = fixture.beside("missing")
    let (unread, notes) = try await Self.signatures(fixture, keys: missing)
    #expect(unread == ["lens: etch": .unchecked])
    #expect(notes == ["\(missing) cannot be read, so that no signature is checked"])
  }

  @Test("commits are taken apart by the size that git gives, whatever their bytes")
  func sizes() {
    let signed = "tree 1\ngpgsig -----BEGIN\n x\n\nsubject"
    let plain = "tree 2\n\ngpgsig in a message"
    let print =
      "aa commit \(signed.utf8.count)\n\(signed)\nbb missing\ncc commit \(plain.utf8.count)\n\(plain)\n"
    #expect(CommitSignatures.signed(Array(print.utf8)) == ["aa"])
    #expect(CommitSignatures.signed(Array("aa commit 99\nshort".utf8)).isEmpty)
  }
}
