/// Writes a résumé as JSON Resume (schema 1.0.0), every piece with its `range` beside it.
///
/// What JSON Resume has no place for goes into additional properties, which its schema allows:
/// `range`, `isCurrent`, and the sections `highlights`, `accomplishments` and `other`.
public enum ResumeJSON {
  /// The document, members in the schema's order. `resume` gives the same bytes each time.
  public static func text(of resume: Resume) -> String {
    OrderedJSON.present(members(of: resume)).document
  }

  /// The document of the résumé in `file` as `byline.resume/1`: the schema and the file stand before its
  /// other members.
  public static func document(of resume: Resume, file: String, onOneLine: Bool) -> String {
    let head: [(String, OrderedJSON?)] = [
      ("schema", .string("byline.resume/1")), ("file", .string(file)),
    ]
    let document = OrderedJSON.present(head + members(of: resume))
    return onOneLine ? document.line : document.document
  }

  private static func members(of resume: Resume) -> [(String, OrderedJSON?)] {
    var members: [(String, OrderedJSON?)] = [("basics", basics(resume.basics))]
    for section in [Resume.Entry.Section.work, .volunteer, .education] {
      members.append((section.rawValue, entries(of: section, in: resume)))
    }
    for property in ["awards", "certificates", "publications"] {
      members.append((property, list(property, in: resume)))
    }
    members.append(("skills", array(resume.skills.map(skill))))
    for property in ["languages", "interests", "references"] {
      members.append((property, list(property, in: resume)))
    }
    members.append((Resume.Entry.Section.projects.rawValue, entries(of: .projects, in: resume)))
    for property in ["highlights", "accomplishments", "other"] {
      members.append((property, list(property, in: resume)))
    }
    members.append(("meta", .object([("version", .string("v1.0.0"))])))
    return members
  }

  // MARK: Parts

  private static func basics(_ basics: Resume.Basics) -> OrderedJSON {
    .present([
      ("name", string(basics.name)), ("label", string(basics.label)),
      ("email", string(basics.email)),
      ("phone", string(basics.phone)), ("url", basics.url.flatMap(uri)),
      ("summary", string(basics.summary?.text)),
      ("summaryRange", basics.summary.map { range($0.range) }),
      ("location", string(basics.location).map { .object([("address", $0)]) }),
      (
        "profiles",
        array(
          basics.profiles.map {
            .present([
              ("network", string($0.network)), ("username", string($0.username)),
              ("url", uri($0.url)),
            ])
          })
      ),
    ])
  }

  private static func entries(
    of section: Resume.Entry.Section, in resume: Resume
  ) -> OrderedJSON? {
    array(resume.entries.filter { $0.section == section }.map { entry($0) })
  }

  private static func entry(_ entry: Resume.Entry) -> OrderedJSON {
    let called: [(String, OrderedJSON?)]
    switch entry.section {
    case .work:
      called = [("name", string(entry.name)), ("position", string(entry.position))]
    case .volunteer:
      called = [("organization", string(entry.name)), ("position", string(entry.position))]
    case .education:
      called = [
        ("institution", string(entry.name)), ("area", string(entry.study?.area)),
        ("studyType", string(entry.study?.type)),
      ]
    case .projects:
      called = [
        ("name", string(entry.name)), ("roles", string(entry.position).map { .array([$0]) }),
      ]
    }
    return .present(
      called + [
        ("location", string(entry.location)),
        ("url", entry.url.flatMap(uri)), ("startDate", entry.startDate.map { .string($0.iso8601) }),
        ("endDate", entry.endDate.map { .string($0.iso8601) }),
        ("isCurrent", entry.isCurrent ? .bool(true) : nil),
        ("summary", string(entry.summary?.text)),
        ("summaryRange", entry.summary.map { range($0.range) }),
        ("highlights", array(entry.highlights.map { .string($0.text) })),
        ("highlightRanges", array(entry.highlights.map { range($0.range) })),
        ("range", range(entry.range)), ("headingRange", range(entry.headingRange)),
      ])
  }

  private static func skill(_ skill: Resume.Skill) -> OrderedJSON {
    .present([
      ("name", string(skill.name)), ("keywords", array(skill.keywords.map { .string($0) })),
      ("range", range(skill.range)),
    ])
  }

  private static func list(_ property: String, in resume: Resume) -> OrderedJSON? {
    array(
      resume.sections.filter { $0.property == property }.flatMap { section in
        section.items.map { item(in: $0, of: property, titled: section.title) }
      })
  }

  /// An item under the name its property has for what it is called.
  private static func item(
    in passage: Resume.Passage, of property: String, titled title: String
  ) -> OrderedJSON {
    let date = DateSpan.main(in: passage.text).flatMap { $0.start ?? $0.end }.map {
      OrderedJSON.string($0.iso8601)
    }
    let members: [(String, OrderedJSON?)] =
      switch property {
      case "awards": [("title", .string(passage.text)), ("date", date)]
      case "certificates": [("name", .string(passage.text)), ("date", date)]
      case "publications": [("name", .string(passage.text)), ("releaseDate", date)]
      case "languages": language(passage.text)
      case "interests": [("name", .string(passage.text))]
      case "references": [("reference", .string(passage.text))]
      default: [("text", .string(passage.text)), ("section", .string(title))]
      }
    return .present(members + [("range", range(passage.range))])
  }

  /// `German (native)`, `German: native` and `German – native` are a language and a fluency.
  private static func language(_ text: String) -> [(String, OrderedJSON?)] {
    let parts = text.split(maxSplits: 1) { "(:–—-,|".contains($0) }.map { $0.trimmed(of: "()*_ ") }
    guard parts.count == 2 else { return [("language", .string(text))] }
    return [("language", .string(parts[0])), ("fluency", .string(parts[1]))]
  }

  // MARK: Values

  private static func string(_ text: String?) -> OrderedJSON? {
    guard let text, !text.isEmpty else { return nil }
    return .string(text)
  }

  private static func array(_ items: [OrderedJSON]) -> OrderedJSON? {
    items.isEmpty ? nil : .array(items)
  }

  private static func range(_ range: Range<Int>) -> OrderedJSON {
    .array([.number(range.lowerBound), .number(range.upperBound)])
  }

  /// The schema wants addresses of pages as URIs, which résumés shorten.
  private static func uri(_ text: String) -> OrderedJSON? {
    guard !text.isEmpty else { return nil }
    return .string(text.contains("://") || text.hasPrefix("mailto:") ? text : "https://\(text)")
  }
}

extension PartialDate {
  /// `2008`, `2008-04` or `2008-04-17`: JSON Resume's form of ISO 8601.
  public var iso8601: String {
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return ["\(year)", month.map(two), day.map(two)].compactMap { $0 }.joined(separator: "-")
  }
}
