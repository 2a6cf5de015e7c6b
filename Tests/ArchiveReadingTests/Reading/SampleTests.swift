import ArchiveReading
import Foundation
import MailParsing
import TestSupport
import Testing

/// The archive that lies in the repository: one post as page, as monthly text and as packed text.
@Suite struct SampleTests {
  private struct Appearance {
    var format: ArchiveFormat
    var list: String?
    var message: Message
    var contentKey: String
  }

  private func appearances() async throws -> [Appearance] {
    var appearances: [Appearance] = []
    let archive = Checkout.root.appendingPathComponent("archives/openstack-dev").path
    try await ArchiveReader().read(
      ArchiveWalker(paths: [archive]), startingPart: { [Appearance]() },
      entry: { part, entry, _ in
        part.append(
          Appearance(
            format: entry.source.format, list: entry.list, message: entry.parsed.message,
            contentKey: ContentKey.hexadecimal(of: entry.message)))
      },
      deliver: { appearances += $0.result })
    return appearances
  }

  /// The lines between the head of the seed's page and its foot, without blank lines at either end.
  private func seedText() throws -> String {
    let seed = Checkout.root.appendingPathComponent(
      "seeds/openstack-dev-2013-10-09-tc-candidacy.txt")
    let lines = String(decoding: try Data(contentsOf: seed), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.dropFirst(5).dropLast().joined(separator: "\n")
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test("the sample holds its post three times, and the indexes hold none")
  func forms() async throws {
    let formats = try await appearances().map(\.format.rawValue).sorted()
    #expect(formats == ["pipermail-html", "pipermail-text", "pipermail-text"])
  }

  @Test("page and monthly text of the sample are one post: equal list, instant and content key")
  func join() async throws {
    let appearances = try await appearances()
    #expect(Set(appearances.map(\.contentKey)).count == 1)
    #expect(Set(appearances.map(\.list)) == ["openstack-dev"])
    #expect(Set(appearances.map(\.message.sentAt?.secondsSinceEpoch)) == [1_381_359_932])
  }

  @Test("every form of the sample gives the seed's author, subject and text, and no Message-ID")
  func content() async throws {
    let text = try seedText()
    #expect(text.hasPrefix("Hi all,") && text.hasSuffix("- Chris"))
    for appearance in try await appearances() {
      let message = appearance.message
      #expect(message.from == [Address(name: "Chris Behrens", email: "cbehrens@codestud.com")])
      #expect(message.subject == "[openstack-dev] TC candidacy")
      #expect(message.text.trimmingCharacters(in: .whitespacesAndNewlines) == text)
      #expect(message.messageID.isEmpty)
      #expect(message.inReplyTo.isEmpty && message.references.isEmpty)
    }
  }
}
