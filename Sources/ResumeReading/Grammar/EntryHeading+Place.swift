// The organisation's name without the place that stands behind it.

extension EntryHeading {
  /// Sets the organisation, a place behind it taken off ("Acme Corp, Berlin").
  mutating func setName(_ text: String) {
    var parts = Self.commaParts(text)
    takePlace(from: &parts)
    takeTown(from: &parts)
    name = parts.joined(separator: ", ")
  }

  /// "Lamp Institute, Smalltown": one word behind an organisation that is sure is a town.
  private mutating func takeTown(from parts: inout [String]) {
    guard place == nil, parts.count == 2, Self.isCapitalised(parts[1]), !parts[1].contains(" "),
      HeadingWord.organisationScore(parts[0], in: .work) > 0
        || HeadingWord.organisationScore(parts[0], in: .education) > 0,
      HeadingWord.organisationScore(parts[1], in: .work) == 0
    else { return }
    place = parts.removeLast()
  }

  mutating func takePlace(from parts: inout [String], leaving: Int = 1) {
    // "Acme, Ireland (remote)" has a place besides.
    guard place.map(Place.isAway) ?? true, parts.count >= 2 else { return }
    for count in [2, 1] where parts.count >= count + leaving {
      let tail = parts.suffix(count).joined(separator: ", ")
      // A state or country alone wants its town in front of it.
      if Place.isPlace(tail), count == 2 ? Place.isRegion(parts[parts.count - 1]) : true {
        if count == 2,
          HeadingWord.organisationScore(parts[parts.count - 2], in: .work) > 0
            || HeadingWord.titleScore(parts[parts.count - 2], in: .work) > 0
        {
          continue
        }
        place = place.map { "\(tail) (\($0))" } ?? tail
        parts.removeLast(count)
        return
      }
    }
  }

  /// The parts of a phrase between commas; a legal form stays with its firm.
  static func commaParts(_ text: String) -> [String] {
    var parts: [String] = []
    for part in text.split(separator: ",").map(\.trimmed) where !part.isEmpty {
      if HeadingWord.isLegalForm(part), let last = parts.popLast() {
        parts.append("\(last), \(part)")
      } else {
        parts.append(part)
      }
    }
    return parts
  }
}
