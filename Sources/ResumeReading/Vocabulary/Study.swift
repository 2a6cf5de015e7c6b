/// A study's title parted as JSON Resume wants it: the degree (`studyType`) and its subject (`area`).
///
/// "MSc Computer Science" and "Computer Science, MSc" are one study; a title without a degree is all
/// subject, and one without a subject all degree. Nothing of the title is lost: what cannot be parted
/// with certainty stays whole.
public struct Study: Sendable, Hashable {
  /// The degree as written: "B.S.", "Bachelor of Science".
  public private(set) var type: String?
  /// The subject as written.
  public private(set) var area: String?

  /// Reads the title of an entry of education.
  public init(title: String) {
    if let (degree, subject) = Self.parted(title) {
      (type, area) = (degree, subject)
    } else if Self.isDegree(title) {
      type = title
    } else {
      area = title
    }
  }

  private static func parted(_ title: String) -> (degree: String, subject: String)? {
    // "Bachelor of Science in Physics", "Licence en informatique".
    for word in [" in ", " en ", " im Fach ", ", "] {
      guard let range = title.firstRange(of: word) else { continue }
      let (left, right) = (
        title[..<range.lowerBound].trimmed, title[range.upperBound...].trimmed
      )
      guard !left.isEmpty, !right.isEmpty else { continue }
      if isDegree(left), !isDegree(right) { return (left, right) }
      // "Computer Science, MSc"
      if word == ", ", isDegree(right), !isDegree(left) { return (right, left) }
    }
    // "MSc Computer Science", "BSc (Hons) Physics": words of degrees as far as they go.
    let words = title.split(separator: " ")
    let count = words.prefix { isDegreeWord($0) }.count
    guard count > 0, count < words.count, words[count].first?.isUppercase ?? false else {
      return nil
    }
    return (words[..<count].joined(separator: " "), words[count...].joined(separator: " "))
  }

  /// True where every word belongs to a degree and one of them names it: "Bachelor of Science".
  private static func isDegree(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.contains(where: { isDegreeWord($0) })
      && words.allSatisfy { word in
        isDegreeWord(word)
          || joiners.contains(PlainLetters.words(String(word)).joined(separator: " "))
      }
  }

  /// True for "B.S.", "MSc", "(Hons)", "Diplom-Ingenieurin".
  private static func isDegreeWord(_ word: Substring) -> Bool {
    let words = PlainLetters.words(String(word))
    return HeadingWord.isDegree(words.joined()) || words.first.map(HeadingWord.isDegree) ?? false
  }

  /// What stands inside the names of degrees: "Bachelor of Science", "Diplôme d'ingénieur".
  private static let joiners: Set<String> = [
    "of", "de", "d ingenieur", "degree", "science", "sciences", "arts", "engineering", "business",
    "administration", "philosophy", "laws", "technology", "applied",
  ]
}
