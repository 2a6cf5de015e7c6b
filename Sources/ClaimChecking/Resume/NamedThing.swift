/// Names in a passage: of products, projects, events, certificates, groups and posts.
///
/// A name is a word with a capital that does not open its sentence, a word with a hump or all
/// capitals, or a post such as "core reviewer". Months, and what everybody works with (languages,
/// systems, protocols), are no names of work.
enum NamedThing {
  /// The names in a text, in order, each once.
  static func all(in text: String) -> [String] {
    let words = Words.of(text)
    var names: [String] = []
    var run: Range<String.Index>?
    func close() {
      if let range = run, !names.contains(String(text[range])) { names.append(String(text[range])) }
      run = nil
    }
    for (index, word) in words.enumerated() {
      if isName(word, at: index, of: words, in: text) {
        if let open = run, text[open.upperBound..<word.text.startIndex].allSatisfy({ $0 == " " }) {
          run = open.lowerBound..<word.text.endIndex
        } else {
          close()
          run = word.text.startIndex..<word.text.endIndex
        }
      } else {
        close()
      }
      if index > 0, word.whole == "reviewer" || word.whole == "maintainer",
        words[index - 1].whole == "core"
      {
        names.append(String(text[words[index - 1].text.startIndex..<word.text.endIndex]))
      }
    }
    close()
    return names
  }

  private static func isName(
    _ word: Words.Word, at index: Int, of words: [Words.Word], in text: String
  ) -> Bool {
    guard word.text.utf8.count > 2, word.text.first?.isUppercase == true,
      !Vocabulary.empty.contains(word.whole), !Vocabulary.means.contains(word.whole)
    else { return false }
    if !word.parts.isEmpty || word.text.allSatisfy({ $0.isUppercase || $0.isNumber }) {
      return true
    }
    guard index > 0 else { return false }
    let between = text[words[index - 1].text.endIndex..<word.text.startIndex]
    return !between.contains { ".!?:\n".contains($0) }
      && !Vocabulary.titleHeads.contains(word.whole)
  }
}
