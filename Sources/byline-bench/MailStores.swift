import Foundation
import MailParsing

/// Other programs that keep and search mail, run on the same messages as a Maildir.
///
/// What each keeps: notmuch a Xapian index of stemmed words with positions, and no mail; mu the same
/// without stemming; mairix an index of words without positions, and no mail; public-inbox the mail in git,
/// compressed, an index as notmuch's, and an overview for NNTP. None of them checks what it reads against
/// a digest, or joins forms of one post.
enum MailStore: String, CaseIterable {
  case notmuch, mu, mairix
  case publicInbox = "public-inbox"

  /// The program, where it is installed.
  var executable: URL? {
    let name = self == .publicInbox ? "public-inbox-init" : rawValue
    return ["/usr/bin", "/usr/local/bin"].map { URL(fileURLWithPath: "\($0)/\(name)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// The shell command that indexes `folder/Maildir` from nothing.
  func indexing(in folder: URL) -> String {
    let path = folder.path
    switch self {
    case .notmuch:
      return
        "rm -rf \(path)/Maildir/.notmuch; NOTMUCH_CONFIG=\(path)/notmuch.conf notmuch new --quiet"
    case .mu:
      return """
        rm -rf \(path)/mu; \
        mu init --quiet --muhome=\(path)/mu --maildir=\(path)/Maildir && mu index --quiet --muhome=\(path)/mu
        """
    case .mairix: return "rm -f \(path)/mairix.db; mairix -f \(path)/mairixrc"
    case .publicInbox:
      let script = Reference.file("public-inbox-import.pl").path
      return """
        rm -rf \(path)/inbox; \
        PI_DIR=\(path)/public-inbox perl '\(script)' \(path)/Maildir \(path)/inbox 2>/dev/null
        """
    }
  }

  /// The shell command that prints the newest hits for a query.
  func searching(_ query: MailQuery, in folder: URL) -> String? {
    let path = folder.path
    switch self {
    case .notmuch:
      return "NOTMUCH_CONFIG=\(path)/notmuch.conf notmuch search --limit=20 '\(query.notmuch)'"
    case .mu:
      let related = query.mu.hasPrefix("msgid:") ? "--include-related" : ""
      return """
        mu find --muhome=\(path)/mu --maxnum=20 --sortfield=date --reverse \(related) '\(query.mu)'
        """
    case .mairix, .publicInbox: return nil
    }
  }

  /// Writes the messages of an mbox, or those of `range` in its order, as a Maildir below `folder`, and
  /// what the programs need beside it; gives how many they were.
  static func prepare(
    _ mbox: String, _ range: Range<Int> = 0..<Int.max, in folder: URL
  ) throws -> Int {
    let maildir = folder.appendingPathComponent("Maildir")
    for name in ["cur", "new", "tmp"] {
      try FileManager.default.createDirectory(
        at: maildir.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    var count = 0
    try MappedFile.withBytes(of: mbox) { bytes in
      let entries = MboxReader(dialect: .mboxrd).entries(in: bytes)
      for number in range.clamped(to: 0..<entries.count) {
        let entry = entries[number]
        let message = unsafe bytes.extracting(entry.content).withUnsafeBufferPointer {
          unsafe Data($0)
        }
        try message.write(to: maildir.appendingPathComponent("cur/\(number).bench:2,S"))
        count += 1
      }
    }
    try """
    [database]
    path=\(maildir.path)
    [user]
    name=Bench
    primary_email=bench@example.org
    [new]
    tags=inbox
    """.write(to: folder.appendingPathComponent("notmuch.conf"), atomically: true, encoding: .utf8)
    try """
    base=\(folder.path)
    maildir=Maildir
    database=\(folder.path)/mairix.db
    mfolder=found
    """.write(to: folder.appendingPathComponent("mairixrc"), atomically: true, encoding: .utf8)
    return count
  }
}

/// One question, in the words of each program.
struct MailQuery {
  var name: String
  var byline: String
  var notmuch: String
  var mu: String
}
