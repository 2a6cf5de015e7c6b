/// Reads who a résumé is about from the lines before its first section, and from a contact section.
enum ContactGrammar {
  /// Name, label, ways to reach and, where the head has a paragraph, a summary.
  static func basics(head: [Line], contact: [Line]) -> Resume.Basics {
    var basics = Resume.Basics()
    var paragraphs: [Line] = []
    for (index, line) in (head + contact).enumerated() where !line.isBlank && line.kind != .rule {
      let isHead = index < head.count
      takeLinks(of: line, into: &basics)
      let content = line.content
      if isHead, isProse(content) {
        paragraphs.append(line)
        continue
      }
      var label = ""
      for part in parts(of: line) {
        // In a table the label has a cell of its own.
        if labels.contains(PlainLetters.words(part).joined(separator: " ")) {
          label = "\(part.trimmed(of: ":")): "
        } else {
          take(label + part, isHead: isHead, into: &basics)
          label = ""
        }
      }
    }
    if let first = paragraphs.first, let last = paragraphs.last {
      basics.summary = Resume.Passage(
        text: paragraphs.map(\.content).joined(separator: "\n"),
        range: first.range.lowerBound..<last.range.upperBound)
    }
    return basics
  }

  private static let labels: Set<String> = [
    "name", "full name", "email", "e mail", "phone", "telephone", "tel", "mobile", "address",
    "location",
    "氏名", "名前", "姓名", "連絡先", "邮箱",
    "telefon", "anschrift", "adresse", "wohnort", "nom", "nombre", "nome", "correo", "telefono",
  ]

  private static func isProse(_ content: String) -> Bool {
    content.split(separator: " ").count > 14 && !content.contains("@") && !content.contains("|")
  }

