import ClaimExtraction

/// The Swift source that carries a model's weights into the library.
enum WeightsFile {
  /// A source file of one `enum` whose `text` is the bytes as ``WeightText``; a static string compiles
  /// at once however long it is, where an array literal would take minutes.
  static func source(of bytes: [UInt8], type: String, summary: String) -> String {
    let text = WeightText.encode(bytes).split(separator: "\n").map { "    " + $0 }
      .joined(separator: "\n")
    return """
      // swift-format-ignore-file
      // Generated; change the labelled text or the features and train again.

      /// \(summary)
      enum \(type) {
        static let text: StaticString = \"""
      \(text)
          \"""
      }

      """
  }
}
