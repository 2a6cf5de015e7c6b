import MailParsing

/// The mbox family: messages one after the other, parted by From_ lines, or by marks of their own.
/// Pipermail's monthly text is one of them.
enum MboxFamily {
  /// A reader of the dialect of `bytes`, or of the one asked for; nil where they begin neither with a mark nor
  /// with a From_ line that a header follows nor with a mail that a From_ line follows.
  static func recognize(_ bytes: Span<UInt8>, asked dialect: MboxDialect?) -> MboxReader? {
    let sample = bytes.extracting(0..<min(bytes.count, MboxRecognition.sampleByteCount))
    func reader(_ found: MboxRecognition?) -> MboxReader? {
      guard var reader = found?.reader else { return dialect.map { MboxReader(dialect: $0) } }
      reader.dialect = dialect ?? reader.dialect
      return reader
    }
    if let marked = MboxRecognition(recognizingMark: sample) { return reader(marked) }
    let start = firstLine(of: sample)
    let end = sample.endOfLine(from: start, limit: sample.count)
    guard let line = FromLine(sample, line: start..<end) else {
      // Without a From_ line at the head it is an mbox only if one comes later: else it is one mail.
      guard SingleMessage.isMessage(sample) else { return nil }
      let entries = MboxReader(dialect: dialect ?? .mboxrd).entries(in: sample)
      guard entries.count > 1 else { return nil }
      return reader(MboxRecognition(recognizing: sample))
    }
    // A letter may begin "From the desk of …": a separator names a date, or a mail follows it.
    guard line.date != nil || SingleMessage.isMessage(sample.extracting(end..<sample.count)),
      let found = MboxRecognition(recognizing: sample)
    else { return nil }
    return reader(found)
  }

  /// Where the first line that is not empty begins; some archives begin with empty ones, or with the mark
  /// that Windows editors set.
  private static func firstLine(of bytes: Span<UInt8>) -> Int {
    var index = bytes.begins(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
    return index
  }
}
