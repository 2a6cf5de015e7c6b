import Foundation
import TestSupport
import Testing

/// Drives the built command as a user would, in a directory of its own.
@Suite("the command, from archive to report", .serialized)
struct CommandTests {
  private let runner: CommandRunner

  init() throws { runner = try CommandRunner("command") }

  @Test(
    "the help of a subcommand says how it is called",
    arguments: ["search", "rebuild", "ingest", "people merge"])
  func usage(of subcommand: String) throws {
    let help = try runner.byline(subcommand.split(separator: " ").map(String.init) + ["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("USAGE: byline \(subcommand) "))
  }

  @Test("archives become a report whose every citation holds, until a byte of the archive changes")
  func archiveToReport() throws {
    let archives = runner.url("archives")
    try FileManager.default.copyItem(
      at: Checkout.root.appendingPathComponent("archives/openstack-dev"), to: archives)
    #expect(try byline("ingest", "archives", "--dry-run").output.contains("would have read 3"))
    #expect(!FileManager.default.fileExists(atPath: runner.url("byline.sqlite").path))
    let ingested = try byline("ingest", "archives", "--format", "json")
    #expect(ingested.status == 0)
    #expect(ingested.output.contains("\"added\" : 1"))
    #expect(ingested.output.contains("\"joined\" : 2"))

    let again = try byline("ingest", "archives", "--format", "json")
    #expect(again.output.contains("\"added\" : 0"))
    #expect(again.output.contains("\"unchanged\" : 3"))

    let resume = Checkout.root.appendingPathComponent("seeds/resume-chris-behrens.md").path
    let report = try byline("report", "--author", "Chris Behrens", "--resume", resume)
    #expect(report.status == 0, "\(report.errors)")
    for form in ["html", "md", "json"] {
      #expect(
        FileManager.default.fileExists(atPath: runner.url("reports/chris-behrens.\(form)").path))
    }
    let document = try runner.read("reports/chris-behrens.json")
    ReportInvariants.expect(document)
    for fact in ["\"from\": \"2013-10-09\"", "\"to\": \"2013-10-09\"", "\"messages\": 1,"] {
      #expect(document.contains(fact), "what the archive's file holds")
    }
    let page = try runner.read("reports/chris-behrens.html")
    #expect(!page.contains("cbehrens@"), "a published page shows no address whole")

    let verified = try byline("verify", "reports/chris-behrens.json")
    #expect(verified.status == 0, "\(verified.output)")

    let check = ["check", "--author", "Chris Behrens", "--fail-on"]
    #expect(try runner.byline(check + ["contradicted"]).status == 0)
    #expect(try runner.byline(check + ["contradicted", "--fail-on", "corroborated"]).status == 1)
    #expect(try runner.byline(check + ["refuted"]).errors.contains("none of corroborated"))

    for name in ["2013-October.txt", "2013-October/016312.html"] {
      try replace("very first", by: "very worst", in: "archives/\(name)")
    }
    let changed = try byline("verify", "reports/chris-behrens.json")
    #expect(changed.status == 1)
    #expect(changed.output.contains("have changed"))
  }

  @Test("a store gives back its messages by search, thread, people and export")
  func lookAround() throws {
    try runner.write(
      """
      From ann@example.org Mon Mar  1 10:00:00 2004
      From: Ann Lee <ann@example.org>
      Subject: a new lock table
      Date: Mon, 1 Mar 2004 10:00:00 +0000
      Message-ID: <first@example.org>

      I wrote a lock table for the storage layer.

      From bo@example.org Mon Mar  1 11:00:00 2004
      From: Bo Ek <bo@example.org>
      Subject: Re: a new lock table
      Date: Mon, 1 Mar 2004 11:00:00 +0000
      Message-ID: <second@example.org>
      In-Reply-To: <first@example.org>

      Thank you, Ann.


      """, to: "list.mbox")
    #expect(try byline("ingest", "list.mbox").status == 0)
    let found = try byline("search", "from:ann", "storage")
    #expect(found.output.contains("first@example.org"))
    #expect(!found.output.contains("second@example.org"))
    let thread = try byline("thread", "second@example.org")
    #expect(thread.output.contains("\n  2004-03-01"), "the answer stands below what it answers")
    #expect(try byline("people", "Ann").output.contains("ann@example.org"))
    #expect(try byline("show", "<first@example.org>").output.contains("I wrote a lock table"))
    let exported = try byline("export", "--format", "mbox")
    #expect(exported.output == (try runner.read("list.mbox")))
    #expect(try byline("lists").output.contains("2 messages, 2004-03 to 2004-03"))
  }

  @Test(
    "bad input ends with a reason and the contract's status",
    arguments: [
      (["ingest", "nowhere"], 66, "nowhere"),
      (["ingest", "empty"], 65, "found no archive"),
      (["parse", "binary.mbox"], 65, "binary"),
      (["lists", "--store", "binary.mbox"], 65, "not a Byline store"),
      (["lists", "--store", "absent.sqlite"], 66, "absent.sqlite"),
      (["resume", "blank.md"], 65, "blank.md"),
      (["verify", "blank.md"], 65, "blank.md: this is not JSON"),
      (["lists", "--store", "empty"], 65, "it is a directory"),
      (["lists", "--store", "blank.md"], 66, "holds nothing yet"),
      (
        ["ingest", "blank.md", "--store", "nowhere/s.sqlite"], 73, "see that its directory is there"
      ),
      (["search", "\"open", "--store", "absent.sqlite"], 66, "absent.sqlite"),
      (["serch", "words"], 64, "did you mean 'search'?"),
      (["xyzzy"], 64, "there is no command 'xyzzy'"),
      (["claims", "--text", "empty"], 65, "empty: it is a directory; name a file"),
      (["check", "--author", "Ann", "--since", "yesterday"], 64, "as 2013-10-09"),
      (
        ["report", "--author", "Ann", "--resume", "resume.md", "-o", "blank.md"], 73, "cannot write"
      ),
      (["claims"], 64, "--text"),
      (["claims", "--text", "binary.mbox"], 65, "binary.mbox: it is no plain text"),
      (["segment", "--text", "binary.mbox"], 65, "binary.mbox: it is no plain text"),
      (["claims", "--text", "blank.md", "--vocabulary", "blank.md"], 65, "name = spelling"),
      (["claims", "--text", "blank.md", "--calendar", "blank.md"], 65, "start end name"),
    ])
  func badInput(arguments: [String], status: Int, words: String) throws {
    try FileManager.default.createDirectory(
      at: runner.url("empty"), withIntermediateDirectories: true)
    try Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37) }).write(
      to: runner.url("binary.mbox"))
    try runner.write("", to: "blank.md")
    try runner.write("# Ann Lee\n\nann@example.org\n", to: "resume.md")
    let run = try runner.byline(arguments)
    #expect(run.status == status, "\(run.errors)")
    #expect((run.errors + run.output).contains(words), "\(run.errors)")
  }

  @Test("- is standard input, for a text, a résumé and an archive")
  func standardInput() throws {
    try runner.write("I wrote the lock table of the storage layer in 2004.\n", to: "text.txt")
    try runner.write("# Ann Lee\n\nann@example.org\n", to: "resume.md")
    let command = Checkout.builtProducts.appendingPathComponent("byline").path
    for (line, file, expected) in [
      ("claims --text -", "text.txt", "wrote the lock table"),
      ("segment --text -", "text.txt", "[paragraph]"),
      ("resume -", "resume.md", "\"name\": \"Ann Lee\""),
    ] {
      let words = line.split(separator: " ").map(String.init)
      let run = try runner.run([command] + words, input: file)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains(expected), "\(line)")
    }
  }

  @Test("what is not in English is told, where it gives no claim")
  func otherLanguage() throws {
    try runner.write(
      "Ich habe den Treiber geschrieben und bin seit 2004 im Projekt. Ich werde ihn pflegen.\n",
      to: "text.txt")
    let claims = try runner.byline(["claims", "--text", "text.txt"])
    #expect(claims.status == 0 && claims.output == "text.txt: 0 claims\n")
    #expect(claims.errors.hasPrefix("text.txt: not in English"))
    try runner.write("# Ann Lee\n\nann@example.org\n", to: "resume.md")
    let check = try runner.byline([
      "check", "--author", "Ann Lee", "--statement", "text.txt", "--resume", "resume.md",
    ])
    #expect(check.output.contains("text.txt is not in English"), "\(check.output)")
  }

  @Test("ndjson is a record a line, each with the schema of the document it would stand in")
  func recordsByLine() throws {
    for number in 1...2 {
      try runner.write(
        """
        From ann\(number)@example.org Mon Mar  1 10:00:00 2004
        From: \(number == 1 ? "Ann Lee" : "Bo Ek") <\(number)@example.org>
        List-Id: <list-\(number).example.org>
        Subject: lock tables
        Message-ID: <\(number)@example.org>
        \(number == 1 ? "X-Note: first" : "In-Reply-To: <1@example.org>")

        Words.

        """, to: "\(number).mbox")
    }
    #expect(try byline("ingest", "1.mbox", "2.mbox").status == 0)
    for (line, schema) in [
      (["lists"], "lists"), (["people"], "people"), (["thread", "1@example.org"], "thread"),
    ] {
      let run = try runner.byline(line + ["--format", "ndjson"])
      let records = run.output.split(separator: "\n")
      #expect(records.count == 2, "\(run.output)")
      #expect(records.allSatisfy { $0.contains("\"schema\":\"byline.\(schema)/1\"") })
    }
  }

  @Test("a report goes through a link and into a device as any file does")
  func reportThroughLink() throws {
    try runner.write("# Ann Lee\n\nann@example.org\n", to: "resume.md")
    try runner.write("old", to: "kept.json")
    try FileManager.default.createSymbolicLink(
      atPath: runner.url("link.json").path, withDestinationPath: "kept.json")
    let report = ["report", "--author", "Ann Lee", "--resume", "resume.md", "--format", "json"]
    #expect(try runner.byline(report + ["-o", "link.json"]).status == 0)
    #expect(try runner.read("kept.json").contains("byline.report/1"))
    #expect(try runner.byline(report + ["-o", "/dev/full"]).status == 73)
    #expect(try runner.byline(report + ["-o", "/dev/null"]).status == 0)
  }

  private func byline(_ arguments: String...) throws -> CommandRunner.Run {
    try runner.byline(arguments)
  }

  private func replace(_ words: String, by others: String, in name: String) throws {
    let text = try runner.read(name)
    try #require(text.contains(words))
    try runner.write(text.replacingOccurrences(of: words, with: others), to: name)
  }
}
