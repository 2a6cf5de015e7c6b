import ArchiveReading
public import ArchiveStorage
import MailParsing

extension CitationVerifier {
  /// Reads every appearance of `store` again from its source: the entry's bytes must be those that were
  /// read, and the text of the appearance that the record quotes from must be the text it holds.
  ///
  /// `each` is called in the order of sources and entries; memory holds one batch of messages.
  public func checkAll(
    of store: ArchiveDatabase, each: (AppearanceCheck) -> Void
  ) async throws(StorageError) {
    var bySource: [Key: [Held]] = [:]
    let ids = try store.allMessageIDs()
    for start in stride(from: 0, to: ids.count, by: 1000) {
      let batch = Array(ids[start..<min(start + 1000, ids.count)])
      for stored in try store.messages(ids: batch) {
        for (index, appearance) in stored.appearances.enumerated() {
          let key = Key(path: appearance.source.path, member: appearance.source.member)
          bySource[key, default: []].append(
            Held(
              appearance: appearance,
              textDigest: index == 0 ? Self.digest(of: stored.message.text) : nil))
        }
      }
    }
    for key in bySource.keys.sorted() {
      let held = (bySource[key] ?? []).sorted {
        $0.appearance.entry.lowerBound < $1.appearance.entry.lowerBound
      }
      await check(held, in: key, each: each)
    }
  }

  private func check(_ held: [Held], in key: Key, each: (AppearanceCheck) -> Void) async {
    var read = 0
    do throws(ReadingError) {
      try await entryReader.read(
        path: key.path, member: key.member, ranges: held.map(\.appearance.entry)
      ) { _, bytes in
        each(
          AppearanceCheck(
            appearance: held[read].appearance, outcome: outcome(of: held[read], bytes)))
        read += 1
      }
    } catch {
      for item in held[read...] {
        each(
          AppearanceCheck(
            appearance: item.appearance, outcome: .missingSource(because: error.description)))
      }
    }
  }

  private func outcome(of held: Held, _ bytes: Span<UInt8>) -> CitationOutcome {
    let appearance = held.appearance
    guard SHA256.hexadecimal(of: bytes) == appearance.entrySHA256 else {
      return .failed(because: "the entry's bytes have changed")
    }
    guard let digest = held.textDigest else { return .held }
    var reader = entryReader
    let message = reader.parse(bytes, format: appearance.format)
    return Self.digest(of: message.string(message.text)) == digest
      ? .held : .failed(because: "the entry reads differently from what the record holds")
  }

  private static func digest(of text: String) -> [UInt8] {
    var sha256 = SHA256()
    sha256.update(Array(text.utf8).span)
    return sha256.digest
  }

  /// An appearance, and the digest of the record's text where it is taken from it.
  private struct Held {
    var appearance: Appearance
    var textDigest: [UInt8]?
  }

  private struct Key: Hashable, Comparable {
    var path: String
    var member: String?

    static func < (lhs: Key, rhs: Key) -> Bool {
      (lhs.path, lhs.member ?? "") < (rhs.path, rhs.member ?? "")
    }
  }
}
