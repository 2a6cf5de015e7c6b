import ArchiveStorage
import ArgumentParser
import Reporting

/// `byline report`: the contribution report as a page, as Markdown and as JSON.
struct Report: AsyncParsableCommand {
  /// The forms of a report.
  enum Form: String, ExpressibleByArgument, CaseIterable { case html, md, json }

  static let configuration = CommandConfiguration(
    ofByline: "report",
    abstract: "Write an author's contribution report; all three formats into reports/ by default.",
    discussion: """
      The same as check, as a page for a browser, as Markdown and as JSON.

        byline report --author "Ada Example" --resume ada.pdf --git ~/src/project
        byline report --author ada@example.org --format html -o ada.html
      """)

  @OptionGroup var options: CheckOptions

  @Option(help: "One form of the report alone.")
  var format: Form?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where to write: a file, a directory, or - for standard output.", valueName: "path"))
  var output: String?

  func validate() throws {
    if output == "-", format == nil {
      throw ValidationError("Name a --format to write to standard output.")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let dossier = try await options.dossier()
      let redaction = Redaction(isOn: options.redact)
      for form in format.map({ [$0] }) ?? Form.allCases {
        let text = text(of: dossier, form, redaction)
        guard output != "-" else {
          Terminal.write(text)
          continue
        }
        let path = path(of: form, for: dossier.person.name)
        try OutputFile.write(text, to: path)
        Terminal.print("wrote \(path)")
      }
      try options.judge(dossier)
    }
  }

  private func text(of dossier: Dossier, _ form: Form, _ redaction: Redaction) -> String {
    switch form {
    case .html: ReportPage.html(of: dossier, redaction: redaction)
    case .md: ReportMarkdown.text(of: dossier, redaction: redaction)
    case .json: ReportJSON.text(of: dossier, redaction: redaction)
    }
  }

  private func path(of form: Form, for name: String) -> String {
    let file = "\(Self.fileName(name)).\(form.rawValue)"
    guard let output else { return "reports/\(file)" }
    return Path.isDirectory(output) || format == nil ? "\(output)/\(file)" : output
  }

  /// A name as part of a path: lower-case letters and digits, the rest as single hyphens.
  static func fileName(_ name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "report" : words.joined(separator: "-")
  }
}
