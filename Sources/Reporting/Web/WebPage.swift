/// The frame of every page of the web site: the way round it above, what the page shows below.
enum WebPage {
  /// A page complete in itself, without script, font or picture. `query` fills the field for searches.
  static func html(title: String, query: String = "", _ content: HTML) -> String {
    PageFrame.html(
      title: VisibleText.line(title), style: style,
      """
      \(navigation(query: query))
      <main>
      <h1>\(VisibleText.line(title))</h1>
      \(content)
      </main>
      """)
  }

  /// The style of every page of the site.
  static let style: HTML = "\(PageStyle.sheet)\(WebStyle.sheet)"

  /// The way round the site, with a field for searches.
  static func navigation(query: String = "") -> HTML {
    """
    <nav aria-label="Site">
    <a href="/">Lists</a> <a href="/people">People</a>
    <form action="/search" role="search"><label for="q">Search</label>
    <input id="q" name="q" type="search" value="\(query)" \
    placeholder="words, &quot;a phrase&quot;, from:ada date:2008..2009"><button>Find</button></form>
    </nav>
    """
  }

  /// A link to a page of the site.
  static func link(_ address: WebAddress, _ words: HTML) -> HTML {
    "<a href=\"\(address.target)\">\(words)</a>"
  }

  /// `items` as a list; `nothing` where there are none.
  static func list(_ items: [HTML], else nothing: String, class name: HTML = "plain") -> HTML {
    guard !items.isEmpty else { return "<p>\(nothing)</p>" }
    return "<ul class=\"\(name)\">\(HTML.join(items.map { "<li>\($0)</li>" }))</ul>"
  }
}
