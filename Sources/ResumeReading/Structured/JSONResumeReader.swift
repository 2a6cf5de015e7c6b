/// Reads JSON Resume (schema 1.0.0 and the names older versions had) to a résumé over the JSON's own text.
enum JSONResumeReader {
  /// The résumé; unknown members are passed over.
  ///
  /// Errors: `damaged` for a text that is no JSON, `unknownFormat` for JSON that is no résumé.
  static func resume(of text: String, file: String) throws(ResumeError) -> Resume {
    var scanner = JSONScanner(text)
    let root: JSONValue
    do {
      root = try scanner.value()
    } catch {
      throw ResumeError(
        .damaged, file: file,
        "it is no JSON: at character \(error.offset) \(error.expected) was expected")
    }
    guard
      root["basics"] != nil || root["work"] != nil || root["education"] != nil
        || root["skills"] != nil
    else {
      throw ResumeError(
        .unknownFormat, file: file,
        "it is JSON, and no JSON Resume: there is no basics or work in it")
    }
    var resume = Resume(text: text)
    if let basics = root["basics"] { resume.basics = read(basics: basics) }
    for section in Resume.Entry.Section.allCases {
      resume.entries += (root[section.rawValue]?.items ?? []).map { entry($0, in: section) }
    }
    resume.skills = (root["skills"]?.items ?? []).compactMap { value in
      let name = value["name"]?.string ?? value.string ?? ""
      let keywords = value["keywords"]?.items.compactMap(\.string) ?? []
      guard !name.isEmpty || !keywords.isEmpty else { return nil }
      return Resume.Skill(name: name, keywords: keywords, range: value.range)
    }
    for property in listProperties {
      guard let list = root[property], !list.items.isEmpty else { continue }
      let items = list.items.compactMap(passage(of:))
      resume.sections.append(
        Resume.Section(title: property, property: property, items: items, range: list.range))
    }
    return resume
  }

  private static let listProperties = [
    "highlights", "accomplishments", "awards", "certificates", "publications", "languages",
    "interests",
    "references", "other",
  ]

  private static func read(basics value: JSONValue) -> Resume.Basics {
    var basics = Resume.Basics()
    basics.name = value["name"]?.string ?? ""
    basics.label = value["label"]?.string
    basics.email = value["email"]?.string
    basics.phone = value["phone"]?.string
    basics.url = (value["url"] ?? value["website"])?.string
    basics.summary = value["summary"].flatMap(passage(of:))
    if let place = value["location"] {
      let parts = ["address", "city", "region", "countryCode"].compactMap { place[$0]?.string }
      basics.location = place.string ?? (parts.isEmpty ? nil : parts.joined(separator: ", "))
    }
    basics.profiles = (value["profiles"]?.items ?? []).map {
      Resume.Profile(
        network: $0["network"]?.string ?? "", username: $0["username"]?.string ?? "",
        url: $0["url"]?.string ?? "")
    }
    return basics
  }

  private static func entry(_ value: JSONValue, in section: Resume.Entry.Section) -> Resume.Entry {
    let name =
      value["name"] ?? value["company"] ?? value["organization"] ?? value["institution"]
      ?? value["entity"]
    var entry = Resume.Entry(
      section: section, name: name?.string ?? "", range: value.range,
      headingRange: name?.range ?? value.range)
    let studied = [value["studyType"]?.string, value["area"]?.string].compactMap { $0 }
    entry.position =
      (value["position"] ?? value["roles"]?.items.first)?.string
      ?? (studied.isEmpty ? nil : studied.joined(separator: ", "))
    entry.location = value["location"]?.string
    entry.url = (value["url"] ?? value["website"])?.string
    entry.startDate = value["startDate"]?.string.flatMap(date)
    entry.endDate = value["endDate"]?.string.flatMap(date)
    // JSON Resume leaves the end away for what goes on.
    entry.isCurrent = entry.endDate == nil && entry.startDate != nil && section != .education
    entry.summary = (value["summary"] ?? value["description"]).flatMap(passage(of:))
    entry.highlights =
      (value["highlights"] ?? value["courses"])?.items.compactMap(passage(of:)) ?? []
    return entry
  }

  private static func date(_ text: String) -> PartialDate? { DateSpan.main(in: text)?.start }

  /// A string, or an object's telling members joined.
  private static func passage(of value: JSONValue) -> Resume.Passage? {
    if let text = value.string { return Resume.Passage(text: text, range: value.range) }
    let members = [
      "text", "title", "name", "language", "fluency", "awarder", "issuer", "publisher", "reference",
      "date", "releaseDate", "summary",
    ]
    let words =
      members.compactMap { value[$0]?.string }
      + (value["keywords"]?.items.compactMap(\.string) ?? [])
    return words.isEmpty
      ? nil : Resume.Passage(text: words.joined(separator: ", "), range: value.range)
  }
}
