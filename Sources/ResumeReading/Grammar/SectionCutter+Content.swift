// Titles that no table holds ("Where I have been"): what stands below them says what they announce.

extension SectionCutter {
  /// What the lines below a title are: entries where dates stand apart in lines that are no items, up to
  /// the next line but one that `ends` them; nil where there are none. Looks at forty lines at most.
  func kind(byLinesBelow index: Int, until ends: (Line) -> Bool) -> SectionKind? {
    // The first line below may look as the title does: an employer in capitals, too.
    let said = lines[(index + 1)...].prefix(40).filter { !$0.isBlank && $0.kind != .rule }
    guard let first = said.first, !first.isHeading || !ends(first),
      SectionTitle.kind(exactly: first.content) == nil
    else { return nil }
    let below = [first] + said.dropFirst().prefix { !ends($0) }
    let dated = below.filter { !$0.isBullet && EntryFinder.date(in: $0)?.isRange ?? false }
    guard !dated.isEmpty else { return nil }
    let named = below.filter { !$0.isBullet && $0.content.count <= 120 }
    let studies = named.count { HeadingWord.titleScore($0.content, in: .education) > 0 }
    let posts = named.count { HeadingWord.titleScore($0.content, in: .work) > 0 }
    return .entries(studies > posts ? .education : .work)
  }

  /// True for a title in the first person, which no employer's name is.
  static func speaksOfOneself(_ title: String) -> Bool {
    PlainLetters.words(title).contains { ["i", "ive", "my", "me"].contains($0) }
  }

  /// A résumé whose positions stand under a title that announces a list ("Professional highlights").
  static func withWork(_ sections: [CutSection]) -> [CutSection] {
    guard !sections.contains(where: { $0.kind == .entries(.work) }) else { return sections }
    return sections.map { section in
      guard
        section.kind == .list(property: "highlights")
          || section.kind == .list(property: "accomplishments"),
        section.lines.count(where: { line in
          line.isHeading && EntryFinder.date(in: line)?.isRange ?? false
        }) >= 2
      else { return section }
      var section = section
      section.kind = .entries(.work)
      return section
    }
  }
}
