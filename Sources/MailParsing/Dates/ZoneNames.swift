/// Zones written as words.
enum ZoneNames {
  /// Minutes east of UTC; nil for a name that is unknown or means different zones to different
  /// programs. RFC 5322 §4.3 gives the North American ones; the others are those that mail holds.
  static func offset(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Int? {
    guard name.count <= 5 else { return nil }
    var key: UInt64 = 0
    for index in name { key = key << 8 | UInt64(bytes[index].lowercasedASCII) }
    return table[key]
  }

  private static let table: [UInt64: Int] = {
    let hours: [(String, Double)] = [
      ("z", 0), ("ut", 0), ("utc", 0), ("gmt", 0), ("wet", 0), ("west", 1), ("bst", 1),
      ("met", 1), ("mez", 1), ("cet", 1), ("mest", 2), ("mesz", 2), ("cest", 2), ("metds", 2),
      ("eet", 2), ("eest", 3), ("msk", 3), ("msd", 4), ("ist", 5.5), ("hkt", 8), ("sgt", 8),
      ("awst", 8), ("jst", 9), ("kst", 9), ("acst", 9.5), ("acdt", 10.5), ("aest", 10),
      ("aedt", 11), ("nzst", 12), ("nzdt", 13), ("nst", -3.5), ("ndt", -2.5), ("brt", -3),
      ("brst", -2), ("art", -3), ("ast", -4), ("adt", -3), ("est", -5), ("edt", -4), ("cst", -6),
      ("cdt", -5), ("mst", -7), ("mdt", -6), ("pst", -8), ("pdt", -7), ("akst", -9), ("akdt", -8),
      ("hst", -10),
    ]
    var table: [UInt64: Int] = [:]
    for (name, offset) in hours {
      table[name.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = Int(offset * 60)
    }
    return table
  }()
}
