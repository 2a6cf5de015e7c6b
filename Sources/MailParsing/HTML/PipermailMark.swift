/// The comments between which pipermail writes a post: `beginarticle` and `endarticle`, but for the Basque
/// templates of 2005, which translate even these.
enum PipermailMark {
  /// Whether the comment that begins at `index` is the one before a post.
  @inline(__always)
  static func begins(_ page: Span<UInt8>, at index: Int) -> Bool {
    page.starts(with: "<!--beginarticle-->", at: index)
      || page.starts(with: "<!--artikuluahasi-->", at: index)
  }

  /// Whether the comment with the text in `range` is the one before a post.
  static func isBeginning(_ page: Span<UInt8>, _ range: Range<Int>) -> Bool {
    page.equalsIgnoringCase("beginarticle", in: range)
      || page.equalsIgnoringCase("artikuluahasi", in: range)
  }

  /// Whether the comment with the text in `range` is the one after a post.
  static func isEnd(_ page: Span<UInt8>, _ range: Range<Int>) -> Bool {
    page.equalsIgnoringCase("endarticle", in: range)
      || page.equalsIgnoringCase("artikuluaamaitu", in: range)
  }
}
