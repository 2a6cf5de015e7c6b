import MailParsing

/// Why a page and its twin in the monthly text differ, as far as the two tell.
enum TwinCause {
  /// Why two dates differ.
  static func ofDates(_ page: Message, _ text: Message) -> String {
    guard let one = page.sentAt, let two = text.sentAt else { return "one form has none" }
    let shown = one.secondsSinceEpoch + Int64(one.zoneOffsetMinutes ?? 0) * 60
    let apart = abs(shown - two.secondsSinceEpoch)
    if apart <= 2 { return "the page shows UTC's hour beside the server's zone" }
    if apart == 3600 { return "the page's hour and the text's are one apart" }
    return apart < 60 ? "less than a minute apart" : "another post of the same words"
  }

  /// Why two texts differ; white space is gone from both.
  static func ofTexts(_ page: String, _ text: String) -> String {
    let (one, two) = (withoutReferences(page), withoutReferences(text))
    if one == two { return "a reference that stood in the mail" }
    return one.replacing("@", with: "at") == two.replacing("@", with: "at")
      ? "an @ that one form obscured" : "of another kind"
  }

  /// The characters that no form of a post can be relied on for are left out: references, and what
  /// they may stand for.
  private static func withoutReferences(_ text: String) -> String {
    String(
      decoding: text.replacing(/&(amp|lt|gt|quot|#\d+);?/, with: "").utf8.filter {
        $0 < 0x80 && !"<>&?\"".utf8.contains($0)
      }, as: UTF8.self)
  }
}
