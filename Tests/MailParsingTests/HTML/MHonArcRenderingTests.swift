import Foundation
import MailParsing
import TestSupport
import Testing

@Suite("MHonArc's pages against the mbox they were made of")
struct MHonArcRenderingTests {
  @Test(
    "whatever the resources, the pages give the mails of the mbox",
    .enabled(if: Tool.isInstalled("mhonarc"), "needs Debian's mhonarc"),
    arguments: ["default", "table", "terms", "masked"])
  func agree(resources: String) throws {
    let mails = try Self.mails()
    let pages = try Self.pages(resources)
    #expect(pages.count == mails.count)
    for mail in mails {
      let page = try #require(pages.first { $0.subject == mail.subject && $0.from == mail.from })
      #expect(page.messageID == mail.messageID)
      #expect(page.references == mail.references)
      #expect(page.sentAt?.secondsSinceEpoch == mail.sentAt?.secondsSinceEpoch)
      #expect(Self.words(page.text) == Self.words(mail.text))
      #expect(page.attachments.map(\.name) == mail.attachments.map(\.name))
      if resources != "masked" { #expect(page.to == mail.to && page.cc == mail.cc) }
    }
  }

  private static let folder = Fixture.url(
    "mhonarc", testFile: #filePath.replacing("/HTML/", with: "/"))

  private static func mails() throws -> [Message] {
    let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent("pumps.mbox")))
    let parser = MessageParser()
    return MboxReader(dialect: .mboxo).entries(in: bytes.span).map {
      parser.parse(bytes.span, entry: $0, dialect: .mboxo).message
    }
  }

  /// The pages that MHonArc makes of the mbox in a folder of its own.
  private static func pages(_ resources: String) throws -> [Message] {
    let output = FileManager.default.temporaryDirectory
      .appendingPathComponent("byline-mhonarc-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "mhonarc", "-quiet", "-rcfile", folder.appendingPathComponent("\(resources).mrc").path,
      "-outdir", output.path, folder.appendingPathComponent("pumps.mbox").path,
    ]
    // It warns of the mail without a date of reception.
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try FileManager.default.contentsOfDirectory(atPath: output.path).sorted()
      .filter { $0.hasPrefix("msg") }
      .map { name in
        let bytes = [UInt8](try Data(contentsOf: output.appendingPathComponent(name)))
        #expect(PageKind.of(bytes.span) == .mhonarcMessage)
        let parsed = MHonArcPage.parse(bytes.span)
        return parsed.message
      }
  }

  private static func words(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }
}
