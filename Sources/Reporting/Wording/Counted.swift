/// A number and its noun as English counts them: `1 message`, `2 messages`, `1,204 messages`.
/// `plural` is the form for every number but one, where an `s` is not enough.
package func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
}

/// A number with its thousands set apart: `1,204`.
package func grouped(_ number: Int) -> String {
  var digits = Array(String(number))
  for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
  return String(digits)
}
