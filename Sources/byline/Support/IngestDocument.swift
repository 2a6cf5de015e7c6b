import ArchiveIngesting
import ArchiveReading
import Reporting

/// `byline.ingest/1`: what an ingest read, stored, joined and found wrong.
struct IngestDocument: Encodable {
  struct Messages: Encodable {
    var read, added, joined, unchanged, withdrawn: Int
  }
  struct Skipped: Encodable {
    var path: String
    var member: String?
    var because: String
  }
  struct Damaged: Encodable {
    var path: String
    var member: String?
    var byteOffset: Int
    var because: String
  }
  struct Sources: Encodable {
    var read, unchanged: Int
    var skipped: [Skipped]
    var damaged: [Damaged]
  }

  var schema = "byline.ingest/1"
  var messages: Messages
  var sources: Sources
  var defects: [String: Int]

  init(_ summary: IngestSummary) {
    let counts = summary.messages
    messages = Messages(
      read: counts.read, added: counts.added, joined: counts.joined, unchanged: counts.unchanged,
      withdrawn: counts.withdrawn)
    sources = Sources(
      read: summary.sources.read, unchanged: summary.sources.unchanged,
      skipped: summary.sources.skipped.map {
        Skipped(path: $0.path, member: $0.member, because: $0.because)
      },
      damaged: summary.sources.damaged.map {
        Damaged(path: $0.path, member: $0.member, byteOffset: $0.byteOffset, because: $0.because)
      })
    defects = summary.defects
  }

  /// The counts for people; what was skipped is grouped by its reason.
  func text(dryRun: Bool) -> String {
    var lines = [
      "\(dryRun ? "would have " : "")read \(counted(messages.read, "entry", plural: "entries")) of "
        + "\(counted(sources.read, "source")): "
        + "\(counted(messages.added, "message")) added, "
        + "\(counted(messages.joined, "appearance")) joined, "
        + "\(messages.unchanged) already held, \(counted(sources.unchanged, "source")) unchanged"
    ]
    if messages.withdrawn > 0 { lines.append("left out \(messages.withdrawn) that were purged") }
    for damage in sources.damaged {
      let member = damage.member.map { " (\($0))" } ?? ""
      lines.append(
        "damaged: \(VisibleText.line(damage.path + member)) at byte \(damage.byteOffset): \(damage.because)"
      )
    }
    for (reason, items) in Dictionary(grouping: sources.skipped, by: \.because).sorted(by: {
      $0.key < $1.key
    }) {
      let few = items.prefix(3).map { VisibleText.line($0.path) }.joined(separator: ", ")
      lines.append("skipped \(items.count), \(reason): \(few)\(items.count > 3 ? ", …" : "")")
    }
    if !defects.isEmpty {
      let list = defects.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      lines.append("defects: " + list.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }
}
