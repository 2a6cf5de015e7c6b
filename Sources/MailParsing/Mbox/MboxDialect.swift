/// How a file of many mails keeps them apart: an mbox its body lines that begin `From ` from its
/// separators, others by marks of their own.
public enum MboxDialect: String, Sendable, Hashable, CaseIterable {
  /// `From ` becomes `>From `; `>From ` stays, so that the change cannot be undone with certainty.
  case mboxo
  /// Every line of `>`s before `From ` gets one more: the only dialect that is undone exactly.
  case mboxrd
  /// As mboxo, and Content-Length gives the body's length as well.
  case mboxcl
  /// Content-Length alone keeps bodies apart; nothing is quoted.
  case mboxcl2
  /// Pipermail's monthly text: headers cut down, addresses obscured, escaped as mboxo.
  case pipermailText = "pipermail-text"
  /// MMDF's mailbox: a line of four Control-A before and after each mail.
  case mmdf
  /// Rmail's file of Emacs until version 23: Control-Underscore between mails, a header in two forms.
  case babyl

  /// The word for it in `byline.message/1`.
  public var format: ArchiveFormat {
    switch self {
    case .mboxo: .mboxo
    case .mboxrd: .mboxrd
    case .mboxcl: .mboxcl
    case .mboxcl2: .mboxcl2
    case .pipermailText: .pipermailText
    case .mmdf: .mmdf
    case .babyl: .babyl
    }
  }

  /// How close its entries are to the mail that was sent.
  public var fidelity: Fidelity { self == .pipermailText ? .archived : .original }

  /// Whether it writes a `>` before body lines that begin `From `.
  var escapes: Bool { self != .mboxcl2 && MarkedMailbox(self) == nil }

  /// Whether bodies are to be cut where Content-Length says.
  var trustsContentLength: Bool { self == .mboxcl || self == .mboxcl2 }
}

/// A dialect and what in the bytes told it.
public struct MboxRecognition: Sendable, Hashable {
  /// The dialect to read with.
  public var dialect: MboxDialect
  /// The evidence, as a clause: `a line ">>From " is there`.
  public var reason: String
  /// Whether no empty line stands before most of its From_ lines.
  public var isUnspaced = false

  /// A reader of the dialect.
  public var reader: MboxReader { MboxReader(dialect: dialect, isUnspaced: isUnspaced) }
}

extension MboxRecognition {
  /// How many bytes at the head of a source are enough to tell its dialect.
  public static let sampleByteCount = 4 << 20

  /// Tells the dialect from content; nil where nothing in `bytes` looks like mail.
  ///
  /// `bytes` is the head of the source, ``sampleByteCount`` of it or all there is. Where nothing in it
  /// is escaped the dialects read alike, and mboxrd is given. Linear in `bytes`.
  public init?(recognizing bytes: Span<UInt8>) {
    if let marked = MboxRecognition(recognizingMark: bytes) {
      self = marked
      return
    }
    var survey = MboxSurvey()
    survey.take(bytes)
    guard survey.entryCount > 0 else { return nil }
    if survey.pipermailCount * 2 > survey.entryCount {
      self.init(
        dialect: .pipermailText,
        reason:
          "\(survey.pipermailCount) of \(survey.entryCount) entries have pipermail's cut-down headers"
      )
    } else if survey.exactLengthCount > 0, survey.exactLengthCount * 2 >= survey.entryCount {
      self.init(
        dialect: survey.hasBareFromInsideLength ? .mboxcl2 : .mboxcl,
        reason: "Content-Length leads to the next From_ line in \(survey.exactLengthCount) of "
          + "\(survey.entryCount) entries"
          + (survey.hasBareFromInsideLength ? ", over unescaped `From ` lines" : ""))
    } else if survey.doublyEscaped > 0 {
      self.init(dialect: .mboxrd, reason: "\(survey.doublyEscaped) lines begin `>>From `")
    } else if survey.escapedInQuotation > 0 {
      self.init(
        dialect: .mboxo,
        reason: "\(survey.escapedInQuotation) quoted lines begin `>From `, none `>>From `")
    } else {
      self.init(
        dialect: .mboxrd,
        reason: survey.escaped > 0
          ? "lines begin `>From ` outside quotations"
          : "no line is escaped, the dialects read alike")
    }
    if survey.unspacedCount > survey.entryCount - 1 {
      isUnspaced = true
      reason += "; \(survey.unspacedCount) From_ lines stand right after the text before them"
    }
  }
}

/// What a source shows of its dialect.
private struct MboxSurvey {
  var entryCount = 0
  var pipermailCount = 0
  var exactLengthCount = 0
  var hasBareFromInsideLength = false
  var escaped = 0
  var doublyEscaped = 0
  var escapedInQuotation = 0
  var unspacedCount = 0

  /// So many entries in pipermail's form at the head of a source tell that all are.
  private static let tellingEntryCount = 32

  mutating func take(_ bytes: Span<UInt8>) {
    let reader = MboxReader(dialect: .mboxrd)
    count(reader.entries(in: bytes, atMost: Self.tellingEntryCount), in: bytes)
    if entryCount == Self.tellingEntryCount, pipermailCount == entryCount { return }
    (entryCount, pipermailCount) = (0, 0)
    let entries = reader.entries(in: bytes)
    count(entries, in: bytes)
    // Lengths are followed on their own: under mboxcl2 the entries above may be pieces of one.
    var start = entries.first { $0.fromLine != nil }?.range.lowerBound
    while let here = start, let length = ContentLength(bytes, fromLineAt: here, limit: bytes.count)
    {
      guard let next = length.nextStart(in: bytes) else { break }
      exactLengthCount += 1
      hasBareFromInsideLength = hasBareFromInsideLength || length.coversBareFromLine(in: bytes)
      start = next < bytes.count ? next : nil
    }
    takeFromLines(bytes, reader, startsWithOne: entries.first?.fromLine != nil)
  }

  private mutating func count(_ entries: [MboxEntry], in bytes: Span<UInt8>) {
    for entry in entries where !entry.content.isEmpty {
      entryCount += 1
      if PipermailText.hasCutDownHeaders(bytes, entry) { pipermailCount += 1 }
    }
  }

  /// Counts the lines that begin `From ` behind `>`s, and where one begins the source, those that separate
  /// without an empty line before them. One pass for both.
  private mutating func takeFromLines(
    _ bytes: Span<UInt8>, _ reader: MboxReader, startsWithOne: Bool
  ) {
    var index = 1
    while index < bytes.count,
      let hit = bytes.firstIndex(of: 0x46, after: 0x3E, or: 0x0A, in: index..<bytes.count)
    {
      index = hit + 1
      guard bytes.starts(with: "From ", at: hit) else { continue }
      guard bytes[hit - 1] == 0x3E else {
        if startsWithOne, reader.separatesUnspaced(in: bytes, at: hit) { unspacedCount += 1 }
        continue
      }
      var start = hit
      while start > 0, bytes[start - 1] == 0x3E { start -= 1 }
      guard start == 0 || bytes[start - 1] == 0x0A else { continue }
      if hit - start > 1 {
        doublyEscaped += 1
      } else if MboxEscape.isInQuotation(bytes, lineAt: start, within: 0..<bytes.count) {
        escapedInQuotation += 1
      } else {
        escaped += 1
      }
    }
  }
}
