import MailParsing

/// A line in which a build server or a repository tells of a change: `[Ann Lee] Add a lens`.
enum ChangeNotice {
  /// Whose change a sentence tells of: the full name in the brackets that it opens with; nil for any other
  /// sentence, and for a tag (`[lamp-dev]`, `[PATCH]`).
  static func author(in sentence: String) -> Address? {
    guard sentence.first == "[", let end = sentence.firstIndex(of: "]"),
      sentence[end...].dropFirst().first == " "
    else { return nil }
    let words = sentence[..<end].dropFirst().split(separator: " ")
    let isName = words.allSatisfy { word in
      word.count > 1 && word.first?.isUppercase == true
        && word.dropFirst().contains(where: \.isLowercase)
        && word.allSatisfy { $0.isLetter || "-.'".contains($0) }
    }
    guard (2...3).contains(words.count), isName else { return nil }
    return Address(name: words.joined(separator: " "))
  }
}
