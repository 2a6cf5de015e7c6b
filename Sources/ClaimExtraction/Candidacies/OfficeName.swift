/// The office that words name.
enum OfficeName {
  /// The office by its short name ("ptl", "tc", "steering council"); nil where none is named.
  static func find(in tokens: [Token]) -> String? {
    let words = tokens.map(\.word.text)
    for (index, word) in words.enumerated() {
      guard let names = byFirstWord[word] else { continue }
      for (phrase, name) in names where words[index...].starts(with: phrase) { return name }
    }
    return nil
  }

  /// Whether an office is one of many projects' alike, so that its project belongs to it.
  static func isOfProject(_ name: String?) -> Bool {
    ["ptl", "lead", "core reviewer", "maintainer", "liaison", nil].contains(name)
  }

  /// Each short name and the ways to write it; the longer a phrase the earlier it is tried.
  private static let spellings: [(name: String, phrases: [String])] = [
    (
      "ptl",
      [
        "ptl", "ptls", "project team lead", "project team leader", "project technical lead",
        "program technical lead", "project tech lead",
      ]
    ),
    ("tc", ["tc", "technical committee", "tech committee", "technical comittee"]),
    ("dpl", ["dpl", "debian project leader", "project leader"]),
    ("steering council", ["steering council"]),
    ("steering committee", ["steering committee"]),
    ("fesco", ["fesco", "engineering steering committee"]),
    ("technical board", ["technical board", "technical steering committee", "tsc"]),
    ("user committee", ["user committee", "uc"]),
    ("board", ["board of directors", "board", "director", "directors"]),
    ("council", ["council"]),
    ("trustee", ["trustee", "trustees", "board of trustees"]),
    ("committee", ["committee"]),
    ("chair", ["chair", "chairman", "chairperson", "chairwoman", "vice-chair"]),
    ("president", ["president", "vice-president"]),
    ("secretary", ["secretary"]),
    ("treasurer", ["treasurer"]),
    ("core reviewer", ["core reviewer", "core maintainer"]),
    ("lead", ["team lead", "lead", "team leader", "leader", "facilitator"]),
    ("maintainer", ["maintainer"]),
    ("liaison", ["liaison"]),
  ]

  /// Single words that name or end an office.
  static let words: Set<String> = Set(
    spellings.flatMap(\.phrases).compactMap { $0.split(separator: " ").last.map(String.init) })

  private static let byFirstWord: [String: [(phrase: [String], name: String)]] = {
    var table: [String: [(phrase: [String], name: String)]] = [:]
    for (name, phrases) in spellings {
      for phrase in phrases {
        let words = phrase.split(separator: " ").map(String.init)
        table[words[0], default: []].append((words, name))
      }
    }
    return table.mapValues { $0.sorted { ($1.phrase.count, $0.name) < ($0.phrase.count, $1.name) } }
  }()
}
