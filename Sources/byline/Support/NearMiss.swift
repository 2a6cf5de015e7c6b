/// Finds the name that a user meant by one that does not exist.
enum NearMiss {
  /// The name of `names` that begins like `word` or is at most two typing mistakes away from it, the nearest
  /// first; nil where none is.
  static func nearest(to word: String, among names: [String]) -> String? {
    let nearest = names.map { (name: $0, distance: distance(from: word, to: $0)) }
      .min { $0.distance < $1.distance }
    if let nearest, nearest.distance <= 2, nearest.distance < word.count { return nearest.name }
    return names.first { $0.hasPrefix(word) || word.hasPrefix($0) }
  }

  /// How many characters must be put in, taken out or exchanged to make `other` of `word` (Levenshtein).
  private static func distance(from word: String, to other: String) -> Int {
    let other = Array(other)
    var row = Array(0...other.count)
    for (line, character) in word.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, candidate) in other.enumerated() {
        let above = row[column + 1]
        row[column + 1] =
          character == candidate ? diagonal : 1 + min(diagonal, above, row[column])
        diagonal = above
      }
    }
    return row[other.count]
  }
}
