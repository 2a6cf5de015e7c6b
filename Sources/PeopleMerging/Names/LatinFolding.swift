import Foundation

/// Brings letters to the plain form in which names are compared: lower case, without marks.
///
/// Only what names need: the Latin letters of European languages and combining marks. Other scripts
/// stay as they are, lower-cased where they have case. Cost: linear.
enum LatinFolding {
  /// The folded scalars of a text; `Kölker`, `KOELKER` and `Kolker` give the same.
  static func fold(_ text: String) -> [Unicode.Scalar] {
    var folded: [Unicode.Scalar] = []
    folded.reserveCapacity(text.unicodeScalars.count)
    for scalar in text.lowercased().unicodeScalars {
      if (0x300...0x36F).contains(scalar.value) { continue }
      for plain in plainForms[scalar] ?? [scalar] {
        // German writes ö as "oe" where it has to: both come out as "o". Not so "ae", or Michael
        // and Michal would be one name.
        if plain == "e", let last = folded.last, last == "o" || last == "u" { continue }
        folded.append(plain)
      }
    }
    return folded
  }

  /// The text with `ä`, `æ` and `å` as `ae` and `aa`, as Germans and Danes write them where they have to;
  /// nil where none of them occurs.
  static func digraphs(_ text: String) -> String? {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    let lowered = text.lowercased().precomposedStringWithCanonicalMapping
    guard lowered.contains(where: { "äæå".contains($0) }) else { return nil }
    return lowered.replacingAll("ä", with: "ae").replacingAll("æ", with: "ae")
      .replacingAll("å", with: "aa")
  }

  /// Plain spellings of marked letters.
  private static let plainForms: [Unicode.Scalar: [Unicode.Scalar]] = {
    let rows: [(marked: String, plain: String)] = [
      ("àáâãäåāăąǎạảấầẩẫậắằẳẵặæ", "a"), ("çćĉċč", "c"), ("ďđð", "d"),
      ("èéêëēĕėęěẹẻẽếềểễệ", "e"), ("ĝğġģǧ", "g"), ("ĥħ", "h"), ("ìíîïĩīĭįıǐịỉ", "i"), ("ĵ", "j"),
      ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņňŋ", "n"), ("òóôõöøōŏőǒọỏốồổỗộơớờởỡợœ", "o"),
      ("ŕŗř", "r"), ("śŝşšș", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűųǔụủưứừửữự", "u"), ("ŵ", "w"),
      ("ýÿŷỳỵỷỹ", "y"), ("źżž", "z"), ("ß", "ss"), ("þ", "th"),
    ]
    var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for row in rows {
      for scalar in row.marked.unicodeScalars { table[scalar] = Array(row.plain.unicodeScalars) }
    }
    return table
  }()
}
