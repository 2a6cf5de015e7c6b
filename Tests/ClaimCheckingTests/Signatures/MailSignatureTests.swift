import ArchiveStorage
import Foundation
import MailParsing
import TestSupport
import Testing

@testable import ClaimChecking

/// Mails that Ann signs with a key made for the test.
@Suite(
  "Signatures of posts", .enabled(if: Tool.isInstalled("gpg") && Tool.isInstalled("gpg-agent")))
struct MailSignatureTests {
  static let quote = "I mended the lantern's lens."

  /// A key of Ann's, and what gpg does with it, in a folder that goes away.
  private final class Signer {
    let folder: URL
    /// The public key.
    var keys: String { folder.appendingPathComponent("keys").path }

    init() throws {
      folder = try Checkout.temporaryDirectory("pgp")
      _ = try gpg(["--quick-gen-key", "Ann Example <ann@example.org>", "ed25519", "sign", "never"])
      _ = try gpg(["--armor", "--output", keys, "--export"])
    }

    deinit {
      _ = try? run("gpgconf", ["--homedir", folder.path, "--kill", "all"])
      try? FileManager.default.removeItem(at: folder)
    }

    /// What gpg prints that is given a text.
    func gpg(_ words: [String], _ text: String = "") throws -> String {
      let file = folder.appendingPathComponent("text").path
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      let options = [
        "--homedir", folder.path, "--batch", "--quiet", "--passphrase", "", "--pinentry-mode",
        "loopback",
      ]
      return try run("gpg", options + words + (text.isEmpty ? [] : [file]))
    }

    private func run(_ program: String, _ words: [String]) throws -> String {
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = [program] + words
      process.standardOutput = output
      process.standardError = Pipe()
      try process.run()
      let printed = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      return String(decoding: printed, as: UTF8.self)
    }

    /// A mail after RFC 3156, whose first part holds `text`.
    func mail(signing text: String) throws -> String {
      let part =
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n\(text)"
      let signature = try gpg(
        ["--armor", "--output", "-", "--detach-sign"], part.replacing("\n", with: "\r\n"))
      return """
        Content-Type: multipart/signed; micalg=pgp-sha512;
         protocol="application/pgp-signature"; boundary="b1"

        Sent with care.

        --b1
        \(part)
        --b1
        Content-Type: application/pgp-signature; name="signature.asc"

        \(signature)
        --b1--

        """
    }

    /// A mail with a text signed in the clear.
    func mail(clear text: String, after opening: String = "") throws -> String {
      "Content-Type: text/plain; charset=utf-8\n\n" + opening
        + (try gpg(["--output", "-", "--clear-sign"], text))
    }
  }

  /// The signature that a citation of ``quote`` bears in a store of one mail.
  static func signature(
    _ mail: String, lines: String = "\n", fidelity: Fidelity = .original, keys: String? = nil
  ) async throws -> Citation.Signature? {
    let head = "From ann@example.org Thu Jan 01 00:00:00 1970\nFrom: Ann <ann@example.org>\n"
    let text = (head + "Message-ID: <1@example.org>\nSubject: Lens\n" + mail)
      .replacing("\n", with: lines)
    let bytes = Array(text.utf8)
    var parsed = MessageParser().parse(
      bytes.span, entry: MboxEntry(singleMessage: bytes.span), dialect: .mboxrd)
    parsed.fidelity = fidelity
    let sha256 = SHA256.hexadecimal(of: bytes.span)
    let database = try ArchiveDatabase.inMemory()
    _ = try database.ingest(
      IngestBatch(
        sources: [
          IngestBatch.Source(
            record: SourceRecord(path: "dev.mbox", sha256: sha256, byteCount: bytes.count),
            format: .mboxrd, isComplete: true)
        ],
        entries: [
          IngestBatch.Entry(
            source: 0, range: 0..<bytes.count, bytes: bytes, sha256: sha256, list: "dev",
            parsed: parsed, contentKey: sha256)
        ]))
    let stored = try #require(try database.messages(withMessageID: "1@example.org").first)
    let place = try #require(stored.message.text.firstRange(of: quote))
    let scalars = stored.message.text.unicodeScalars
    let start = scalars.distance(from: scalars.startIndex, to: place.lowerBound)
    let cited = MessageCitation(stored, range: start..<start + quote.unicodeScalars.count)
    let folder = try Checkout.temporaryDirectory("ring")
    defer { try? FileManager.default.removeItem(at: folder) }
    let keyring = await Keyring(keys.map { CheckRecord.Keys(file: $0, folder: folder.path) })
    #expect(keyring.failure == nil)
    return try await MailSignatures(database: database, keys: keyring.keys).signature(of: cited)
  }

  private static let ann = Citation.Signature.good(by: "Ann Example <ann@example.org>")

  @Test("a mail signed as MIME says whose key signed it, whatever ends its lines")
  func detached() async throws {
    let signer = try Signer()
    let mail = try signer.mail(signing: "Hello,\n\n\(Self.quote)  Süß.\n>From here on.\n")
      .replacing(">From", with: ">>From")
    for lines in ["\n", "\r\n"] {
      #expect(try await Self.signature(mail, lines: lines, keys: signer.keys) == Self.ann)
    }
  }

  @Test("a mail signed in the clear does, where the words stand within what is signed")
  func clear() async throws {
    let signer = try Signer()
    let text = "- \(Self.quote)\nAnd more.\n"
    #expect(try await Self.signature(signer.mail(clear: text), keys: signer.keys) == Self.ann)
    let before = try signer.mail(clear: "Only this.\n", after: "\(Self.quote)\n\n")
    #expect(try await Self.signature(before, keys: signer.keys) == nil)
  }

  @Test("a text that was changed does not fit its signature")
  func changed() async throws {
    let signer = try Signer()
    let other = "I broke the lantern's lens."
    for mail in [try signer.mail(signing: other + "\n"), try signer.mail(clear: other + "\n")] {
      let changed = mail.replacing(other, with: Self.quote)
      #expect(try await Self.signature(changed, keys: signer.keys) == .bad)
    }
  }

  @Test("without its key, or from a rendering, a signature is told and not checked")
  func unchecked() async throws {
    let (signer, other) = (try Signer(), try Signer())
    let mail = try signer.mail(signing: Self.quote + "\n")
    #expect(try await Self.signature(mail) == .unchecked)
    #expect(try await Self.signature(mail, keys: other.keys) == .unchecked)
    #expect(try await Self.signature(mail, fidelity: .archived, keys: signer.keys) == .unchecked)
  }

  @Test("what says nothing of a signature bears none")
  func others() async throws {
    #expect(try await Self.signature("\n\(Self.quote)\n") == nil)
    let unended = "\n-----BEGIN PGP SIGNED MESSAGE-----\n\n\(Self.quote)\n"
    #expect(try await Self.signature(unended) == nil)
  }
}
