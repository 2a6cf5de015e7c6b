import ArgumentParser

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

  @Flag(inversion: .prefixedNo, help: "Obscure addresses and telephone numbers.")
  var redact = true

  @OptionGroup var records: RecordOptions
}
