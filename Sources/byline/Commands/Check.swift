import ArgumentParser
import Reporting

/// `byline check`: claims, findings and verdicts on the terminal.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check an author's claims against archive, résumé, dates and git.")

  @OptionGroup var options: CheckOptions

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  func run() async throws {
    try await reportingFailures {
      let dossier = try await options.dossier()
      let redaction = Redaction(isOn: options.redact)
      Terminal.write(
        format == .text
          ? ReportText.text(of: dossier, redaction: redaction)
          : ReportJSON.text(of: dossier, redaction: redaction))
      try options.judge(dossier)
    }
  }
}
