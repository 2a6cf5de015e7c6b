import ArgumentParser
import Foundation

/// Times searches of a store that lies on disk: whole processes of the command itself, as people start it.
struct SearchBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Searches a store; against notmuch and mu over the same messages of one mbox.",
    discussion: "Runs the command that `scripts/build byline` leaves beside this program.")

  @Argument(help: "The mbox the store was made from.")
  var mbox: String

  @Option(help: "The store.")
  var store: String

  @Option(help: "A word that few messages have.")
  var rare = "xtensa"

  @Option(help: "A word that many messages have.")
  var common = "linux"

  @Option(help: "Two words that stand side by side.")
  var phrase = "virtual address"

  @Option(help: "An author's name.")
  var author = "ralf"

  @Option(help: "A year.")
  var year = "2001"

  @Option(help: "The Message-ID of a message in a thread of some length.")
  var thread = "20031015145948.GB23514@linux-mips.org"

  @Option(help: "How often each program runs; the best counts.")
  var rounds = 5

  func run() throws {
    let command = Split.executable.deletingLastPathComponent().appendingPathComponent("byline")
    guard FileManager.default.isExecutableFile(atPath: command.path) else {
      throw BenchError("there is no \(command.path); make it with scripts/build byline")
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("byline-bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try MailStore.prepare(mbox, in: folder)
    let others = [MailStore.notmuch, .mu].filter { $0.executable != nil }
    let shell = URL(fileURLWithPath: "/bin/sh")
    _ = try Stopwatch.measure(
      others.map {
        .init(
          name: $0.rawValue, executable: shell, arguments: ["-c", $0.indexing(in: folder)],
          discardsOutput: true)
      }, rounds: 1)
    for query in queries {
      var commands = [
        Stopwatch.Command(
          name: "byline, \(query.name)", executable: shell,
          arguments: [
            "-c", "'\(command.path)' search --store '\(store)' '\(query.byline)' 2>/dev/null",
          ], discardsOutput: true)
      ]
      for other in others {
        guard let line = other.searching(query, in: folder) else { continue }
        commands.append(
          .init(
            name: other.rawValue, executable: shell, arguments: ["-c", line], discardsOutput: true))
      }
      Report.print(try Stopwatch.measure(commands, rounds: rounds), files: [])
    }
  }

  private var queries: [MailQuery] {
    [
      MailQuery(name: "rare word", byline: rare, notmuch: rare, mu: rare),
      MailQuery(name: "common word", byline: common, notmuch: common, mu: common),
      MailQuery(
        name: "phrase", byline: "\"\(phrase)\"", notmuch: "\"\(phrase)\"", mu: "\"\(phrase)\""),
      MailQuery(
        name: "author with dates", byline: "from:\(author) date:\(year)",
        notmuch: "from:\(author) date:\(year)", mu: "from:\(author) date:\(year)0101..\(year)1231"),
      MailQuery(
        name: "a message's thread", byline: "thread:\(thread)", notmuch: "thread:{id:\(thread)}",
        mu: "msgid:\(thread)"),
    ]
  }
}
