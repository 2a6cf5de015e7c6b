import ArchiveStorage
import ArgumentParser
import Reporting

/// What `check` and `report` are given.
struct CheckOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Whose claims: a name or an address.", valueName: "who"))
  var author: String

  @Option(
    help: ArgumentHelp(
      "The person's résumé, in any form that `byline resume` reads.", valueName: "file"))
  var resume: String?

  @Option(
    help: ArgumentHelp(
      "A plain text file that is the author's statement; - is standard input.", valueName: "file"))
  var statement: String?

  @Option(
    help: ArgumentHelp("The day the statement was written, as 2013-10-09.", valueName: "day"))
  var date: Day?

  @Option(
    help: ArgumentHelp(
      """
      Keys to check signatures with: OpenPGP's, for commits ssh-keygen's allowed signers, or for S/MIME \
      certificates as PEM.
      """, valueName: "file"))
  var keys: String?

  @Flag(inversion: .prefixedNo, help: "Obscure addresses and telephone numbers.")
  var redact = true

  @Option(
    help: ArgumentHelp(
      "End with status 1 where a claim has this verdict, as contradicted; may be repeated.",
      valueName: "verdict"),
    transform: choice)
  var failOn: [Verdict.Kind] = []

  @OptionGroup var records: RecordOptions

  /// The dossier these options ask for.
  func dossier() async throws -> Dossier {
    let request = Checking.Request(
      author: author, resume: resume, statement: statement, date: date, keys: keys,
      git: records.git, since: records.since, until: records.until)
    return try await Checking(request: request, database: records.database()).dossier()
  }

  /// Ends the run with status 1 where a claim has a verdict that `--fail-on` names.
  func judge(_ dossier: Dossier) throws {
    if dossier.claims.contains(where: { failOn.contains($0.verdict.kind) }) {
      throw ExitCode(ExitStatus.somethingWrong)
    }
  }
}
