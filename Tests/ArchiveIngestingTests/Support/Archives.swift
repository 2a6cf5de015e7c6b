import ArchiveReading
import ArchiveStorage
import Foundation
import MailParsing
import TestSupport

@testable import ArchiveIngesting

/// A directory of the test's own, filled with archives by path.
final class Archives {
  let url: URL
  var path: String { url.path }

  init(_ files: [String: String] = [:]) throws {
    url = try Checkout.temporaryDirectory("ingesting")
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func file(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Takes everything in the directory into `store`.
  @discardableResult
  func ingest(
    into store: ArchiveDatabase, _ options: Ingest.Options = .init()
  ) async throws -> IngestSummary {
    try await Ingest(into: store, options).run(ArchiveWalker(paths: [path]))
  }
}

/// A post, and the three forms archives have it in.
struct Post {
  var number: Int
  var author = "Ada Example"
  var address = "ada@example.org"
  var subject: String { "Letter \(number / 3)" }
  var id: String { "letter-\(number)@example.org" }
  var parent: String? { number % 3 == 0 ? nil : "letter-\(number - 1)@example.org" }
  var body: String { "Dear all,\n\nthis is letter \(number), and no other.\n" }
  private var minute: String { number % 60 < 10 ? "0\(number % 60)" : "\(number % 60)" }
  private var date: String { "Mon, 3 Mar 2008 09:\(minute):00 +0000" }
  private var obscured: String { address.replacing("@", with: " at ") }

  /// RFC 5322 bytes.
  var mail: String {
    let reply = parent.map { "In-Reply-To: <\($0)>\n" } ?? ""
    return """
      From: \(author) <\(address)>
      To: builders@lists.example.org
      Subject: [Builders] \(subject)
      Date: \(date)
      Message-ID: <\(id)>
      \(reply)
      \(body)
      """
  }

  /// An entry of an mbox.
  var entry: String { "From \(address) Mon Mar  3 09:\(minute):00 2008\n\(mail)\n" }

  /// An entry of pipermail's monthly text.
  var text: String {
    let reply = parent.map { "In-Reply-To: <\($0)>\n" } ?? ""
    return """
      From \(obscured)  Mon Mar  3 09:\(minute):00 2008
      From: \(obscured) (\(author))
      Date: \(date)
      Subject: [Builders] \(subject)
      \(reply)Message-ID: <\(id)>

      \(body)

      """
  }

  /// Pipermail's page.
  var page: String {
    let link =
      "mailto:builders%40lists.example.org?Subject=Re%3A%20%5BBuilders%5D%20Letter"
      + "&In-Reply-To=%3C\(id.replacing("@", with: "%40"))%3E"
    return """
      <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
      <HTML>
       <HEAD>
         <TITLE> [Builders] \(subject)
         </TITLE>
         <LINK REL="Index" HREF="index.html" >
         <LINK REL="made" HREF="\(link)">
         <META http-equiv="Content-Type" content="text/html; charset=us-ascii">
       </HEAD>
       <BODY BGCOLOR="#ffffff">
         <H1>[Builders] \(subject)</H1>
          <B>\(author)</B>
          <A HREF="\(link)"
             TITLE="[Builders] \(subject)">\(obscured)
             </A><BR>
          <I>Mon Mar  3 09:\(minute):00 UTC 2008</I>
          <P><UL>
          </UL>
          <HR>
      <!--beginarticle-->
      <PRE>\(body)
      </PRE>
      <!--endarticle-->
          <HR>
      </BODY></HTML>
      """
  }
}

extension ArchiveDatabase {
  /// All the record holds of mail and people, in the order of content, without its own numbers.
  func content() throws -> [StoredMessage] {
    try messages(ids: try allMessageIDs()).map {
      var message = $0
      message.id = 0
      return message
    }
  }

  func persons() throws -> [Person] {
    try people().map {
      var person = $0
      person.id = 0
      return person
    }
  }
}
