import ArchiveStorage
import ResumeReading

/// An organisation as a résumé names it, and how other texts may.
///
/// "Rackspace Hosting" is called Rackspace, "XO Communications" XO: a text names an organisation
/// where the words of its name that tell it apart stand together.
struct Organisation: Hashable {
  /// As the résumé writes it.
  var name: String
  /// The words that tell it apart, lower-cased.
  var core: [String]

  /// Reads a name; nil where nothing in it tells it apart.
  init?(_ name: String) {
    let words = Words.of(name).map(\.whole)
    let telling = words.prefix { !Self.kinds.contains($0) }
    let core = telling.isEmpty ? words : Array(telling)
    guard !core.isEmpty else { return nil }
    self.name = name
    self.core = core
  }

  /// Whether `words` say of the organisation that somebody is there: "at Acme", "employed by Acme".
  func isWorkedAt(in words: [Words.Word]) -> Bool {
    var start = 0
    while let place = place(in: words, from: start) {
      if place.lowerBound > 0,
        ["at", "by", "joined", "joining"].contains(words[place.lowerBound - 1].whole)
      {
        return true
      }
      start = place.upperBound
    }
    return false
  }

  /// Where `words` name the organisation; nil where they do not. A name of one word must stand with a
  /// capital, as "Target" does and "target" does not.
  func place(in words: [Words.Word], from first: Int = 0) -> Range<Int>? {
    guard words.count >= first + core.count else { return nil }
    for start in first...(words.count - core.count) {
      let run = words[start..<(start + core.count)]
      if zip(run, core).allSatisfy({ $0.whole == $1 }),
        run.contains(where: {
          $0.text.first?.isUppercase == true || $0.text.first?.isNumber == true
        })
      {
        return start..<(start + core.count)
      }
    }
    return nil
  }

  /// Words that say what kind of organisation a name is.
  private static let kinds: Set<String> = [
    "inc", "llc", "ltd", "limited", "corp", "corporation", "co", "company", "gmbh", "ag", "bv",
    "sa",
    "plc", "com", "communications", "hosting", "technologies", "technology", "systems", "software",
    "solutions", "group", "labs", "laboratories", "network", "networks", "services",
    "international",
    "global", "consulting", "holdings", "enterprises", "foundation", "institute", "industries",
    "kk",
    "pvt", "private", "us", "usa", "uk", "europe",
  ]
}

extension Inquiry {
  /// The organisations a claim is about: those its words name; else, where it says "there" or
  /// "where", those that the paragraph named last.
  ///
  /// Who says what they did on a project means the project, though an entry is headed by its name.
  func organisations(among entries: [Organisation]) -> [Organisation] {
    let known = claim.kind == .role ? entries : entries.filter { !isProject($0) }
    let named = Self.named(known, in: claim.quote)
    if !named.isEmpty { return named }
    let pointers: Set = ["there", "where", "company", "employer"]
    // A claim may be quoted without the "where" that opens its clause.
    let words = Words.of(before).suffix(1) + Words.of(claim.quote)
    guard words.contains(where: { pointers.contains($0.whole) }) else { return [] }
    // The nearest sentence that names one; all that it names are meant together.
    var sentence = ""
    var sentences: [String] = []
    for character in before {
      sentence.append(character)
      if ".!?".contains(character) {
        sentences.append(sentence)
        sentence = ""
      }
    }
    sentences.append(sentence)
    for sentence in sentences.reversed() {
      let named = Self.named(known, in: sentence)
      if !named.isEmpty { return named }
    }
    return []
  }

  /// Whether an entry is a post at an employer, and no office of a project that the statement is about.
  func isEmployment(_ entry: ResumePassages.Entry) -> Bool {
    entry.entry.section == .work && !(entry.organisation.map(isProject) ?? false)
  }

  private func isProject(_ organisation: Organisation) -> Bool {
    let words = Set(projects.flatMap { Words.of($0).map(\.whole) })
    return organisation.core.contains(where: words.contains)
  }

  private static func named(_ known: [Organisation], in text: String) -> [Organisation] {
    let words = Words.of(text)
    return known.filter { $0.place(in: words) != nil }
  }
}
