import ArgumentParser

/// What `check` and `report` are given.
struct CheckOptions: ParsableArguments {
  @Option(help: "Whose claims: a name or an address.")
  var author: String

  @Option(help: "The person's résumé.")
  var resume: String?

  @Option(help: "A git repository whose history may bear claims out; may be repeated.")
  var git: [String] = []

  @Option(parsing: .upToNextOption, help: "Archives to read into memory instead of a store.")
  var archive: [String] = []

  @Option(help: "A plain text file that is the author's statement.")
  var statement: String?

  @Option(help: "The day the statement was written, as 2013-10-09.")
  var date: Day?

  @Option(help: "Use no record before this day.")
  var since: Day?

  @Option(help: "Use no record after this day.")
  var until: Day?

  @Flag(inversion: .prefixedNo, help: "Obscure addresses and telephone numbers.")
  var redact = true

  @OptionGroup var store: StoreOptions
}
