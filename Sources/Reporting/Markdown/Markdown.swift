/// Text for Markdown, with nothing in it left that Markdown or HTML would read as markup.
enum Markdown {
  /// The text on one line, punctuation that means something escaped.
  static func text(_ text: String) -> String {
    var output = ""
    let line = VisibleText.line(text)
    for (index, scalar) in line.unicodeScalars.enumerated() {
      let isMarkup = "\\`*_[]<>|~&".unicodeScalars.contains(scalar)
      // These mean something only where a line begins.
      let isOpening = index == 0 && "#+-=".unicodeScalars.contains(scalar)
      if isMarkup || isOpening { output += "\\" }
      output.unicodeScalars.append(scalar)
    }
    return output
  }
}
