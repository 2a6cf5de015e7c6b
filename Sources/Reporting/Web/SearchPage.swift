public import ArchiveStorage

/// What a query finds, a page at a time.
public enum SearchPage {
  /// How many messages a page shows.
  public static let pageSize = 50

  /// Page number `page` of what `query` finds; `results` holds the hits of this page alone.
  public static func html(_ results: SearchResults, query: String, page: Int) -> String {
    let shown = results.hits.map { hit -> HTML in
      "\(MessageItem.html(hit.stored))\n<div class=\"quiet\">\(snippet(hit.snippet))</div>"
    }
    return WebPage.html(
      title: query.isEmpty ? "All messages" : query, query: query,
      """
      <p class="quiet">\(counted(results.count, "message")) found, the newest first</p>
      \(WebPage.list(shown, else: "Nothing on this page."))
      \(turning(query, page, of: results.count))
      """)
  }

  /// Ways to the pages before and after.
  private static func turning(_ query: String, _ page: Int, of count: Int) -> HTML {
    let last = min((count + pageSize - 1) / pageSize, WebAddress.lastPage)
    guard last > 1 else { return "" }
    var links: [HTML] = []
    if page > 1 {
      links.append(WebPage.link(.search(query: query, page: page - 1), "newer"))
    }
    links.append("page \(page) of \(last)")
    if page < last {
      links.append(WebPage.link(.search(query: query, page: page + 1), "older"))
    }
    return "<p>\(HTML.join(links, separator: " · "))</p>"
  }

  /// A snippet, the words searched for marked.
  private static func snippet(_ snippet: Snippet) -> HTML {
    MarkedText.html(snippet.text, snippet.highlights.map { ($0, .highlighted) })
  }
}
