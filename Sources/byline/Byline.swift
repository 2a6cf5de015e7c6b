import ArgumentParser
import CommandStarting

/// The command `byline`: arguments, settings, progress and exit status. What it does is done in the
/// libraries; a subcommand is one file.
@main
struct Byline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "byline",
    abstract: "Who did what, and which public record shows it?",
    discussion: """
      Byline reads mailing-list archives, finds what people say they contributed, and shows which \
      record bears each claim out, with a citation of the exact bytes.

      The store is one SQLite file: --store PATH, else $BYLINE_STORE, else byline.sqlite here.
      Results go to standard output; progress and warnings go to standard error.
      Exit status: 0 done; 1 done, and something was found wrong; 64 usage; 65 the input is not what \
      it must be; 66 an input is missing; 69 a program is missing; 73, 74 cannot write; 75 try again.
      """,
    version: Schemas.versionText,
    groupedSubcommands: [
      CommandGroup(
        name: "Read", subcommands: [Parse.self, Segment.self, Claims.self, ReadResume.self]),
      CommandGroup(
        name: "Keep",
        subcommands: [
          IngestArchives.self, Lists.self, Search.self, Show.self, Thread.self, People.self,
          Candidacies.self, Export.self, PurgeMessages.self, RebuildStore.self,
        ]),
      CommandGroup(
        name: "Judge",
        subcommands: [Check.self, Report.self, Who.self, Verify.self, Serve.self]),
    ])

  static func main() {
    start {
      let arguments = CommandLine.arguments.dropFirst()
      if let command = subcommand(of: arguments) { return command }
      try refuseUnknown(arguments.first)
      return try parseAsRoot()
    }
  }

  /// Throws where `word` stands for a subcommand and names none, with the name that is nearest.
  private static func refuseUnknown(_ word: String?) throws {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word, !word.hasPrefix("-"), !names.contains(word) else { return }
    let guess = NearMiss.nearest(to: word, among: names).map { "; did you mean '\($0)'?" }
    throw ValidationError("there is no command '\(word)'\(guess ?? "")")
  }

  /// The subcommand that the first of `arguments` names, read by itself, which spares building the whole
  /// tree of commands; nil where that does not give one: for other words, and for mistakes, of which the
  /// tree tells better.
  private static func subcommand(of arguments: ArraySlice<String>) -> (any ParsableCommand)? {
    let type = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    return try? type?.parseAsRoot(Array(arguments.dropFirst()))
  }
}

extension CommandConfiguration {
  /// The configuration of a subcommand of `byline`. It says whose it is, so that its help does too where it
  /// is read by itself; nor are its arguments then also read for a request of completions, which only
  /// `byline` itself is asked for.
  init(
    ofByline name: String, abstract: String, discussion: String = "",
    subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil
  ) {
    self.init(
      commandName: name, _superCommandName: "byline", abstract: abstract, discussion: discussion,
      subcommands: subcommands, defaultSubcommand: defaultSubcommand)
  }
}
