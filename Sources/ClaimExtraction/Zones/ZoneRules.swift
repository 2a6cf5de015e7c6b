/// Says of each line of a body, by rule alone, which zone it would belong to.
///
/// The rules are a reader's first impression. The model takes it as one feature among many and
/// overrules it where the labelled mails do.
struct ZoneRules {
  /// First impressions of a body's lines, in their order. Linear in their number.
  static func impressions(of body: Body, _ places: [LinePlace]) -> [Zone.Kind] {
    var kinds: [Zone.Kind] = []
    kinds.reserveCapacity(body.lines.count)
    for index in body.lines.indices {
      let previous = kinds.last
      kinds.append(impression(of: index, after: previous, in: body, places))
    }
    return kinds
  }

  private static func impression(
    of index: Int, after previous: Zone.Kind?, in body: Body, _ places: [LinePlace]
  ) -> Zone.Kind {
    let line = body.lines[index]
    let place = places[index]
    if line.isQuoted { return .quotation }
    if place.patch == .header || place.patch == .hunkHead || place.patch == .hunkBody {
      return .patch
    }
    let next = index + 1 < body.lines.count ? body.lines[index + 1] : nil
    let follows = line.blankLinesBefore == 0 ? previous : nil
    if let kind = footer(line, place, follows) { return kind }
    switch line.look {
    case .signatureDelimiter, .rule, .decoration, .empty: return .visualSeparator
    case .originalMessage, .attribution: return .quotationMarker
    case .attributionHead:
      let isContinued = next?.look == .attribution && next?.blankLinesBefore == 0
      return isContinued ? .quotationMarker : .paragraph
    case .headerField: return .inlineHeaders
    case .diffStat, .diffSummary, .log: return .logData
    case .diffHeader, .hunk: return .patch
    case .trailer, .commit, .tableRow: return .tabular
    case .field: return follows == .tabular || next?.look == .field ? .tabular : .paragraph
    case .prompt, .code: return .rawCode
    case .listFooter, .sentFrom: return .muaSignature
    case .greeting:
      return place.blocksBefore <= 1 || follows == .quotation ? .salutation : .paragraph
    case .farewell, .name:
      let isLast = place.linesAfter <= 3 && (place.ownLinesBelow <= 6 || next?.isQuoted == true)
      return isLast && place.ownLinesAbove > 0 ? .closing : .paragraph
    case .text, .url, .bullet, .heading, .ruledTitle, .diffChange:
      let introduces = next?.isQuoted == true && next?.blankLinesBefore == 0
      if introduces, line.look == .heading || line.tally.classes.contains(.wrote) {
        return .quotationMarker
      }
      return .paragraph
    }
  }

  /// Lines under a signature delimiter or a rule at the body's end.
  private static func footer(
    _ line: BodyLine, _ place: LinePlace, _ follows: Zone.Kind?
  ) -> Zone.Kind? {
    let isMarks = line.look == .signatureDelimiter || line.look == .rule || line.look == .decoration
    guard !isMarks, !place.hasQuoteBelow else { return nil }
    if let since = place.sinceRule, since < 8, place.ownLinesBelow < 10,
      line.tally.classes.contains(.footer) || follows == .muaSignature || line.hasURL
    {
      return .muaSignature
    }
    if let since = place.sinceDelimiter, since < 12 {
      return line.tally.classes.contains(.footer) && (line.hasURL || line.hasAddress)
        || follows == .muaSignature ? .muaSignature : .personalSignature
    }
    return nil
  }
}
