/// Obscures telephone numbers: international ones (`+49 30 1234567`), national ones in groups
/// (`(555) 010-0199`, `030 1234567`), and any number after "tel", "phone", "mobile" or "fax".
///
/// Dates, versions, bug numbers and line numbers have too few digits, other groups or no such word.
enum TelephoneRedaction {
  /// What stands in a number's place; without digits, so that redacting again changes nothing.
  static let replacement = "[telephone number]"

  /// The text with each number replaced. Linear in the text.
  static func text(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var output = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      guard begins(at: index, in: scalars) else {
        output.append(scalars[index])
        index += 1
        continue
      }
      let end = end(from: index, in: scalars)
      let isFree = end == scalars.count || !isWord(scalars[end])
      if isFree, isTelephone(scalars[index..<end], after: scalars[max(0, index - 12)..<index]) {
        output.append(contentsOf: replacement.unicodeScalars)
      } else {
        output.append(contentsOf: scalars[index..<end])
      }
      index = end
    }
    return String(output)
  }

  private static func begins(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    if index > 0, isWord(scalars[index - 1]) { return false }
    if isDigit(scalars[index]) { return true }
    guard scalars[index] == "+" || scalars[index] == "(", index + 1 < scalars.count else {
      return false
    }
    return isDigit(scalars[index + 1])
      || scalars[index] == "(" && scalars[index + 1] == "+"
  }

  /// Past the last digit of a run of digits with single separators; at least one scalar on.
  private static func end(from start: Int, in scalars: [Unicode.Scalar]) -> Int {
    var end = start + 1
    var index = start + 1
    var separators = 0
    while index < scalars.count {
      if isDigit(scalars[index]) {
        separators = 0
        end = index + 1
      } else if " .-()/\u{A0}+".unicodeScalars.contains(scalars[index]), separators < 2 {
        separators += 1
      } else {
        break
      }
      index += 1
    }
    return end
  }

  private static func isTelephone(
    _ number: ArraySlice<Unicode.Scalar>, after before: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    let groups = number.split { !isDigit($0) }
    let digits = groups.reduce(0) { $0 + $1.count }
    guard let first = groups.first, digits <= 18 else { return false }
    if number.prefix(2).contains("+") { return digits >= 8 }
    if isLabelled(before) { return digits >= 6 }
    // North American: three, three and four digits, a leading 1 allowed.
    let shape = groups.map(\.count)
    if shape == [3, 3, 4] || shape == [1, 3, 3, 4] && first.first == "1" { return true }
    // National with a trunk prefix: 030 1234567, 0171-1234567.
    return first.first == "0" && (2...5).contains(first.count) && groups.count <= 4
      && (9...12).contains(digits)
  }

  /// True where the text before ends in a word for a telephone and little more than a colon.
  private static func isLabelled(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: before)
    let words = String(text).lowercased().split { !$0.isLetter }
    return words.last.map { ["tel", "telephone", "phone", "mobile", "cell", "fax"].contains($0) }
      ?? false
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || scalar == "_" || scalar.properties.isAlphabetic
  }
}
