import MailParsing

/// Does one unit's work: recognises whole sources, tells changed from unchanged, parses entries.
///
/// A pure function of the unit and the options, so that any task may do it.
struct UnitWorker: Sendable {
  private let options: ArchiveReader.Options

  init(_ options: ArchiveReader.Options) {
    self.options = options
  }

  /// Gives each entry of `unit` to `give` and says what happened to its sources and how many bytes
  /// they had.
  func work(
    _ unit: WorkUnit, give: (ArchiveEntry, Span<UInt8>) -> Void
  ) -> (events: [ReadingEvent], byteCount: Int) {
    var tools = Tools(parser: EntryParser(limits: options.limits))
    switch unit {
    case .slice(let slice):
      self.give(
        slice.entries, slice.dialect, of: slice.source, from: slice.bytes, window: slice.window,
        offset: slice.offset, &tools, to: give)
      slice.bytes.letGo(of: slice.window)
      return ([.read(slice.reading)], slice.window.count)
    case .sources(let items):
      var events: [ReadingEvent] = []
      var byteCount = 0
      for item in items {
        switch item {
        case .event(let event): events.append(event)
        case .loaded(let source):
          byteCount += source.bytes.count
          events.append(read(source, &tools, give))
        }
      }
      return (events, byteCount)
    }
  }

  private func read(
    _ source: LoadedSource, _ tools: inout Tools, _ give: (ArchiveEntry, Span<UInt8>) -> Void
  ) -> ReadingEvent {
    let path = source.file.path
    let recognition = source.bytes.withSpan {
      Recognition($0, of: source, dialect: options.dialect)
    }
    let format: ArchiveFormat
    var mbox: MboxReader?
    switch recognition {
    case .none(let because):
      let reason = source.failure.map { "\($0.detail); \(because)" } ?? because
      return .skipped(
        SkippedItem(
          path: path, member: source.member, because: reason,
          file: source.failure == nil ? source.file : nil))
    case .whole(let single): format = single
    case .mbox(let found):
      format = found.dialect.format
      mbox = found
    }
    let known = options.known[path, source.member]
    let change =
      options.digestsSources || mbox == nil || known != nil
      ? source.bytes.withSpan { Change(of: $0, since: known) } : .undigested
    if change.kind == .none, source.failure == nil {
      return .unchanged(path: path, member: source.member)
    }
    let archive = tools.place.source(source, format, list: options.list)
    tools.index = source.index
    let count = source.bytes.count
    let start = change.kind == .grown && mbox != nil ? known?.byteCount ?? 0 : 0
    var entryCount = 1
    if let mbox {
      let entries = source.bytes.withSpan(start..<count) { mbox.entries(in: $0) }
      entryCount = entries.count
      self.give(
        entries, mbox.dialect, of: archive, from: source.bytes, window: start..<count,
        offset: start,
        &tools, to: give)
    } else {
      self.give(whole: archive, source.bytes, sha256: change.sha256, &tools, to: give)
    }
    let defects = source.failure.map {
      [Defect(.truncatedInput, .error, at: count..<count, detail: $0.detail)]
    }
    return .read(
      SourceReading(
        source: archive, byteCount: count, sha256: change.sha256, entryCount: entryCount,
        isComplete: true, startedAt: start, replacesEarlier: change.kind == .replaced,
        defects: defects ?? []))
  }

  /// Parses the entries of an mbox's window and gives them on.
  private func give(
    _ entries: [MboxEntry], _ dialect: MboxDialect, of source: ArchiveSource,
    from bytes: SharedBytes, window: Range<Int>, offset: Int, _ tools: inout Tools,
    to give: (ArchiveEntry, Span<UInt8>) -> Void
  ) {
    bytes.withSpan(window) { window in
      for entry in entries {
        tools.parser.parse(entry, of: window, dialect: dialect)
        let range = entry.range.lowerBound + offset..<entry.range.upperBound + offset
        give(finished(source, range, &tools), window.extracting(entry.range))
      }
    }
  }

  /// Parses a source that is one entry and gives it on.
  private func give(
    whole source: ArchiveSource, _ bytes: SharedBytes, sha256: String, _ tools: inout Tools,
    to give: (ArchiveEntry, Span<UInt8>) -> Void
  ) {
    bytes.withSpan { span in
      tools.parser.parse(span, format: source.format)
      var entry = finished(source, 0..<span.count, &tools)
      entry.sha256 = sha256
      give(entry, span)
    }
  }

  /// The entry that was parsed last, with what lies around it.
  private func finished(
    _ source: ArchiveSource, _ range: Range<Int>, _ tools: inout Tools
  ) -> ArchiveEntry {
    if let member = source.member {
      if let index = tools.index {
        tools.neighbours.complete(&tools.parser.message, at: member, in: index, source.format)
      }
    } else {
      tools.neighbours.complete(&tools.parser.message, at: source.path, source.format)
    }
    let message = tools.parser.message
    let own = message.list.map(message.string)
    // Pages and text of one list must name it alike, or posts without a Message-ID would not join: where
    // they lie as pipermail lays them out, the list's directory names it.
    let list =
      source.isInPipermailLayout ? source.list ?? own : options.list ?? own ?? source.list
    return ArchiveEntry(source: source, range: range, list: list, message: message)
  }

  /// What one task uses again from entry to entry.
  private struct Tools {
    var parser: EntryParser
    var place = Place()
    var neighbours = PipermailNeighbours()
    /// What the container of the source at hand tells of it.
    var index: ContainerIndex?
  }
}
