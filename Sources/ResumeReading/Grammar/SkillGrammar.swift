/// Reads a section of skills: groups with a name, or one group without.
enum SkillGrammar {
  /// The groups in order. A line is a group's name, a named list (`Languages: C, Go`) or a list.
  static func skills(in section: CutSection) -> [Resume.Skill] {
    var skills: [Resume.Skill] = []
    var name = ""
    var nameStart: Int?
    for line in section.lines where !line.isBlank && line.kind != .rule {
      let content = line.content
      guard !content.isEmpty else { continue }
      let (label, rest) = labelled(line)
      if rest.isEmpty || line.isHeading {
        name = content.trimmed(of: ":")
        nameStart = line.range.lowerBound
        continue
      }
      let keywords = keywords(of: rest)
      guard !keywords.isEmpty else { continue }
      if let label {
        skills.append(Resume.Skill(name: label, keywords: keywords, range: line.range))
        // What follows a named line belongs to no heading above it.
        if nameStart == nil { name = "" }
      } else if let last = skills.last, last.name == name,
        nameStart == nil || last.range.lowerBound == nameStart
      {
        skills[skills.count - 1].keywords += keywords
        skills[skills.count - 1].range = last.range.lowerBound..<line.range.upperBound
      } else {
        let start = nameStart ?? line.range.lowerBound
        skills.append(
          Resume.Skill(name: name, keywords: keywords, range: start..<line.range.upperBound))
      }
    }
    return skills
  }

  /// A line's own label and what follows it; a line that is only a label gives nothing to follow.
  private static func labelled(_ line: Line) -> (label: String?, rest: String) {
    let content = line.content
    if let colon = content.firstIndex(of: ":"),
      content.distance(from: content.startIndex, to: colon) <= 50
    {
      let label = content[..<colon].trimmed(of: "*_ ")
      let rest = content[content.index(after: colon)...].trimmed
      if !label.contains(","), !rest.hasPrefix("//") { return (label, rest) }
    }
    if line.isBold, !content.contains(",") { return (nil, "") }
    for separator in [" | ", "\t", " – ", " — ", " - ", "   "] {
      let parts = content.split(separator: separator, maxSplits: 1).map(\.trimmed)
      if parts.count == 2, !parts[0].contains(","), parts[1].contains(","), parts[0].count <= 40 {
        return (parts[0], parts[1])
      }
    }
    if line.startsBold, let first = line.runs.first(where: { !$0.text.trimmed.isEmpty }),
      content.hasPrefix(first.text.trimmed)
    {
      return (
        first.text.trimmed(of: ":-–— "),
        content.dropFirst(first.text.trimmed.count).trimmed(of: ":-–— ")
      )
    }
    return (nil, content)
  }

  /// The keywords of a list, cut at commas and their like outside brackets.
  static func keywords(of text: String) -> [String] {
    var keywords: [String] = []
    var word = ""
    var depth = 0
    func close() {
      var keyword = word.trimmed(of: ",;|•·")
      if keyword.hasSuffix("."), keyword.dropLast().contains(where: { $0 == "." }) == false {
        keyword.removeLast()
      }
      for lead in ["and ", "und ", "et ", "y "] where keyword.hasPrefix(lead) {
        keyword.removeFirst(lead.count)
      }
      word = ""
      let folded = PlainLetters.fold(keyword)
      guard keyword.contains(where: { $0.isLetter || $0.isNumber }), !closings.contains(folded)
      else { return }
      keywords.append(keyword)
    }
    for character in text {
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      default: break
      }
      if depth == 0, ",;|•·\t、，".contains(character) { close() } else { word.append(character) }
    }
    close()
    return keywords
  }

  private static let closings: Set<String> = [
    "etc", "etc.", "and more", "more", "more.", "and more.", "and others", "others", "u.a", "usw",
    "...",
  ]
}
