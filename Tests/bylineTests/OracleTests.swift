import Foundation
import TestSupport
import Testing

/// Holds `byline parse` against other readers of mail, by the Python scripts of `Fixtures/Oracles`. Each
/// script lists the differences that stay, with the reason; `Oracles.md` of the documentation says what
/// they come to.
@Suite("parse agrees with other readers of mail", .enabled(if: Oracle.canRun))
struct OracleTests {
  @Test(
    "every tenth of 30,000 messages reads as Python's email package or GMime reads it",
    .enabled(if: Corpus.linuxMIPS != nil && Oracle.hasGMime))
  func archive() throws {
    let mbox = try #require(Corpus.linuxMIPS)
    try Oracle.run("archive.py", try Oracle.buildGMimeFields(), mbox.path, "10")
  }

  @Test(
    "mails of other projects' tests read as those projects expect",
    .enabled(if: Oracle.torture != nil),
    arguments: [
      ("mail_parser.py", "mail-parser/resources"),
      ("mime4j.py", "mime4j/core/src/test/resources"),
      ("mime_tools.py", "mime-tools/testmsgs"),
      ("enmime.py", "enmime/testdata"),
    ])
  func goldens(script: String, folder: String) throws {
    let torture = try #require(Oracle.torture)
    try Oracle.run(script, torture.appendingPathComponent(folder).path)
  }

  @Test(
    "what an archiver made of an mbox reads as the mbox",
    .enabled(if: Oracle.torture != nil),
    arguments: [
      ("mhonarc-generated/linux-mips-sample.mbox", "mhonarc-generated/html-default"),
      ("pipermail-localized-generated/source.mbox", "pipermail-localized-generated/mips-en"),
      ("pipermail-localized-generated/source.mbox", "pipermail-localized-generated/mips-de"),
      ("pipermail-localized-generated/source.mbox", "pipermail-localized-generated/mips-ja"),
    ])
  func archivers(mbox: String, pages: String) throws {
    let torture = try #require(Oracle.torture)
    try Oracle.run(
      "archivers.py", torture.appendingPathComponent(mbox).path,
      torture.appendingPathComponent(pages).path)
  }
}

/// The scripts, what they read, and how they are run.
private enum Oracle {
  static let canRun = Tool.isInstalled("python3")
  static let hasGMime =
    Tool.isInstalled("cc") && Tool.isInstalled("pkg-config") && gmimeFlags != nil
  static let torture = Corpus.unpacked("torture.tar.xz")?.appendingPathComponent("torture")

  private static let gmimeFlags: [String]? = {
    guard let flags = try? output("pkg-config", "--cflags", "--libs", "gmime-3.0"),
      flags.status == 0
    else { return nil }
    return flags.output.split(whereSeparator: \.isWhitespace).map(String.init)
  }()

  /// Compiles the program that prints what GMime reads, and returns where it lies.
  static func buildGMimeFields() throws -> String {
    let program = try Checkout.temporaryDirectory("gmime").appendingPathComponent("gmime-fields")
      .path
    let source = Fixture.url("Oracles/gmime-fields.c").path
    let built = try output(["cc", "-O1", "-o", program, source] + (gmimeFlags ?? []))
    try #require(built.status == 0, "\(built.output)")
    return program
  }

  /// Runs a script on the command that was built beside these tests, and expects it to find no difference
  /// that its table does not explain.
  static func run(_ script: String, _ arguments: String...) throws {
    let run = try output(["python3", Fixture.url("Oracles/\(script)").path] + arguments)
    #expect(run.status == 0, "\(run.output)")
  }

  private static func output(_ arguments: String...) throws -> (status: Int32, output: String) {
    try output(arguments)
  }

  private static func output(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["BYLINE"] = Checkout.builtProducts.appendingPathComponent("byline").path
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}
