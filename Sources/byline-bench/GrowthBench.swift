import ArgumentParser
import Foundation
import MailParsing

/// Times what ingesting again costs: where nothing is new, and where a thousand messages are.
struct GrowthBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "growth",
    abstract:
      "Ingests again: nothing new, against find; a thousand messages more, against notmuch.",
    discussion: """
      Whole processes. Of what is printed for --tree, what an ingest of one small file takes is the \
      start-up. An mbox's last messages are added to as many before them as are to be held, so that the \
      same are added each time; notmuch gets them as files of their own.
      """)

  @Option(help: "An mbox of which the last messages are added to those before them.")
  var mbox: String?

  @Option(help: "How many messages are held before.")
  var held = [10_000, 29_000]

  @Option(help: "How many are added.")
  var added = 1_000

  @Option(help: "A directory of archives that is ingested once, and then again by sizes and times.")
  var tree: String?

  @Option(help: "How often each program runs; the best counts.")
  var rounds = 3

  func run() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("byline-bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    if let tree { try again(tree, in: folder) }
    if let mbox {
      for count in held { try grow(mbox, from: count, in: folder) }
    }
  }

  private func again(_ tree: String, in folder: URL) throws {
    let small = folder.appendingPathComponent("small.eml").path
    try "From: a@example.org\n\nHello.\n".write(toFile: small, atomically: true, encoding: .utf8)
    func ingest(_ path: String, _ store: String) -> Stopwatch.Command {
      .init(
        name: "byline ingest again, \(store)", executable: Split.executable,
        arguments: [
          "ingest", "--again", "--trust-mtime", "--store",
          folder.appendingPathComponent(store).path, path,
        ])
    }
    let commands = [ingest(tree, "tree.sqlite"), ingest(small, "start-up.sqlite")]
    _ = try Stopwatch.measure(commands, rounds: 1)
    let find = Stopwatch.Command(
      name: "find", executable: URL(fileURLWithPath: "/usr/bin/find"),
      arguments: [tree, "-printf", "%s %T@\\n"], discardsOutput: true)
    Report.print(try Stopwatch.measure(commands + [find], rounds: rounds), files: [])
  }

  private func grow(_ mbox: String, from count: Int, in folder: URL) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: mbox), options: .alwaysMapped)
    let entries = try MappedFile.withBytes(of: mbox) {
      MboxReader(dialect: .mboxrd).entries(in: $0)
    }
    let last = entries.count - added
    guard last >= count, let end = entries.last?.range.upperBound else {
      throw BenchError(
        "\(mbox) holds \(entries.count) messages, too few to add \(added) to \(count)")
    }
    let start = entries[last - count].range.lowerBound
    let path = folder.appendingPathComponent("\(count).mbox").path
    let store = folder.appendingPathComponent("\(count).sqlite").path
    let ingest = Stopwatch.Command(
      name: "byline, \(added) to \(count)", executable: Split.executable,
      arguments: ["ingest", "--again", "--store", store, path])
    try bytes[start..<entries[last].range.lowerBound].write(to: URL(fileURLWithPath: path))
    _ = try Stopwatch.measure([ingest], rounds: 1)
    try bytes[start..<end].write(to: URL(fileURLWithPath: path))
    var measurements = try Stopwatch.measure([ingest], rounds: 1)
    if MailStore.notmuch.executable != nil {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent("Maildir"))
      _ = try MailStore.prepare(mbox, last - count..<last, in: folder)
      let shell = URL(fileURLWithPath: "/bin/sh")
      let index = "NOTMUCH_CONFIG=\(folder.path)/notmuch.conf notmuch new --quiet"
      let notmuch = Stopwatch.Command(
        name: "notmuch", executable: shell, arguments: ["-c", index], discardsOutput: true)
      _ = try Stopwatch.measure([notmuch], rounds: 1)
      _ = try MailStore.prepare(mbox, last..<entries.count, in: folder)
      measurements += try Stopwatch.measure([notmuch], rounds: 1)
    }
    Report.print(measurements, files: [])
  }
}
