import ArchiveReading
import ArgumentParser
import Foundation
import ResumeReading

/// `byline resume`: a résumé as JSON Resume.
struct ReadResume: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract:
      "Read a résumé (Markdown, text, HTML, PDF, DOCX, JSON Resume, LinkedIn) as JSON Resume.")

  @Argument(help: "Résumé files, or an unpacked folder of LinkedIn's export.")
  var files: [String]

  @Option(help: "json or text: JSON Resume either way.")
  var format: OutputFormat = .json

  func run() async throws {
    try await reportingFailures {
      for path in files {
        Terminal.print(ResumeJSON.text(of: try await ResumeFile(path).resume).trimmedEnd)
      }
    }
  }
}

extension String {
  /// Without the line end that a document may carry itself.
  fileprivate var trimmedEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
