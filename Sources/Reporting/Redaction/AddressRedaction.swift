/// Obscures mail addresses wherever they stand in a text: `ada@example.org`, `"a b"@example.org`,
/// `ada (at) example.org`, and `<ada at example.org>` as list archivers write it.
enum AddressRedaction {
  /// The text with the local part of each address cut to its first letter. Linear in the text.
  static func text(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var output = String.UnicodeScalarView()
    var written = 0
    var index = 0
    while index < scalars.count {
      guard let sign = sign(at: index, in: scalars),
        let local = local(before: sign.range.lowerBound, notBefore: written, in: scalars),
        let host = host(after: sign.range.upperBound, in: scalars),
        sign.isCertain || isMarked(scalars, local: local, host: host)
      else {
        index += 1
        continue
      }
      output.append(contentsOf: scalars[written..<local.lowerBound])
      if local.count > 2, isLocal(scalars[local.lowerBound]) {
        output.append(scalars[local.lowerBound])
      }
      output.append("…")
      output.append(contentsOf: scalars[local.upperBound..<host.upperBound])
      written = host.upperBound
      index = written
    }
    output.append(contentsOf: scalars[written...])
    return String(output)
  }

  /// An `@`, or a word an archiver or a careful writer put in its place.
  private static func sign(
    at index: Int, in scalars: [Unicode.Scalar]
  ) -> (range: Range<Int>, isCertain: Bool)? {
    switch scalars[index] {
    case "@": return (index..<index + 1, true)
    case " ", "(", "[":
      for (spelling, isCertain) in spellings
      where scalars[index...].prefix(spelling.count).elementsEqual(spelling) {
        return (index..<index + spelling.count, isCertain)
      }
      return nil
    default: return nil
    }
  }

  private static let spellings: [([Unicode.Scalar], Bool)] = [
    (" (at) ", true), (" [at] ", true), ("(at)", true), ("[at]", true), (" AT ", true),
    (" at ", false),
  ].map { (Array($0.0.unicodeScalars), $0.1) }

  private static func local(
    before end: Int, notBefore limit: Int, in scalars: [Unicode.Scalar]
  ) -> Range<Int>? {
    var start = end
    if start > limit, scalars[start - 1] == "\"" {
      // A quoted local part; 64 is the limit of RFC 5321 §4.5.3.1.1 and keeps the search linear.
      let earliest = max(limit, end - 66)
      start -= 1
      while start > earliest, scalars[start - 1] != "\"" { start -= 1 }
      return start > earliest ? start - 1..<end : nil
    }
    while start > limit, isLocal(scalars[start - 1]) { start -= 1 }
    // In "a@b@c" only "a" is a local part; taking "b" for one would redact more on a second pass.
    if start > 0, scalars[start - 1] == "@" { return nil }
    return start < end ? start..<end : nil
  }

  private static func host(after start: Int, in scalars: [Unicode.Scalar]) -> Range<Int>? {
    var end = start
    while end < scalars.count, isHost(scalars[end]) { end += 1 }
    // A sentence's full stop is no part of a host.
    while end > start, scalars[end - 1] == "." || scalars[end - 1] == "-" { end -= 1 }
    return end > start ? start..<end : nil
  }

  /// "ada at example.org" is an address where brackets hold it, or where no word looks like its
  /// left side; "works at example.org" is not.
  private static func isMarked(
    _ scalars: [Unicode.Scalar], local: Range<Int>, host: Range<Int>
  ) -> Bool {
    guard scalars[host].contains(".") else { return false }
    let before = local.lowerBound > 0 ? scalars[local.lowerBound - 1] : " "
    if before == "<" || before == "(" || before == ":" { return true }
    return scalars[local].contains { "0123456789._+-".unicodeScalars.contains($0) }
  }

  private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
    isHost(scalar) || "_%+=~!#$&'*^`{|}?".unicodeScalars.contains(scalar)
  }

  private static func isHost(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar) || scalar == "." || scalar == "-"
    }
    return scalar.properties.isAlphabetic
  }
}
