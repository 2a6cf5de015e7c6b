import ArchiveStorage
import ArgumentParser
import Foundation
import MailParsing

/// Times searches of a store that lies on disk, whole processes.
struct SearchBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Searches a store; against notmuch and mu over the same messages of one mbox.")

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

  @Option(help: .hidden)
  var once: String?

  func run() throws {
    if let once { return try search(once) }
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
          name: "byline, \(query.name)", executable: Split.executable,
          arguments: ["search", mbox, "--store", store, "--once", query.byline])
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

  /// Searches once, as a process of its own that is timed from outside.
  private func search(_ query: String) throws {
    let results = try ArchiveDatabase.openForReading(at: store).search(try SearchQuery(query))
    for hit in results.hits {
      print(hit.stored.message.sentAt?.rfc3339 ?? "", hit.stored.message.subject, hit.snippet.text)
    }
  }
}
