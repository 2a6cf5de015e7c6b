/// Brings words to the form in which vocabulary is compared: lower case, letters without marks.
enum PlainLetters {
  /// Folds a text. Letters of other scripts stay, lower-cased. Cost: linear.
  static func fold(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isASCII {
        folded.append(scalar)
      } else if (0x300...0x36F).contains(scalar.value) {
        continue
      } else if let plain = forms[scalar] {
        folded.append(contentsOf: plain.unicodeScalars)
      } else {
        folded.append(scalar)
      }
    }
    return String(folded)
  }

  /// The folded words of a text: letters and digits together, everything else between them.
  static func words(_ text: String) -> [String] {
    fold(text).split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  private static let forms: [Unicode.Scalar: String] = {
    let rows = [
      ("àáâãäåāăą", "a"), ("çćč", "c"), ("ďđð", "d"), ("èéêëēęěė", "e"), ("ğ", "g"),
      ("ìíîïīįı", "i"),
      ("ł", "l"), ("ñńňņ", "n"), ("òóôõöøőō", "o"), ("řŕ", "r"), ("śşšș", "s"), ("ťţț", "t"),
      ("ùúûüűůūų", "u"), ("ýÿ", "y"), ("źżž", "z"), ("ß", "ss"), ("æ", "ae"), ("œ", "oe"),
      ("ё", "е"),
      ("’‘", "'"), ("\u{A0}\u{202F}\u{2009}", " "),
    ]
    var forms: [Unicode.Scalar: String] = [:]
    for (marked, plain) in rows {
      for scalar in marked.unicodeScalars { forms[scalar] = plain }
    }
    return forms
  }()
}
