import Foundation
import TestSupport
import Testing

/// A directory with a small archive and a repository, in which the built command is run.
final class InventedPlace {
  private let runner: CommandRunner

  static let statement = """
    [lantern] PTL candidacy

    Hi all,

    I would like to announce my candidacy for PTL of Lantern.

    I started the initial work on the wick scheduler. I also fixed the lens.
    I am the current PTL of Lantern. I implemented the mirror driver.
    I have over 15 years of experience at Brazier Works.

    """

  /// What of a report tests ask for.
  struct Report: Decodable {
    struct Claim: Decodable {
      var quote: String
      var verdict: String
      var because: String
    }
    struct Unclaimed: Decodable {
      var kind: String
      var topic: String
    }
    struct ResumeFinding: Decodable {
      var kind: String
      var entries: [String]
      var because: String
    }
    struct Resume: Decodable { var findings: [ResumeFinding] }
    struct Person: Decodable { var namesakes: [String] }
    var person: Person
    var claims: [Claim]
    var resume: Resume?
    var unclaimedWork: [Unclaimed]
    var notes: [String]

    /// The verdict on each claim, by words of it that do not depend on where it is cut.
    var verdicts: [String] {
      let words = [
        "my candidacy for PTL", "started the initial work", "fixed the lens", "current PTL",
        "mirror driver", "15 years",
      ]
      return claims.map { claim in
        "\(claim.verdict): \(words.first(where: claim.quote.contains) ?? claim.quote)"
      }
    }
    var unclaimed: [String] { unclaimedWork.map { "\($0.kind): \($0.topic)" } }
    var namesakes: [String] { person.namesakes }
    var resumeFindings: [ResumeFinding] { resume?.findings ?? [] }
  }

  init() throws {
    runner = try CommandRunner("people")
    try write(Self.archive, to: "list.mbox")
    try write(Self.history, to: "history")
    try git(["init", "-q", "--bare", "lantern.git"])
    try git(["-C", "lantern.git", "fast-import", "--quiet"], input: "history")
    try git(["-C", "lantern.git", "symbolic-ref", "HEAD", "refs/heads/main"])
  }

  /// The report on somebody, which keeps every rule and whose every citation holds.
  func report(on author: String, _ options: String...) throws -> Report {
    let records = options.contains("--git") ? [] : ["--git", "lantern.git"]
    let dates = ["--date", "2011-09-01", "--archive", "list.mbox"]
    let check = ["check", "--author", author, "--format", "json"] + options + records + dates
    let report = try succeed(runner.byline(check)).output
    ReportInvariants.expect(report)
    try runner.write(report, to: "report.json")
    try succeed(runner.byline(["verify", "report.json"]))
    return try JSONDecoder().decode(Report.self, from: Data(report.utf8))
  }

  func write(_ text: String, to name: String) throws { try runner.write(text, to: name) }

  func git(_ arguments: [String], input: String? = nil) throws {
    try succeed(runner.run(["git"] + arguments, input: input))
  }

  private struct Failed: Error { var run: CommandRunner.Run }

  @discardableResult
  private func succeed(_ run: CommandRunner.Run) throws -> CommandRunner.Run {
    guard run.status == 0 else { throw Failed(run: run) }
    return run
  }

  private static func mail(
    _ number: Int, _ from: String, _ subject: String, _ date: String, _ text: String,
    answering: Int? = nil
  ) -> String {
    let answers = answering.map { "In-Reply-To: <\($0)@example.org>\n" } ?? ""
    return """
      From nobody@example.org Mon Feb  1 10:00:00 2010
      From: \(from)
      Subject: \(subject)
      Date: \(date) 10:00:00 +0000
      Message-ID: <\(number)@example.org>
      \(answers)
      \(text)


      """
  }

  private static var archive: String {
    let (ida, otto) = ("Ida Quill <ida@example.org>", "Otto Brand <otto@example.org>")
    return mail(
      1, ida, "[PATCH] a shade for the hinge", "Mon, 1 Feb 2010",
      "This adds a shade for the hinge.")
      + mail(
        2, otto, "Re: [PATCH] a shade for the hinge", "Tue, 2 Feb 2010",
        "Thanks for the patch, Ida.", answering: 1)
      + mail(
        3, otto, "Lantern PTL election results", "Tue, 1 Mar 2011",
        "The results are in. Ida Quill has been elected PTL of Lantern.")
      + mail(4, "Sam Lee <sam@example.org>", "Hello", "Wed, 2 Mar 2011", "Hello all.")
      + mail(5, "Sam Ek <ek@example.net>", "Hello", "Thu, 3 Mar 2011", "Hello from Turin.")
  }

  private static var history: String {
    let (ida, otto) = ("Ida Quill <ida@example.org>", "Otto Brand <otto@example.org>")
    let commits = [
      ("initial import", otto, 1_262_347_200, "lantern/core.c"),
      ("lens: polish", otto, 1_263_988_800, "lantern/lens/focus.c"),
      ("Start of a wick scheduler", ida, 1_265_025_600, "lantern/wick/scheduler.c"),
      ("wick scheduler: fair turns", ida, 1_265_889_600, "lantern/wick/turns.c"),
      ("lens: grind", otto, 1_269_518_400, "lantern/lens/grind.c"),
      ("lens: fix a crack", ida, 1_293_883_200, "lantern/lens/crack.c"),
    ]
    return commits.map { subject, author, second, path in
      """
      commit refs/heads/main
      author \(author) \(second) +0000
      committer \(author) \(second) +0000
      data \(subject.utf8.count)
      \(subject)
      M 100644 inline \(path)
      data 2
      x

      """
    }.joined()
  }
}
