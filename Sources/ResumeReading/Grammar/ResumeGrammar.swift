/// Reads a résumé from its lines: cuts it into sections and gives each to the grammar of its kind.
enum ResumeGrammar {
  /// The résumé that the lines make. Lines that no rule understands stay in the text and nowhere else.
  static func resume(of lined: LinedText) -> Resume {
    var resume = Resume(text: lined.text)
    let (head, sections) = SectionCutter(lined.lines).cut()
    let contact = sections.filter { $0.kind == .contact }.flatMap(\.lines)
    resume.basics = ContactGrammar.basics(head: head, contact: contact)
    for section in sections {
      switch section.kind {
      case .contact: break
      case .summary: readSummary(section, into: &resume)
      case .skills: resume.skills += SkillGrammar.skills(in: section)
      case .list(let property): readList(section, property, into: &resume)
      case .entries(let kind):
        let (entries, rest) = EntryGrammar.entries(in: section, as: kind)
        resume.entries += entries
        if entries.isEmpty { keep(rest, of: section, as: "other", in: &resume) }
      }
    }
    if !resume.entries.contains(where: { $0.section == .work }) {
      readUnheaded(head, into: &resume)
    }
    return resume
  }

  private static func readSummary(_ section: CutSection, into resume: inout Resume) {
    let paragraphs = section.lines.filter { !$0.isBlank && !$0.isBullet && $0.kind != .rule }
    if let first = paragraphs.first, let last = paragraphs.last {
      let before = resume.basics.summary
      resume.basics.summary = Resume.Passage(
        text: ([before?.text].compactMap { $0 } + paragraphs.map(\.content)).joined(
          separator: "\n"),
        range: min(before?.range.lowerBound ?? .max, first.range.lowerBound)..<last.range.upperBound
      )
    }
    if section.lines.contains(where: \.isBullet) {
      keep(section.lines.filter(\.isBullet), of: section, as: "highlights", in: &resume)
    }
  }

  private static func readList(_ section: CutSection, _ property: String, into resume: inout Resume)
  {
    keep(section.lines, of: section, as: property, in: &resume)
  }

  private static func keep(
    _ lines: [Line], of section: CutSection, as property: String, in resume: inout Resume
  ) {
    var items = lines.filter { !$0.isBlank && $0.kind != .rule && !$0.isHeading }.map {
      Resume.Passage(text: $0.content, range: $0.range)
    }
    if items.count == 1, ["languages", "interests", "certificates"].contains(property),
      items[0].text.last != "."
    {
      items = SkillGrammar.keywords(of: items[0].text).map {
        Resume.Passage(text: $0, range: items[0].range)
      }
    }
    items.removeAll { !$0.text.contains { $0.isLetter || $0.isNumber } }
    guard !items.isEmpty else { return }
    resume.sections.append(
      Resume.Section(title: section.title, property: property, items: items, range: section.range))
  }

  /// A résumé without a section of positions: the dated lines above its first are positions, if it has any.
  private static func readUnheaded(_ head: [Line], into resume: inout Resume) {
    let lines = head.filter { $0.content != resume.basics.name }
    let finder = EntryFinder(lines)
    guard lines.contains(where: { EntryFinder.date(in: $0)?.isRange ?? false }) else { return }
    let drafts = finder.drafts().drafts
    guard let first = drafts.first?.heading.first else { return }
    let start = first.line.range.lowerBound
    let section = CutSection(
      title: "", kind: .entries(.work), headingRange: start..<start,
      lines: lines.filter { $0.range.lowerBound >= start })
    resume.entries.insert(contentsOf: EntryGrammar.entries(in: section, as: .work).entries, at: 0)
  }
}
