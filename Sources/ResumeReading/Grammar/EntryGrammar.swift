/// Reads the dated entries of a section: positions, studies, projects, voluntary posts.
enum EntryGrammar {
  /// The entries in order, and the lines that belong to none.
  static func entries(
    in cut: CutSection, as section: Resume.Entry.Section
  ) -> (entries: [Resume.Entry], rest: [Line]) {
    let (preface, found) = EntryFinder(cut.lines).drafts()
    let drafts = found.flatMap(unfolded)
    // Headings that the words decide tell in which order the undecided ones stand.
    let sure = drafts.map { EntryHeading($0.heading, section: section, titleFirst: nil) }
      .filter { $0.isDecided && $0.position != nil && !$0.name.isEmpty }
    let first = sure.filter(\.titleIsFirst).count
    let titleFirst = sure.isEmpty ? nil : first * 2 > sure.count
    let headings = drafts.map { EntryHeading($0.heading, section: section, titleFirst: titleFirst) }
    return (inherited(drafts, headings, section), preface)
  }

  /// A heading without a date above items that all have one ("Earlier") holds those entries.
  private static func unfolded(_ draft: EntryDraft) -> [EntryDraft] {
    guard draft.heading.allSatisfy({ $0.date == nil }) else { return [draft] }
    let items = draft.body.filter { !$0.isBlank && $0.kind != .rule }
    guard !items.isEmpty,
      items.allSatisfy({ $0.isBullet && EntryFinder.date(in: $0)?.isRange ?? false })
    else { return [draft] }
    return EntryFinder(items).drafts().drafts
  }

  /// Gives an employer to the positions that stand below it without naming it again, and drops the
  /// headings that only gather positions.
  private static func inherited(
    _ drafts: [EntryDraft], _ headings: [EntryHeading], _ section: Resume.Entry.Section
  ) -> [Resume.Entry] {
    var entries: [Resume.Entry] = []
    /// The employer whose name stands above what follows.
    var employer: EntryHeading?
    /// How a line looked that names an employer and a position, so that no position stands below it.
    var wholeLook: HeadingLine.Look?
    /// An entry without a position, which may prove to be a heading above positions.
    var pending: Resume.Entry?
    /// How the last position below an employer looked.
    var lookBelow: HeadingLine.Look?
    for (draft, heading) in zip(drafts, headings) {
      var heading = heading
      if let title = heading.undividedTitle, employer != nil,
        pending?.name.isEmpty == false || draft.heading[0].look == lookBelow
      {
        // Below an employer, "Engineer, Platform" names a part of it and no other firm.
        heading.position = title
        heading.name = ""
      }
      if section == .education, let study = Self.completed(entries.last, by: heading) {
        entries[entries.count - 1] = study
        continue
      }
      let isTitleAlone = heading.name.isEmpty && heading.position != nil
      var isBelow = false
      if isTitleAlone, let employer, !isOnesOwn(heading.position ?? ""),
        draft.heading[0].look != wholeLook || draft.heading[0].look.level == 0
      {
        heading.name = employer.name
        heading.place = heading.place ?? employer.place
        heading.url = heading.url ?? employer.url
        isBelow = true
      }
      lookBelow = isBelow ? draft.heading[0].look : nil
      var entry = entry(draft, heading, section)
      if let group = pending {
        if isBelow {
          entry.summary = entry.summary ?? group.summary
          entry.highlights = group.highlights + entry.highlights
        } else if !(group.summary == nil && gathers(group, entry)) {
          entries.append(group)
        }
        pending = nil
      }
      if !heading.name.isEmpty, !isBelow {
        // Where the title stands first, the name below it ends with its own position.
        employer = heading.position != nil && heading.titleIsFirst ? nil : heading
        wholeLook = heading.position == nil || draft.heading.count > 1 ? nil : draft.heading[0].look
      }
      if section == .work, heading.position == nil, entry.highlights.isEmpty {
        pending = entry
      } else {
        entries.append(entry)
      }
    }
    if let pending { entries.append(pending) }
    return entries
  }

