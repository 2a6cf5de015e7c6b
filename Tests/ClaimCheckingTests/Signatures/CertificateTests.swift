import ArchiveStorage
import Foundation
import TestSupport
import Testing

@testable import ClaimChecking

/// Mails that Ann signs as S/MIME with a certificate made for the test.
@Suite("Certificates of posts", .enabled(if: Tool.isInstalled("openssl")))
struct CertificateTests {
  private static let quote = MailSignatureTests.quote
  private static let ann = Citation.Signature.good(by: "Ann Example <ann@example.org>")

  /// An authority, and a certificate of Ann's that it issued and that has expired, in a folder that goes
  /// away.
  private final class Signer {
    let folder: URL
    /// The authority's certificate, and Ann's.
    var authority: String { path("ca.pem") }
    var own: String { path("ann.pem") }

    init() throws {
      folder = try Checkout.temporaryDirectory("certificates")
      let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
      try openssl(
        [
          "req", "-x509", "-subj", "/CN=Lamp Authority", "-keyout", path("ca.key"), "-out",
          authority,
        ]
          + key)
      try openssl(
        [
          "req", "-subj", "/CN=Ann Example/emailAddress=ann@example.org", "-keyout",
          path("ann.key"),
        ]
          + ["-out", path("ann.csr")] + key)
      try openssl([
        "x509", "-req", "-in", path("ann.csr"), "-CA", authority, "-CAkey", path("ca.key"),
        "-CAcreateserial", "-days", "-1", "-out", own,
      ])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func openssl(_ words: [String]) throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["openssl"] + words
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(words)")
    }

    /// A mail after RFC 8551 §3.5.3, whose first part holds `text`.
    func mail(signing text: String) throws -> String {
      let part =
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n\(text)"
      try Data(part.replacing("\n", with: "\r\n").utf8).write(
        to: URL(fileURLWithPath: path("part")))
      try openssl([
        "cms", "-sign", "-binary", "-in", path("part"), "-signer", own, "-inkey", path("ann.key"),
        "-outform", "DER", "-out", path("signature"),
      ])
      let signature = try Data(contentsOf: URL(fileURLWithPath: path("signature")))
        .base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
      return """
        Content-Type: multipart/signed; micalg=sha-256;
         protocol="application/pkcs7-signature"; boundary="b1"

        --b1
        \(part)
        --b1
        Content-Type: application/pkcs7-signature; name="smime.p7s"
        Content-Transfer-Encoding: base64

        \(signature)
        --b1--

        """
    }
  }

  @Test("the signer's own certificate and its issuer's both tell who signed, expired or not")
  func good() async throws {
    let signer = try Signer()
    let mail = try signer.mail(signing: "Hello,\n\n\(Self.quote)  Süß.\n")
    for keys in [signer.authority, signer.own] {
      #expect(try await MailSignatureTests.signature(mail, keys: keys) == Self.ann)
    }
    #expect(
      try await MailSignatureTests.signature(mail, lines: "\r\n", keys: signer.own) == Self.ann)
  }

  @Test("a text that was changed does not fit its signature")
  func changed() async throws {
    let signer = try Signer()
    let other = "I broke the lantern's lens."
    let mail = try signer.mail(signing: other + "\n").replacing(other, with: Self.quote)
    #expect(try await MailSignatureTests.signature(mail, keys: signer.own) == .bad)
  }

  @Test("without its certificate, or where it is none, a signature is told and not checked")
  func unchecked() async throws {
    let (signer, other) = (try Signer(), try Signer())
    let mail = try signer.mail(signing: Self.quote + "\n")
    #expect(try await MailSignatureTests.signature(mail) == .unchecked)
    #expect(try await MailSignatureTests.signature(mail, keys: other.own) == .unchecked)
    let broken = mail.replacing("\n\nMI", with: "\n\nMA")
    #expect(broken != mail)
    #expect(try await MailSignatureTests.signature(broken, keys: signer.own) == .unchecked)
  }
}