  /// The pieces of a line between the signs that part them.
  private static func parts(of line: Line) -> [String] {
    var parts: [String] = [""]
    for character in line.content {
      if "|·•\t;●▪⋅".contains(character) {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.flatMap { part -> [String] in
      var pieces = [part]
      for separator in ["   ", " – ", " — ", " - ", " // ", " / "] {
        pieces = pieces.flatMap { $0.split(separator: separator).map(String.init) }
      }
      return pieces
    }.map { $0.trimmed(of: ",*_") }.filter { !$0.isEmpty }
  }

  private static func take(_ part: String, isHead: Bool, into basics: inout Resume.Basics) {
    let (label, value) = labelled(part)
    if let email = email(in: value) {
      if basics.email == nil { basics.email = email }
      return
    }
    if isURL(value) {
      take(url: value, into: &basics)
      return
    }
    if let phone = phone(value) {
      if basics.phone == nil { basics.phone = phone }
      return
    }
    switch label {
    case "name", "full name", "nom", "nombre", "nome", "naam", "имя", "фио", "氏名", "名前", "姓名":
      basics.name = value
      return
    case "address", "location", "adresse", "anschrift", "wohnort", "direccion", "indirizzo",
      "adres", "lives in":
      if basics.location == nil { basics.location = value }
      return
    case "title", "position", "role":
      if basics.label == nil { basics.label = value }
      return
    case nil: break
    default: if label != nil, !isHead { return }
    }
    guard isHead else {
      if basics.location == nil, Place.isPlace(value) { basics.location = value }
      return
    }
    let name = withoutTitle(withoutDocumentWord(value))
    if basics.name.isEmpty, isName(name) {
      basics.name = name
    } else if basics.location == nil, Place.isPlace(value) || Place.isAddress(value) {
      basics.location = value
    } else if basics.label == nil, !basics.name.isEmpty,
      HeadingWord.titleScore(value, in: .work) > 0,
      value.count <= 80, DateSpan.all(in: value).isEmpty
    {
      basics.label = value
    }
  }

  private static func takeLinks(of line: Line, into basics: inout Resume.Basics) {
    for run in line.runs {
      guard let link = run.link else { continue }
      if link.lowercased().hasPrefix("mailto:") {
        if basics.email == nil { basics.email = link.dropFirst(7).trimmed(of: "/") }
      } else if link.contains("://") {
        take(url: link, into: &basics)
      }
    }
  }

  private static func take(url: String, into basics: inout Resume.Basics) {
    if let profile = Resume.Profile(url: url) {
      let isKnown = basics.profiles.contains {
        $0.network == profile.network && $0.username == profile.username
      }
      if !isKnown { basics.profiles.append(profile) }
    } else if basics.url == nil {
      basics.url = url
    }
  }

  // MARK: Forms

  private static func labelled(_ part: String) -> (label: String?, value: String) {
    guard let colon = part.firstIndex(where: { $0 == ":" || $0 == "：" }),
      part[part.index(after: colon)...].hasPrefix("//") == false
    else {
      return (nil, part)
    }
    let label = PlainLetters.words(String(part[..<colon])).joined(separator: " ")
    let value = part[part.index(after: colon)...].trimmed
    return label.count <= 20 && !value.isEmpty ? (label, value) : (nil, part)
  }

  /// An address as it stands or written to be read by people only (`jane at example dot org`).
  static func email(in text: String) -> String? {
    for word in text.split(whereSeparator: { $0.isWhitespace || "<>(),;".contains($0) }) {
      let parts = word.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      // Signs and labels may stand against it without a space.
      let local = parts[0].reversed().prefix { isAddressed($0) || "_%+'".contains($0) }.reversed()
      let host = parts[1].prefix(while: isAddressed).trimmed(of: ".-")
      if !local.isEmpty, host.contains(".") { return "\(String(local).trimmed(of: "."))@\(host)" }
    }
    let words = text.lowercased().replacing("[at]", with: " at ").replacing("(at)", with: " at ")
      .replacing("[dot]", with: " dot ").replacing("(dot)", with: " dot ").split(separator: " ")
    guard let at = words.firstIndex(of: "at"), at > 0, at + 1 < words.count else { return nil }
    let host = words[(at + 1)...].prefix(5).joined().replacing("dot", with: ".")
    let host2 = words[at + 1].contains(".") ? String(words[at + 1]) : host
    guard host2.contains("."), words[..<at].count == 1, !words[at - 1].contains(":") else {
      return nil
    }
    return "\(words[at - 1])@\(host2)"
  }

  private static func isAddressed(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber) || "-.".contains(character)
  }

  private static func phone(_ text: String) -> String? {
    let digits = text.filter { $0.isNumber || $0 == "X" }.count
    let allowed = text.allSatisfy { $0.isNumber || "+-–()./ xX".contains($0) || $0 == "\u{A0}" }
    return allowed && (7...17).contains(digits) && text.contains(where: \.isNumber)
      && DateSpan.all(in: text).allSatisfy({ !$0.isRange }) ? text.trimmed : nil
  }

  private static func isURL(_ text: String) -> Bool {
    guard !text.contains(" "), text.contains("."), !text.contains("@") else { return false }
    let lower = text.lowercased()
    if lower.contains("://") || lower.hasPrefix("www.") { return true }
    let host = lower.prefix { $0 != "/" }
    guard let ending = host.split(separator: ".").last, host.contains("."),
      host.count > ending.count + 1
    else {
      return false
    }
    return domains.contains(String(ending))
      && host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
  }

  private static let domains: Set<String> = [
    "com", "org", "net", "io", "dev", "me", "de", "fr", "uk", "ch", "at", "nl", "se", "eu", "co",
    "info", "us",
    "ca", "es", "it", "pl", "ru", "br", "be", "dk", "no", "fi", "tech", "edu", "example",
  ]

  /// Two to five words without digits, as names are written; one word in scripts without spaces.
  private static func isName(_ text: String) -> Bool {
    guard text.count <= 60,
      !text.contains(where: { $0.isNumber || "@:/.!?".contains($0) && $0 != "." })
    else {
      return false
    }
    let words = text.split(separator: " ")
    if words.count == 1 {
      return text.unicodeScalars.allSatisfy { $0.value > 0x2E80 }
        || text.count >= 3 && text.first?.isUppercase ?? false
          && SectionTitle.kind(exactly: text) == nil
    }
    guard (2...6).contains(words.count), SectionTitle.kind(exactly: text) == nil else {
      return false
    }
    return words.allSatisfy { word in
      guard let first = word.first(where: \.isLetter) else { return false }
      return !first.isLowercase
        || [
          "von", "van", "de", "der", "den", "la", "da", "dos", "del", "bin", "al", "ter", "te",
          "ten", "af", "av", "zu", "y",
        ].contains(String(word))
    }
  }

  /// The name in "Jo Example, Senior Engineer".
  private static func withoutTitle(_ text: String) -> String {
    guard let comma = text.firstIndex(of: ","),
      HeadingWord.titleScore(String(text[comma...]), in: .work) > 0
    else { return text }
    return text[..<comma].trimmed
  }

  /// The words without "Résumé of", "Curriculum Vitae", "CV".
  private static func withoutDocumentWord(_ text: String) -> String {
    let words = text.split(separator: " ").map(String.init)
    let kept = words.filter { word in
      !["resume", "curriculum", "vitae", "cv", "lebenslauf", "職務経歴書", "履歴書", "简历", "резюме"]
        .contains(
          PlainLetters.words(word).joined())
    }
    guard kept.count < words.count else { return text }
    let rest = kept.first.map { ["of", "de", "von", "for"].contains($0.lowercased()) } ?? false
    return (rest ? Array(kept.dropFirst()) : kept).joined(separator: " ").trimmed(of: "-–—:,'’s ")
  }
}
