import ArgumentParser
import Reporting

/// `byline check`: claims, findings and verdicts on the terminal.
struct Check: AsyncParsableCommand {
  /// The forms of a check.
  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    ofByline: "check",
    abstract: "Check an author's claims against archive, résumé, dates and git.",
    discussion: """
      The claims are those of the author's stored posts, or of a --statement. The record is the store, or \
      the archives that --archive names, with --resume and --git beside it.

        byline check --author "Ada Example" --resume ada.pdf --git ~/src/project
        byline check --author "Ada Example" --statement candidacy.txt --archive ~/archives/some-list
      """)

  @OptionGroup var options: CheckOptions

  @Option(help: "The form of the result.")
  var format: Form = .text

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
