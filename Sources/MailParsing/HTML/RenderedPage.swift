/// A post read from an archive's page, with what the page tells about its neighbours.
public struct RenderedPage: Sendable, Hashable {
  /// The message, of fidelity ``Fidelity/rendered``.
  public var parsed: ParsedMessage
  /// The format as `byline.message/1` names it.
  public var format: ArchiveFormat
  /// The page's neighbours.
  public var links = Links()

  /// Where a page links to; relative references as the page writes them.
  public struct Links: Sendable, Hashable {
    /// The page of the post before this one, in the archive's order.
    public var previous: String?
    /// The page of the post after this one, in the archive's order.
    public var next: String?
    /// The page of the post this one answers.
    public var parent: String?

    /// Makes an empty set of links.
    public init() {}
  }

  /// Makes a page.
  public init(parsed: ParsedMessage, format: ArchiveFormat, links: Links = Links()) {
    (self.parsed, self.format, self.links) = (parsed, format, links)
  }
}
