/// LinkedIn's data export: CSV files, one for each part of a profile.
///
/// The résumé's text is the files that say something, one after the other under their names, so that
/// ranges lead to the fields.
struct LinkedInExport {
  private var tables: [String: CSVTable] = [:]
  private var text = ""

  /// Gathers the files of an export by their last path component; others are passed over.
  init(_ files: [String: String]) {
    var length = 0
    for (path, contents) in files.sorted(by: { $0.key < $1.key }) {
      let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
      guard Self.known.contains(name), tables[name] == nil else { continue }
      let head = "== \(name) ==\n"
      length += head.unicodeScalars.count
      tables[name] = CSVTable(contents, offset: length)
      length += contents.unicodeScalars.count + 1
      text += head + contents + "\n"
    }
  }

  private static let known: Set<String> = [
    "profile.csv", "positions.csv", "education.csv", "skills.csv", "certifications.csv",
    "languages.csv",
    "projects.csv", "honors.csv", "publications.csv", "patents.csv", "volunteering.csv",
    "courses.csv",
    "email addresses.csv", "phonenumbers.csv",
  ]

  /// The résumé; nil where none of the files that make one is there.
  func resume() -> Resume? {
    guard
      tables["profile.csv"] != nil || tables["positions.csv"] != nil
        || tables["education.csv"] != nil
    else {
      return nil
    }
    var resume = Resume(text: text)
    readProfile(into: &resume)
    readEntries("positions.csv", .work, name: "Company Name", position: "Title", into: &resume)
    readEntries(
      "volunteering.csv", .volunteer, name: "Company Name", position: "Role", into: &resume)
    readEntries(
      "education.csv", .education, name: "School Name", position: "Degree Name", into: &resume)
    readEntries("projects.csv", .projects, name: "Title", position: nil, into: &resume)
    if let skills = tables["skills.csv"] {
      let fields = skills.rows.compactMap { skills.field("Name", of: $0) }
      if let first = fields.first, let last = fields.last {
        resume.skills = [
          Resume.Skill(
            name: "", keywords: fields.map(\.text),
            range: first.range.lowerBound..<last.range.upperBound)
        ]
      }
    }
    readList(
      "certifications.csv", "certificates", ["Name", "Authority", "Started On"], into: &resume)
    readList("honors.csv", "awards", ["Title", "Description", "Issued On"], into: &resume)
    readList(
      "publications.csv", "publications", ["Name", "Publisher", "Published On"], into: &resume)
    readList(
      "patents.csv", "accomplishments", ["Title", "Patent Number", "Issued On"], into: &resume)
    readList("languages.csv", "languages", ["Name", "Proficiency"], into: &resume)
    readList("courses.csv", "certificates", ["Name", "Number"], into: &resume)
    return resume
  }

  private func readProfile(into resume: inout Resume) {
    if let profile = tables["profile.csv"], let row = profile.rows.first {
      let names = ["First Name", "Last Name"].compactMap {
        profile.field($0, of: row)?.text.trimmed
      }
      resume.basics.name = names.joined(separator: " ")
      resume.basics.label = profile.field("Headline", of: row)?.text
      resume.basics.location = profile.field("Geo Location", of: row)?.text
      resume.basics.summary = profile.field("Summary", of: row).map(Self.passage)
    }
    if let addresses = tables["email addresses.csv"] {
      resume.basics.email =
        addresses.rows.lazy.compactMap { addresses.field("Email Address", of: $0)?.text }.first
    }
    if let numbers = tables["phonenumbers.csv"] {
      resume.basics.phone =
        numbers.rows.lazy.compactMap { numbers.field("Number", of: $0)?.text }.first
    }
  }

  private func readEntries(
    _ file: String, _ section: Resume.Entry.Section, name: String, position: String?,
    into resume: inout Resume
  ) {
    guard let table = tables[file] else { return }
    for row in table.rows {
      guard let first = row.first, let last = row.last, let named = table.field(name, of: row)
      else { continue }
      var entry = Resume.Entry(
        section: section, name: named.text.trimmed,
        range: first.range.lowerBound..<last.range.upperBound,
        headingRange: named.range)
      entry.position = position.flatMap { table.field($0, of: row)?.text.trimmed }
      entry.location = table.field("Location", of: row)?.text.trimmed
      entry.url = table.field("Url", of: row)?.text.trimmed
      entry.startDate = date(["Started On", "Start Date"], table, row)
      entry.endDate = date(["Finished On", "End Date"], table, row)
      entry.isCurrent = entry.endDate == nil && entry.startDate != nil && section != .education
      let words = table.field("Description", of: row) ?? table.field("Notes", of: row)
      entry.summary = words.map(Self.passage)
      resume.entries.append(entry)
    }
  }

  private func readList(
    _ file: String, _ property: String, _ columns: [String], into resume: inout Resume
  ) {
    guard let table = tables[file] else { return }
    let items = table.rows.compactMap { row -> Resume.Passage? in
      let fields = columns.compactMap { table.field($0, of: row) }
      guard let first = fields.first else { return nil }
      return Resume.Passage(
        text: fields.map(\.text.trimmed).joined(separator: ", "), range: first.range)
    }
    guard let first = items.first, let last = items.last else { return }
    resume.sections.append(
      Resume.Section(
        title: String(file.dropLast(4)), property: property, items: items,
        range: first.range.lowerBound..<max(last.range.upperBound, first.range.upperBound)))
  }

  private func date(_ columns: [String], _ table: CSVTable, _ row: [CSVTable.Field]) -> PartialDate?
  {
    columns.lazy.compactMap { table.field($0, of: row) }.first.flatMap {
      DateSpan.main(in: $0.text)?.start
    }
  }

  private static func passage(_ field: CSVTable.Field) -> Resume.Passage {
    Resume.Passage(text: field.text, range: field.range)
  }
}
