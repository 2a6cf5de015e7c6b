import ArchiveStorage
import Foundation
import Subprocess

/// Runs `openssl` on certificates that the user gave, which alone are trusted: one of the signer's own, or
/// of who issued it. The system's are not asked, nothing is fetched, and what has expired since still tells
/// who signed.
struct Certificates: Sendable {
  /// The certificates, as PEM.
  let file: String
  /// An empty folder to put in what is checked.
  let folder: String

  /// Checks a signature (RFC 5652, as DER) that stands apart from what it signs. Throws where openssl is
  /// not there.
  func check(_ signature: [UInt8], of signed: [UInt8]) async throws -> Citation.Signature {
    let (signatureFile, signedFile) = (path("checked.der"), path("checked.txt"))
    try Data(signature).write(to: signatureFile)
    try Data(signed).write(to: signedFile)
    let asSignature = ["-inform", "DER", "-in", signatureFile.path]
    guard try await run(["cms", "-cmsout", "-noout"] + asSignature).isSuccess else {
      return .unchecked
    }
    let signer = path("signer.pem")
    let verify =
      ["cms", "-verify", "-binary", "-content", signedFile.path, "-out", "/dev/null"] + asSignature
    guard try await run(verify + ["-noverify", "-signer", signer.path]).isSuccess else {
      return .bad
    }
    let trusted = [
      "-CAfile", file, "-no-CApath", "-no-CAstore", "-partial_chain", "-no_check_time", "-purpose",
      "any",
    ]
    guard try await run(verify + trusted).isSuccess else { return .unchecked }
    return .good(by: try await name(in: signer.path))
  }

  /// The name and address in a certificate: `Ann Example <ann@example.org>`.
  private func name(in certificate: String) async throws -> String {
    let told = try await run([
      "x509", "-in", certificate, "-noout", "-subject", "-email", "-nameopt",
      "sep_multiline,utf8,lname",
    ]).output
    let lines = told.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
    let label = "commonName="
    let name = lines.first { $0.hasPrefix(label) }.map { String($0.dropFirst(label.count)) }
    let address = lines.last { $0.contains("@") && !$0.contains("=") }.map { "<\($0)>" }
    return [name, address].compactMap(\.self).joined(separator: " ")
  }

  private func path(_ name: String) -> URL {
    URL(fileURLWithPath: folder).appendingPathComponent(name)
  }

  private func run(_ words: [String]) async throws -> (isSuccess: Bool, output: String) {
    let result = try await Subprocess.run(
      .name("openssl"), arguments: Arguments(words), output: .string(limit: 1 << 16),
      error: .discarded)
    return (result.terminationStatus.isSuccess, result.standardOutput)
  }
}