  /// A school without a degree, given the degree that stands alone below it; nil where none does.
  private static func completed(_ school: Resume.Entry?, by heading: EntryHeading) -> Resume.Entry?
  {
    guard var study = school, study.position == nil, !study.name.isEmpty, heading.name.isEmpty,
      let degree = heading.position, study.highlights.isEmpty
    else { return nil }
    study.position = degree
    if study.endDate == nil, study.startDate == nil, let date = heading.date {
      study.endDate = date.end ?? date.start
    }
    return study
  }

  /// True for titles that need no employer.
  private static func isOnesOwn(_ position: String) -> Bool {
    PlainLetters.words(position).contains { word in
      [
        "freelance", "freelancer", "self", "independent", "freiberuflich", "freiberufler",
        "autonomo",
      ]
      .contains(word) || word.hasPrefix("freelanc")
    }
  }

  /// True where the dates of a heading without a position span those of the whole entry below it.
  private static func gathers(_ group: Resume.Entry, _ entry: Resume.Entry) -> Bool {
    guard let first = group.startDate, let start = entry.startDate, entry.position != nil,
      !entry.name.isEmpty
    else { return false }
    let endsInside =
      group.isCurrent
      || !entry.isCurrent && (entry.endDate?.year ?? 0) <= (group.endDate?.year ?? 0)
    return first.year <= start.year && endsInside
  }

  private static func entry(
    _ draft: EntryDraft, _ heading: EntryHeading, _ section: Resume.Entry.Section
  ) -> Resume.Entry {
    let start = draft.heading[0].line.range.lowerBound
    let headingEnd = draft.heading[draft.heading.count - 1].line.range.upperBound
    let end = draft.body.last { !$0.isBlank }?.range.upperBound ?? headingEnd
    var entry = Resume.Entry(
      section: section, name: heading.name, range: start..<max(end, headingEnd),
      headingRange: start..<headingEnd)
    entry.position = heading.position
    entry.location = heading.place
    entry.url = heading.url
    if let date = heading.date {
      entry.startDate = date.start
      entry.endDate = date.end
      entry.isCurrent = date.isCurrent
      if !date.isRange {
        // A year beside a study is the year it ended; beside work it is all that is known.
        if section == .education {
          entry.startDate = nil
          entry.endDate = date.end ?? date.start
        } else {
          entry.endDate = date.end ?? date.start
        }
      }
    }
    let body = EntryBody(draft.body)
    entry.summary = body.summary
    entry.highlights = body.highlights
    if entry.summary == nil, !heading.notes.isEmpty {
      entry.summary = Resume.Passage(
        text: heading.notes.joined(separator: "; "), range: entry.headingRange)
    }
    return entry
  }
}

/// The text below an entry's heading: a paragraph on it, then what was done.
struct EntryBody: Sendable {
  var summary: Resume.Passage?
  var highlights: [Resume.Passage] = []

  /// Reads the lines below a heading. Lines that only name a group of items (`Kernel work:`) are none.
  init(_ lines: [Line]) {
    var paragraphs: [Resume.Passage] = []
    let hasItems = lines.contains(where: \.isBullet)
    for line in lines where !line.isBlank && line.kind != .rule {
      let content = line.content
      guard content.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
      let passage = Resume.Passage(text: content, range: line.range)
      if line.isBullet {
        highlights.append(passage)
      } else if hasItems, highlights.isEmpty, !content.hasSuffix(":"), !line.isHeading {
        paragraphs.append(passage)
      } else if !hasItems, !line.isHeading {
        paragraphs.append(passage)
      } else if !content.hasSuffix(":"), !line.isHeading, content.count > 40 {
        highlights.append(passage)
      }
    }
    if !hasItems, paragraphs.count > 1 {
      // A first paragraph of some length describes; short lines are items without signs.
      if paragraphs[0].text.count >= 120 { summary = paragraphs.removeFirst() }
      highlights = paragraphs
    } else if let first = paragraphs.first, let last = paragraphs.last {
      summary = Resume.Passage(
        text: paragraphs.map(\.text).joined(separator: "\n"),
        range: first.range.lowerBound..<last.range.upperBound)
    }
  }
}
