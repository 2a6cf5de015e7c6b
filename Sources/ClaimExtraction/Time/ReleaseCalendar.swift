public import ResumeReading

/// When the cycles of a project's releases began and ended, so that "since Liberty" or "last cycle" can be
/// read as dates.
public struct ReleaseCalendar: Sendable, Hashable {
  /// One cycle of development.
  public struct Cycle: Sendable, Hashable {
    /// Every spelling it is named by, in lower case; the first is its name.
    public var names: [String]
    /// The day work on it began: the day after the release before it.
    public var start: PartialDate
    /// The day of its release.
    public var end: PartialDate

    /// Makes a cycle.
    public init(names: [String], start: PartialDate, end: PartialDate) {
      self.names = names.map { $0.lowercased() }
      self.start = start
      self.end = end
    }
  }

  /// The cycles in order of their start.
  public private(set) var cycles: [Cycle]
  private var index: [String: Int]

  /// Makes a calendar; of cycles with one name the last counts.
  public init(cycles: [Cycle]) {
    self.cycles = cycles.sorted { $0.start < $1.start }
    index = [:]
    for (place, cycle) in self.cycles.enumerated() {
      for name in cycle.names { index[name] = place }
    }
  }

  /// Reads a table of one cycle a line: `start end name other-name…`, days as `2015-04-30`, `#` before a
  /// remark. Lines that are none of this are passed over.
  public init(table: String) {
    var cycles: [Cycle] = []
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count >= 3, let start = PartialDate(day: parts[0]),
        let end = PartialDate(day: parts[1])
      else { continue }
      cycles.append(Cycle(names: Array(parts[2...]), start: start, end: end))
    }
    self.init(cycles: cycles)
  }

  /// This calendar and another's cycles; where both name one, the other's counts.
  public func adding(_ other: ReleaseCalendar) -> ReleaseCalendar {
    ReleaseCalendar(cycles: cycles + other.cycles)
  }

  /// The cycle of a name, in any case; nil where no cycle bears it.
  public func cycle(named name: String) -> Cycle? {
    index[name.lowercased()].map { cycles[$0] }
  }

  /// The index in ``cycles`` of a name in lower case.
  func place(ofCycleNamed name: String) -> Int? { index[name] }

  /// The cycle that was being worked on at a day, moved by `offset` cycles; nil where the calendar does
  /// not reach.
  public func cycle(at day: PartialDate, offset: Int = 0) -> Cycle? {
    guard let place = cycles.firstIndex(where: { !($0.end < day) && !(day < $0.start) }) else {
      return nil
    }
    let moved = place + offset
    return cycles.indices.contains(moved) ? cycles[moved] : nil
  }

  /// The cycle whose name begins with a letter, of several the one whose release is nearest to a day.
  func cycle(withInitial letter: Character, near day: PartialDate) -> Cycle? {
    func months(_ date: PartialDate) -> Int { date.year * 12 + (date.month ?? 1) }
    return cycles.filter { $0.names.first?.first == letter }
      .min { abs(months($0.end) - months(day)) < abs(months($1.end) - months(day)) }
  }

  /// The cycles of OpenStack; release days from the project's release pages, those to come as planned.
  public static let openStack = ReleaseCalendar(
    table: """
      2010-07-19 2010-10-21 austin
      2010-10-22 2011-02-03 bexar
      2011-02-04 2011-04-15 cactus
      2011-04-16 2011-09-22 diablo
      2011-09-23 2012-04-05 essex
      2012-04-06 2012-09-27 folsom
      2012-09-28 2013-04-04 grizzly
      2013-04-05 2013-10-17 havana
      2013-10-18 2014-04-17 icehouse
      2014-04-18 2014-10-16 juno
      2014-10-17 2015-04-30 kilo
      2015-05-01 2015-10-15 liberty
      2015-10-16 2016-04-07 mitaka
      2016-04-08 2016-10-06 newton
      2016-10-07 2017-02-22 ocata
      2017-02-23 2017-08-30 pike
      2017-08-31 2018-02-28 queens
      2018-03-01 2018-08-30 rocky
      2018-08-31 2019-04-10 stein
      2019-04-11 2019-10-16 train
      2019-10-17 2020-05-13 ussuri
      2020-05-14 2020-10-14 victoria
      2020-10-15 2021-04-14 wallaby
      2021-04-15 2021-10-06 xena
      2021-10-07 2022-03-30 yoga
      2022-03-31 2022-10-05 zed
      2022-10-06 2023-03-22 antelope 2023.1
      2023-03-23 2023-10-04 bobcat 2023.2
      2023-10-05 2024-04-03 caracal 2024.1
      2024-04-04 2024-10-02 dalmatian 2024.2
      2024-10-03 2025-04-02 epoxy 2025.1
      2025-04-03 2025-10-01 flamingo 2025.2
      2025-10-02 2026-04-01 gazpacho 2026.1
      2026-04-02 2026-09-30 hibiscus 2026.2
      2026-10-01 2027-03-31 2027.1
      """)
}

extension PartialDate {
  /// Reads `2015-04-30`; nil where the text is something else.
  init?(day text: String) {
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Orders by what is known, a missing part as the first.
  static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.year, left.month ?? 1, left.day ?? 1) < (right.year, right.month ?? 1, right.day ?? 1)
  }

  /// The date moved by a number of months, of which it keeps only year and month.
  func moved(byMonths months: Int) -> PartialDate {
    let count = year * 12 + (month ?? 1) - 1 + months
    return PartialDate(
      year: count >= 0 ? count / 12 : (count - 11) / 12, month: ((count % 12) + 12) % 12 + 1)
  }
}
