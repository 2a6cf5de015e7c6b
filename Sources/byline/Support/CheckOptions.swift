import ArchiveStorage
import ArgumentParser
import Reporting

/// What `check` and `report` are given.
struct CheckOptions: ParsableArguments {
  @Option(help: "Whose claims: a name or an address.")
  var author: String

  @Option(help: "The person's résumé.")
  var resume: String?

  @Option(help: "A plain text file that is the author's statement.")
  var statement: String?

  @Option(help: "The day the statement was written, as 2013-10-09.")
  var date: Day?

  @Option(
    help: "Keys to check signatures with: OpenPGP's, or for commits ssh-keygen's allowed signers.")
  var keys: String?

  @Flag(inversion: .prefixedNo, help: "Obscure addresses and telephone numbers.")
  var redact = true

  @Option(
    help: "End with status 1 where a claim has this verdict, as contradicted; may be repeated.",
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
