/// The first row of a table in Markdown, which says what its columns hold or is a row like the others.
enum TableHead {
  /// True for the line under a table's head (`|---|:--:|`).
  static func isRule(_ mark: String) -> Bool {
    mark.contains("|") && mark.contains("-")
      && mark.allSatisfy { $0 == "|" || $0 == "-" || $0 == ":" || $0 == " " || $0 == "+" }
  }

  /// True for a first row that only says what the columns hold: a cell is the usual name of a column,
  /// and no cell holds a date.
  static func isHead(_ row: String) -> Bool {
    let cells = row.split(separator: "|").map {
      PlainLetters.words(String($0)).joined(separator: " ")
    }.filter { !$0.isEmpty }
    if cells.isEmpty { return true }
    return DateSpan.all(in: row).isEmpty && cells.contains(where: columnNames.contains)
      && (cells.count > 1 || cells.allSatisfy(columnNames.contains))
  }

  private static let columnNames: Set<String> = [
    "category", "skill", "skills", "area", "technology", "technologies", "tools", "tool", "type",
    "details",
    "company", "employer", "organisation", "organization", "position", "title", "role", "job title",
    "date", "dates", "period", "year", "years", "when", "where", "what", "location", "place",
    "degree",
    "institution", "school", "university", "level", "experience", "proficiency", "name",
    "description",
    "from", "to", "duration", "language", "certificate", "issuer", "zeitraum", "firma", "tatigkeit",
    "jahr", "von", "bis", "abschluss", "zertifikat", "unternehmen", "arbeitgeber", "stelle",
    "fecha", "fechas", "empresa", "puesto", "periodo", "cargo", "titulo",
    "periode", "poste", "entreprise", "annee", "diplome",
    "период", "годы", "компания", "должность", "год", "место работы",
    "期間", "年月", "年", "会社名", "所属", "時期", "时间", "公司", "职位", "取得年月",
  ]
}
