import ArchiveStorage
import ResumeReading

/// A résumé cut into the passages that a claim can be held against.
struct ResumePassages: Sendable {
  /// One line of a résumé: a highlight, a summary, a heading, an item of a section.
  struct Passage: Sendable {
    var text: String
    var range: Range<Int>
    var stems: Set<String>
    /// The dated entry it belongs to, as an index into ``ResumePassages/entries``.
    var entry: Int?
    /// `Highlights`, or the entry's label.
    var label: String
    /// True for an entry's heading, which says employment and title, not work.
    var isHeading: Bool
    /// True for a list of skills, which says what is known, not what was done.
    var isSkill = false
  }

  /// A dated entry with what comparison needs of it.
  struct Entry: Sendable {
    var entry: Resume.Entry
    var organisation: Organisation?
    /// `XO Communications 2008-04`.
    var label: String
    /// nil where the entry has no start.
    var span: MonthSpan?
    /// Every word of the entry.
    var stems: Set<String>
  }

  let source: CheckRecord.ResumeDocument
  let passages: [Passage]
  let entries: [Entry]
  /// Organisations of positions, each once.
  let organisations: [Organisation]
  /// The names of those that are employers.
  var employers: [String] {
    entries.filter { $0.entry.section == .work }.compactMap(\.organisation?.name)
  }

  /// Cuts a résumé. Linear in its text.
  init(_ source: CheckRecord.ResumeDocument) {
    self.source = source
    let resume = source.resume
    let scalars = Array(resume.text.unicodeScalars)
    var passages: [Passage] = []
    func add(_ passage: Resume.Passage, entry: Int?, label: String, heading: Bool = false) {
      passages.append(
        Passage(
          text: passage.text, range: passage.range, stems: Words.stems(of: passage.text),
          entry: entry, label: label, isHeading: heading))
    }
    if let summary = resume.basics.summary { add(summary, entry: nil, label: "Summary") }
    for section in resume.sections {
      for item in section.items { add(item, entry: nil, label: section.title) }
    }
    var entries: [Entry] = []
    for (index, entry) in resume.entries.enumerated() {
      // To the month, to which spans are counted.
      let start = entry.startDate.map { PartialDate(year: $0.year, month: $0.month).text }
      let name = entry.name.isEmpty ? entry.position : entry.name
      let label = [name, start].compactMap(\.self).joined(separator: " ")
      let heading = [entry.name, entry.position, entry.location].compactMap(\.self)
        .joined(separator: ", ")
      add(
        Resume.Passage(text: heading, range: entry.headingRange), entry: index, label: label,
        heading: true)
      if let summary = entry.summary { add(summary, entry: index, label: label) }
      for highlight in entry.highlights { add(highlight, entry: index, label: label) }
      let range = entry.range.clamped(to: 0..<scalars.count)
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[range])
      entries.append(
        Entry(
          entry: entry,
          organisation: Organisation(entry.name, isEmployer: entry.section == .work), label: label,
          span: MonthSpan(entry), stems: Words.stems(of: String(text))))
    }
    for skill in resume.skills {
      let words = ([skill.name] + skill.keywords).joined(separator: ", ")
      passages.append(
        Passage(
          text: words, range: skill.range, stems: Words.stems(of: words), entry: nil,
          label: "Skills", isHeading: false, isSkill: true))
    }
    self.passages = passages
    self.entries = entries
    var seen = Set<Organisation>()
    self.organisations = entries.filter {
      $0.entry.section == .work || $0.entry.section == .volunteer
    }
    .compactMap(\.organisation).filter { seen.insert($0).inserted }
  }

  /// Cites a range of the résumé.
  func citation(_ range: Range<Int>) -> Citation {
    .document(DocumentCitation(source.document, range: range))
  }

  /// The entries of any of these organisations that begin no later than a month.
  func entries(of organisations: [Organisation], by month: Int?) -> [Int] {
    entries.indices.filter { index in
      guard let own = entries[index].organisation, organisations.contains(own) else { return false }
      return entries[index].begins(by: month)
    }
  }
}

extension ResumePassages {
  /// Whether what stands below the headings of some entries says a title.
  func tells(of title: Title, in entries: [Entry]) -> Bool {
    passages.contains { passage in
      guard let own = passage.entry,
        entries.contains(where: { $0.label == self.entries[own].label })
      else { return false }
      return !passage.isHeading
        && Title.all(in: passage.text).contains { $0.says(title, with: passage.stems) }
    }
  }
}

extension ResumePassages.Entry {
  /// Whether it begins no later than a month; an entry without dates might.
  func begins(by month: Int?) -> Bool {
    guard let month, let span else { return true }
    return span.start <= month
  }
}
