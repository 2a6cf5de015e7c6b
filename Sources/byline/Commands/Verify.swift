import ArchiveIngesting
import ArchiveReading
import ArchiveStorage
import ArgumentParser
import Foundation
import Reporting
import ResumeReading

/// `byline verify`: reads every citation again from the archive bytes.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    ofByline: "verify",
    abstract: "Read every citation of a report, or of the store, again; status 1 if one fails.",
    discussion: """
      Archives and documents are looked for at the paths that ingest and report were given: run it from \
      the same directory.

        byline verify reports/ada-example.json
      """)

  @Argument(
    help: ArgumentHelp(
      "Reports as JSON; without one, every message of the store.", valueName: "report.json"))
  var reports: [String] = []

  @Option(help: "The form of the result; ndjson is a record a line.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOptions

  fileprivate struct Document: Encodable {
    struct Failed: Encodable {
      var citation: String
      var because: String
    }
    var schema = "byline.verify/1"
    var file: String
    var held: Int
    var withdrawn: Int
    var failed: [Failed]
  }

  func run() async throws {
    try await reportingFailures {
      var documents: [Document] = []
      for path in reports { documents.append(try await verify(report: path)) }
      if reports.isEmpty { documents.append(try await verifyStore()) }
      for document in documents {
        switch format {
        case .text: Terminal.print(text(of: document))
        case .json, .ndjson: try format.print(document)
        }
      }
      if documents.contains(where: { !$0.failed.isEmpty }) {
        throw ExitCode(ExitStatus.somethingWrong)
      }
    }
  }

  private func verify(report path: String) async throws -> Document {
    let bytes = try EntryReader.document(at: path)
    let report = try Result { try ReportReader.citations(inReport: bytes) }
      .mapError { Failure(ExitStatus.badInput, "\(path): \($0)") }
      .get()
    let redaction = Redaction(isOn: report.isRedacted)
    var resumes: [String: String] = [:]
    for case .document(let cited) in report.citations.map(\.citation)
    where resumes[cited.path] == nil {
      // A document that is no résumé, or cannot be read as one, is its own text.
      resumes[cited.path] = (try? await ResumeFile(cited.path))?.document.text
    }
    let texts = resumes
    let verifier = CitationVerifier(
      try store.openIfPresent(),
      documentText: { citation, bytes in
        let plain = String(decoding: bytes, as: UTF8.self)
        let quoted = TextQuote(of: citation.range, in: plain).exact
        return redaction.text(quoted) == citation.quote.exact ? plain : texts[citation.path]
      },
      presenting: { redaction.text($0) })
    let checks = try await verifier.check(report.citations.map(\.citation))
    var document = Document(file: path, held: 0, withdrawn: 0, failed: [])
    for ((id, _), check) in zip(report.citations, checks) {
      document.count(check.outcome, of: id)
    }
    return document
  }

  private func verifyStore() async throws -> Document {
    var database = try store.openForReading()
    // FTS5 takes the question whether its index is sound for a write; what may not be written to is
    // checked in every other way.
    do { database = try store.open() } catch let error as StorageError where error.code == .readOnly
    {}
    var document = Document(file: store.path, held: 0, withdrawn: 0, failed: [])
    for problem in try database.integrityProblems() {
      document.failed.append(.init(citation: store.path, because: problem))
    }
    var progress = ProgressLine()
    var done = 0
    try await CitationVerifier(database).checkAll(of: database) { check in
      done += 1
      progress.show("\(done) entries read again")
      let appearance = check.appearance
      document.count(
        check.outcome,
        of:
          "\(appearance.source.path) [\(appearance.entry.lowerBound), \(appearance.entry.upperBound)]"
      )
    }
    progress.end()
    return document
  }

  private func text(of document: Document) -> String {
    var lines = [
      "\(document.file): \(counted(document.held, "citation")) held, \(document.withdrawn) withdrawn, "
        + "\(document.failed.count) failed"
    ]
    for failed in document.failed.prefix(100) {
      lines.append("  \(VisibleText.line(failed.citation)): \(VisibleText.line(failed.because))")
    }
    return lines.joined(separator: "\n")
  }
}

extension Verify.Document {
  fileprivate mutating func count(_ outcome: CitationOutcome, of id: String) {
    switch outcome {
    case .held: held += 1
    case .withdrawn: withdrawn += 1
    case .failed(let because), .missingSource(let because):
      failed.append(.init(citation: id, because: because))
    }
  }
}
