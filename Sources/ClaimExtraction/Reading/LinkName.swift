/// The name that an address of the web gives what it points to.
enum LinkName {
  /// The scalars of the name: the first label of a host that gives each project one
  /// ("sparrow.readthedocs.org"), else the last part of the path ("…/project/sparrow/"), else nil.
  static func range(in link: Range<Int>, of text: ScalarText) -> Range<Int>? {
    guard let scheme = link.first(where: { text[$0] == "/" }) else { return nil }
    let host = parts(of: (scheme + 1)..<link.upperBound, in: text) { $0 == "/" }
    guard let first = host.first else { return nil }
    let labels = parts(of: first, in: text) { $0 == "." }
    if labels.count == 3, hosts.contains(text.string(labels[1]).lowercased()) { return labels[0] }
    guard host.count > 1, let last = host.last else { return nil }
    let name = parts(of: last, in: text) { "?#".unicodeScalars.contains($0) }.first ?? last
    // "index.html" names nothing, "sparrow.git" names sparrow.
    let stem = parts(of: name, in: text) { $0 == "." }.first ?? name
    return pages.contains(text.string(stem).lowercased()) ? nil : stem
  }

  /// The parts of a range between the scalars that divide it; empty ones are left out.
  private static func parts(
    of range: Range<Int>, in text: ScalarText, dividedBy divides: (Unicode.Scalar) -> Bool
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for place in range.lowerBound...range.upperBound
    where place == range.upperBound || divides(text[place]) {
      if place > start { parts.append(start..<place) }
      start = place + 1
    }
    return parts
  }

  /// Hosts that give each project a label of its own.
  private static let hosts: Set<String> = ["readthedocs", "github", "gitlab", "sourceforge"]
  private static let pages: Set<String> = ["index", "default", "home", "readme"]
}
