/// The titles and labels by which a section's entries are divided ("Responsibilities", "Technologies: …").
///
/// They look as headings of entries do and name none. They are known by their words or because they come
/// again under every entry.
struct EntryParts: Sendable {
  private let titles: Set<String>
  private let labels: Set<String>

  /// Finds what comes again in the lines of a section. Cost: linear.
  init(_ lines: [Line]) {
    var titles: [String: Int] = [:]
    var labels: [String: Int] = [:]
    for line in lines where !line.isBlank && !line.isBullet && line.content.count <= 200 {
      if let label = Self.label(of: line) {
        labels[label, default: 0] += 1
      } else if line.isHeading || line.isBold, DateSpan.all(in: line.content).isEmpty {
        titles[Self.key(line.content), default: 0] += 1
      }
    }
    self.titles = Set(titles.filter { $0.value > 2 && Self.namesNothing($0.key) }.keys)
    self.labels = Set(labels.filter { $0.value > 1 }.keys)
  }

  /// True for a line that opens or holds a part of an entry.
  func contains(_ line: Line) -> Bool {
    if line.content.contains("|"), TableHead.isHead(line.content) { return true }
    if let label = Self.label(of: line) {
      return labels.contains(label) || Self.words.contains(label)
    }
    let key = Self.key(line.content)
    return Self.words.contains(key) || titles.contains(key)
  }

  /// What stands before a colon and is no label of an entry's own heading.
  private static func label(of line: Line) -> String? {
    guard !line.isBullet, let colon = line.content.firstIndex(where: { $0 == ":" || $0 == "：" })
    else { return nil }
    let label = key(String(line.content[..<colon]))
    if words.contains(label) { return label }
    let isLabel =
      !label.isEmpty && label.count <= 30 && !label.contains { $0.isNumber }
      && !EntryHeading.isLabel(label) && namesNothing(label)
      && !line.content[colon...].dropFirst().hasPrefix("//")
    return isLabel ? label : nil
  }

  private static func namesNothing(_ text: String) -> Bool {
    HeadingWord.titleScore(text, in: .work) == 0 && !Place.isPlace(text)
      && HeadingWord.organisationScore(text, in: .work) == 0
      && HeadingWord.organisationScore(text, in: .education) == 0
  }

  private static func key(_ text: String) -> String {
    PlainLetters.words(text).joined(separator: " ")
  }

  private static let words: Set<String> = Set(
    """
    responsibilities|key responsibilities|duties|tasks|achievements|key achievements|accomplishments|
    key accomplishments|technologies|technologies used|technology stack|tech stack|stack|environment|
    tools|tools used|keywords|key projects|selected projects|project portfolio|description|highlights|
    results|key skills|skills used|coursework|relevant coursework|course work|responsibilities included|
    aufgaben|tatigkeiten|schwerpunkte|technologien|verwendete technologien|erfolge|
    missions|realisations|taches|environnement|environnement technique|technologies utilisees|
    funciones|tareas|logros|tecnologias|entorno|responsabilidades|
    attivita|mansioni|tecnologie|atividades|
    обязанности|достижения|технологии|окружение|используемые технологии|стек|задачи|проекты|
    担当業務|業務内容|担当案件|主な実績|実績|使用技術|開発環境|主な業務|職務内容|
    工作内容|工作职责|项目描述|主要工作|技术栈|주요 업무|사용 기술
    """.split { $0 == "|" || $0.isNewline }.map { key(String($0)) })
}
