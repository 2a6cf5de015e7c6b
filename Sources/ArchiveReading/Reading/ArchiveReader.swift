public import MailParsing

/// Reads archives entry by entry: opens what a walk finds, tells it apart by content, decompresses,
/// cuts and parses it, and gives the results in the order of the archive whatever the number of tasks.
///
/// Reading costs one pass over the bytes. Memory is bounded: a unit of at most 4 MiB for each task and one
/// more are held at a time, or one entry that is larger; large plain files are mapped, not copied.
///
/// ```swift
/// let reader = ArchiveReader()
/// try await reader.read(ArchiveWalker(paths: ["archives"]), startingPart: { [String]() }) {
///   subjects, entry, _ in subjects.append(entry.parsed.message.subject)
/// } deliver: { delivery in
///   for subject in delivery.result { print(subject) }
/// }
/// ```
public struct ArchiveReader: Sendable {
  /// How to read.
  public struct Options: Sendable {
    /// The list's name, whatever mail, page or place say.
    public var list: String?
    /// The dialect of every mbox, whatever its content says.
    public var dialect: MboxDialect?
    /// How many tasks parse; opening, cutting and delivering go on beside them.
    public var workers = 1
    /// What earlier readings know, so that only what is new is read.
    public var known = KnownSources()
    /// Whether a file as large and as old as when it was read is taken as unchanged without opening it.
    public var trustsModificationTimes = false
    /// Whether a source of several entries is digested as a whole; where nothing is kept of a reading,
    /// the digest of each entry is enough.
    public var digestsSources = true
    /// What the parser of mail allows.
    public var limits = MessageParser.Limits()
    /// Bytes of one entry that are looked at; what is beyond them is passed over with a defect.
    public var entryLimit = 256 << 20
    /// Files of this many bytes and more are mapped into memory; smaller ones are copied, which is
    /// faster for them and safe if another program cuts them short meanwhile.
    public var mappedFrom = 1 << 20

    /// How much is read, parsed and delivered together.
    package var unitSize = UnitSize.standard

    /// Reads all there is, on one task.
    public init() {}
  }

  /// What one unit of work came to.
  public struct Delivery<Result: Sendable>: Sendable {
    /// What was made of the unit's entries.
    public var result: Result
    /// What happened to the unit's sources, in their order.
    public var events: [ReadingEvent]
    /// Bytes of decompressed sources that the unit held.
    public var byteCount: Int
  }

  private let options: Options

  /// Makes a reader.
  public init(_ options: Options = Options()) {
    self.options = options
  }

  /// Reads everything `walker` gives.
  ///
  /// `entry` is called for each entry, several units at once on several tasks, each with its own part
  /// begun by `startingPart`; the bytes it is lent end with the call. `deliver` is called on the
  /// caller's task with one unit after the other, in the order of the archive; what it throws ends the
  /// reading. What cannot be read is an event, not an error.
  public func read<Part: Sendable>(
    _ walker: ArchiveWalker,
    startingPart: @escaping @Sendable () -> Part,
    entry: @escaping @Sendable (inout Part, ArchiveEntry, Span<UInt8>) -> Void,
    deliver: (Delivery<Part>) async throws -> Void
  ) async throws {
    try await read(
      walker, startingPart: startingPart, entry: entry, finishing: { part, _ in part },
      deliver: deliver)
  }

  /// Reads everything `walker` gives, and makes of each unit's part and events what is delivered, still
  /// on the task that parsed it.
  public func read<Part, Result: Sendable>(
    _ walker: ArchiveWalker,
    startingPart: @escaping @Sendable () -> Part,
    entry: @escaping @Sendable (inout Part, ArchiveEntry, Span<UInt8>) -> Void,
    finishing: @escaping @Sendable (Part, [ReadingEvent]) throws -> Result,
    deliver: (Delivery<Result>) async throws -> Void
  ) async throws {
    var producer = UnitProducer(walker, options)
    let worker = UnitWorker(options)
    @Sendable func work(_ unit: WorkUnit) throws -> Delivery<Result> {
      var part = startingPart()
      let (events, byteCount) = worker.work(unit) { entry(&part, $0, $1) }
      return Delivery(
        result: try finishing(part, events), events: events, byteCount: byteCount)
    }
    guard options.workers > 1 else {
      while let unit = await producer.next() {
        try Task.checkCancellation()
        try await deliver(try work(unit))
      }
      return
    }
    // One unit more than there are workers is under way, so that none waits for the delivery; fewer where
    // large entries fill the room that ordinary ones would take.
    let window = options.workers + 1
    let room = window * options.unitSize.bytes
    try await withThrowingTaskGroup(of: (Int, Delivery<Result>).self) { group in
      var finished: [Int: Delivery<Result>] = [:]
      // What each unit holds that was started and not delivered, in their order.
      var underWay: [Int] = []
      var delivered = 0
      var isDone = false
      while true {
        while !isDone, underWay.count < window, underWay.reduce(0, +) < room {
          guard let unit = await producer.next() else {
            isDone = true
            break
          }
          let number = delivered + underWay.count
          underWay.append(unit.heldByteCount)
          group.addTask { (number, try work(unit)) }
        }
        if underWay.isEmpty { return }
        while finished[delivered] == nil, let (number, delivery) = try await group.next() {
          finished[number] = delivery
        }
        if let delivery = finished.removeValue(forKey: delivered) {
          try await deliver(delivery)
          underWay.removeFirst()
          delivered += 1
        }
      }
    }
  }
}
