import ArchiveReading
import ArchiveStorage
import Foundation
import MailParsing
import ResumeReading

/// A résumé that a user names, and the document that citations of it name.
struct ResumeFile {
  var resume: Resume
  var document: Document

  /// Reads the file at `path`, standard input for `-`, or a folder of LinkedIn's export.
  init(_ path: String) async throws {
    if Path.isDirectory(path) {
      var files: [String: [UInt8]] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      where name.lowercased().hasSuffix(".csv") {
        files[name] = try EntryReader.document(at: "\(path)/\(name)")
      }
      resume = try ResumeReader().readExport(files, name: path)
      let text = Array(resume.text.utf8)
      document = Document(
        kind: .resume, path: path, sha256: SHA256.hexadecimal(of: text.span), text: resume.text)
      return
    }
    let bytes = try InputFile.bytes(at: path)
    resume = try await ResumeReader().read(bytes, name: path)
    document = Document(
      kind: .resume, path: path, sha256: SHA256.hexadecimal(of: bytes.span), text: resume.text)
  }
}
