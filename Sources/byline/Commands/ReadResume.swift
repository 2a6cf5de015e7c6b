import ArgumentParser
import ResumeReading

/// `byline resume`: a résumé as JSON Resume.
struct ReadResume: AsyncParsableCommand {
  /// The forms of a résumé.
  enum Form: String, ExpressibleByArgument, CaseIterable { case json, ndjson }

  static let configuration = CommandConfiguration(
    ofByline: "resume",
    abstract:
      "Read a résumé (Markdown, text, HTML, PDF, DOCX, JSON Resume, LinkedIn) as JSON Resume.")

  @Argument(
    help: ArgumentHelp(
      "Résumé files, or an unpacked folder of LinkedIn's export; - is standard input.",
      valueName: "file"))
  var files: [String]

  @Option(help: "JSON Resume over several lines, or a résumé a line.")
  var format: Form = .json

  func run() async throws {
    try await reportingFailures {
      for path in files {
        let resume = try await ResumeFile(path).resume
        Terminal.write(ResumeJSON.document(of: resume, file: path, onOneLine: format == .ndjson))
      }
    }
  }
}
