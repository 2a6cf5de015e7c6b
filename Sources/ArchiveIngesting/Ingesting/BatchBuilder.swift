import ArchiveReading
import ArchiveStorage
import MailParsing

/// Gathers one unit's entries into a batch for the record.
struct BatchBuilder: Sendable {
  private var batch = IngestBatch()
  private var keyMaker = ContentKey()
  private var names: [ArchiveSource] = []

  /// Adds an entry; entries of one source come together.
  mutating func add(_ entry: ArchiveEntry, _ bytes: Span<UInt8>) {
    if names.last != entry.source { names.append(entry.source) }
    var copy: [UInt8] = []
    copy.append(bytes, 0..<bytes.count)
    batch.entries.append(
      IngestBatch.Entry(
        source: names.count - 1, range: entry.range, bytes: copy,
        sha256: entry.sha256 ?? SHA256.hexadecimal(of: bytes), list: entry.list,
        parsed: entry.parsed,
        contentKey: keyMaker.hexadecimal(of: entry.message)))
  }

  /// The batch made ready to be written, with how far its sources were read; nil where there is nothing
  /// to write.
  consuming func prepared(_ events: [ReadingEvent]) throws(StorageError) -> PreparedBatch? {
    // Sources stand in the order of their events; entries name them by the order of entries.
    var places: [Int: Int] = [:]
    var next = 0
    for case .read(let reading) in events {
      if next < names.count, names[next] == reading.source {
        places[next] = batch.sources.count
        next += 1
      }
      batch.sources.append(IngestBatch.Source(reading))
    }
    guard !batch.sources.isEmpty else { return nil }
    for index in batch.entries.indices {
      guard let place = places[batch.entries[index].source] else {
        throw StorageError(.unexpected, detail: "an entry came without an account of its source")
      }
      batch.entries[index].source = place
    }
    return try PreparedBatch(batch)
  }
}

extension IngestBatch.Source {
  /// The record's account of a reading.
  init(_ reading: SourceReading) {
    let source = reading.source
    self.init(
      record: SourceRecord(
        path: source.path, member: source.member, sha256: reading.sha256,
        byteCount: reading.byteCount),
      format: source.format, list: source.list,
      stamp: FileStamp(
        byteCount: source.file.byteCount, modifiedAt: source.file.modifiedAt),
      resumption: reading.resumption, isComplete: reading.isComplete,
      replacesEarlier: reading.replacesEarlier)
  }
}
