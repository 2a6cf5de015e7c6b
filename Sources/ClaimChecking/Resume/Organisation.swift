import ArchiveStorage
import ResumeReading

/// An organisation as a résumé names it, and how other texts may.
///
/// "Rackspace Hosting" is called Rackspace, "XO Communications" XO: a text names an organisation
/// where the words of its name that tell it apart stand together. An employer is also called by the first
/// of these words or by their initials: "Amber" for "Amber Analytics", "ABM" for "Amber Box Machines".
struct Organisation: Hashable {
  /// As the résumé writes it.
  var name: String
  /// The words that tell it apart, lower-cased.
  var core: [String]
  /// Whether it employs, and so is called by short names.
  var isEmployer: Bool

  /// Reads a name; nil where nothing in it tells it apart.
  init?(_ name: String, isEmployer: Bool = true) {
    self.isEmployer = isEmployer
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

  /// Where `words` name the organisation, whole or, for an employer, by a short name; nil where they do not.
  /// A name of one word must stand with a capital, as "Target" does and "target" does not. Words in `taken`
  /// are names of something else and are no short name.
  func place(
    in words: [Words.Word], from first: Int = 0, taken: Set<String> = []
  ) -> Range<Int>? {
    words.indices.dropFirst(first).lazy.compactMap { start -> Range<Int>? in
      let length = zip(words[start...], core).prefix { $0.whole == $1 }.count
      let end = start + length
      if length == core.count {
        return words[start..<end].contains(where: Self.isCapital) ? start..<end : nil
      }
      guard isEmployer, !taken.contains(words[start].whole) else { return nil }
      if isInitials(words[start].text) { return start..<(start + 1) }
      return isShortName(start..<end, of: words) ? start..<end : nil
    }.first
  }

  /// Whether the first words of the name stand for it: all with capitals, and in no longer name.
  private func isShortName(_ place: Range<Int>, of words: [Words.Word]) -> Bool {
    let run = words[place]
    guard let first = run.first, let last = run.last, run.allSatisfy(Self.isCapital) else {
      return false
    }
    let tells =
      run.count > 1
      || first.whole.utf8.count > 3 && !Self.openers.contains(first.whole)
        && !Vocabulary.means.contains(first.whole) && !Vocabulary.work.contains(first.whole)
    let before = words[..<place.lowerBound].last
    let after = words[place.upperBound...].first
    return tells
      && !(before.map { Self.isName($0) && Self.touch($0, first) } ?? false)
      && !(after.map { Self.isName($0) && Self.touch(last, $0) } ?? false)
  }

  private func isInitials(_ text: Substring) -> Bool {
    core.count > 1 && text.utf8.count == core.count
      && text.allSatisfy(\.isUppercase)
      && text.lowercased() == String(core.compactMap(\.first))
  }

  private static func isCapital(_ word: Words.Word) -> Bool {
    word.text.first?.isUppercase == true || word.text.first?.isNumber == true
  }

  /// Whether a word beside a name may be a part of it; titles and words that open sentences are none.
  private static func isName(_ word: Words.Word) -> Bool {
    isCapital(word) && !Vocabulary.empty.contains(word.whole) && word.whole != "i"
      && !Vocabulary.ranks.contains(word.whole) && !Title.isHead(word)
  }

  private static func touch(_ left: Words.Word, _ right: Words.Word) -> Bool {
    left.range.upperBound + 1 == right.range.lowerBound
  }

  /// Words that many names of organisations begin with, or that are names by themselves.
  private static let openers: Set<String> = [
    "advanced", "allied", "american", "applied", "bank", "black", "blue", "british", "canadian",
    "cambridge", "central", "city", "cloud", "college", "computer", "data", "deutsche",
    "digital", "dutch", "east", "electronic", "european", "federal", "first", "free", "french",
    "german", "global", "golden", "green", "hewlett", "high", "house", "independent", "indian",
    "institute", "international", "japan", "kings", "london", "mail", "media", "ministry",
    "mobile", "national", "north", "northern", "office", "open", "oxford", "pacific", "paris",
    "public", "real", "research", "royal", "saint", "school", "silicon", "silver",
    "smart", "social", "south", "southern", "standard", "state", "swiss", "technical", "texas",
    "true", "union", "united", "universal", "university", "web", "west", "western", "white",
    "world", "york",
  ]

  /// Words that say what kind of organisation a name is.
  private static let kinds: Set<String> = [
    "inc", "llc", "ltd", "limited", "corp", "corporation", "co", "company", "gmbh", "ag", "bv",
    "sa",
    "plc", "com", "communications", "hosting", "technologies", "technology", "systems", "software",
    "solutions", "group", "labs", "laboratories", "network", "networks", "services",
    "international",
    "global", "consulting", "holdings", "enterprises", "foundation", "institute", "industries",
    "kk",
    "pvt", "private", "us", "usa", "uk", "europe", "incorporated",
    "ab", "aps", "as", "asa", "kg", "kft", "llp", "ltda", "nv", "oy", "oyj", "pte", "pty", "sarl",
    "sas", "se", "spa", "srl",
  ]
}

extension Inquiry {
  /// The organisations a claim is about: those its words name; else, where it says "there" or
  /// "where", those that the paragraph named last.
  ///
  /// Who says what they did on a project means the project, though an entry is headed by its name.
  func organisations(among entries: [Organisation]) -> [Organisation] {
    let known = claim.kind == .role ? entries : entries.filter { !isProject($0) }
    let named = named(known, in: claim.quote)
    if !named.isEmpty { return named }
    // A claim may be quoted without the "where" that opens its clause.
    let words = Words.of(before).suffix(1) + Words.of(claim.quote)
    let isPointing = words.contains { Self.pointers.contains($0.whole) }
    // "… at Acme, first as a clerk and later as its head": a part of one sentence.
    let isContinuing =
      claim.kind == .role
      && Words.of(claim.quote).first.map { Self.continuing.contains($0.whole) } ?? false
    guard isPointing || isContinuing else { return [] }
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
    for sentence in isPointing ? sentences.reversed() : sentences.suffix(1) {
      let named = self.named(known, in: sentence)
      if !named.isEmpty { return named }
    }
    return []
  }

  private static let pointers: Set = ["there", "where", "company", "employer"]
  private static let continuing: Set = [
    "as", "eventually", "finally", "first", "initially", "later", "lastly", "then",
  ]

  /// Whether all that a claim names is an employer: "I spent five years at Acme".
  func isOfEmployment(at organisations: [Organisation]) -> Bool {
    !claim.topics.isEmpty
      && topics.allSatisfy { topic in
        organisations.contains { $0.isEmployer && topic.isWithin(Topic($0.name)) }
      }
  }

  /// Whether an entry is a post at an employer, and no office of a project that the statement is about.
  func isEmployment(_ entry: ResumePassages.Entry) -> Bool {
    entry.entry.section == .work && !(entry.organisation.map(isProject) ?? false)
  }

  private func isProject(_ organisation: Organisation) -> Bool {
    let words = Set(projects.flatMap { Words.of($0).map(\.whole) })
    return organisation.core.contains(where: words.contains)
  }

  private func named(_ known: [Organisation], in text: String) -> [Organisation] {
    let words = Words.of(text)
    let taken = Set(projects.flatMap { Words.of($0).map(\.whole) })
    return known.filter { $0.place(in: words, taken: taken) != nil }
  }
}
