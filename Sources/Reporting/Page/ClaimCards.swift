import ArchiveStorage

/// A claim as an article: the words, the verdict with its reason, the findings with their citations.
struct ClaimCards {
  /// The numbers of the sources.
  let sources: SourceTable
  /// Whether the page stands on the web site, where a mail that is cited has a page of its own.
  var isOnSite = false

  /// One claim.
  func card(_ checked: CheckedClaim) -> HTML {
    let claim = checked.claim
    let topics: HTML =
      claim.topics.isEmpty
      ? "" : "<p class=\"quiet\">About \(claim.topics.joined(separator: ", "))</p>"
    let change: HTML =
      checked.verdict.wouldChangeIf.isEmpty
      ? ""
      : "<p><strong>What would change it:</strong> \(checked.verdict.wouldChangeIf)</p>"
    let telling: HTML =
      checked.verdict.telling.map {
        "<p class=\"telling\"><strong>How telling:</strong> \(ReportWords.telling($0))</p>"
      } ?? ""
    return """
      <article id="\(checked.id)" class="\(checked.verdict.kind.rawValue)">
      <h3><a href="#\(checked.id)">\(checked.id)</a> \(Self.badge(checked.verdict.kind))</h3>
      <blockquote>\(claim.quote)</blockquote>
      <p class="quiet">\(claim.summary)</p>
      \(topics)
      <p class="place">\(place(checked.citation))</p>
      <p><strong>Why:</strong> \(checked.verdict.because)</p>
      \(telling)
      \(change)
      \(findings(checked.findings))
      </article>
      """
  }

  /// A verdict's name, told by its words and only repeated by its colour.
  static func badge(_ kind: Verdict.Kind) -> HTML {
    "<span class=\"badge \(kind.rawValue)\">\(kind.label)</span>"
  }

  /// Citations that stand open; the rest of a list is a click away.
  private static let mostOpen = 3

  /// Citations as a list; empty where there are none.
  func list(_ citations: [Citation]) -> HTML {
    guard !citations.isEmpty else { return "" }
    // One more takes no more room than the words that would stand for it.
    let open = citations.count == Self.mostOpen + 1 ? citations.count : Self.mostOpen
    let rest = citations.dropFirst(open)
    guard !rest.isEmpty else { return items(citations[...]) }
    return """
      \(items(citations.prefix(open)))
      <details><summary>\(counted(rest.count, "more citation"))</summary>
      \(items(rest))</details>
      """
  }

  private func items(_ citations: ArraySlice<Citation>) -> HTML {
    let items = citations.map { citation -> HTML in "<li>\(words(citation)) \(place(citation))</li>"
    }
    return "<ul class=\"citations\">\(HTML.join(items))</ul>"
  }

  /// What speaks, and folded away what could not.
  private func findings(_ findings: [Finding]) -> HTML {
    let speaking = findings.filter { $0.outcome != .notApplicable && $0.outcome != .notAvailable }
    let mute = findings.filter { $0.outcome == .notApplicable || $0.outcome == .notAvailable }
    let folded: HTML =
      mute.isEmpty
      ? ""
      : """
      <details><summary>\(counted(mute.count, "record")) that could not speak</summary>
      \(list(mute))</details>
      """
    return speaking.isEmpty ? folded : HTML.join([list(speaking), folded])
  }

  private func list(_ findings: [Finding]) -> HTML {
    let items = findings.map { finding -> HTML in
      """
      <li><span class="outcome \(finding.outcome.rawValue)">\(finding.probe.label), \
      \(finding.outcome.label):</span> \(finding.because)\(list(finding.citations))</li>
      """
    }
    return "<ul class=\"findings\">\(HTML.join(items))</ul>"
  }

  /// The words cited amid their surroundings, or the subject of a commit.
  private func words(_ citation: Citation) -> HTML {
    switch citation {
    case .message(let message): quoted(message.quote)
    case .document(let document): quoted(document.quote)
    case .commit(let commit): "<q>\(commit.subject)</q>"
    }
  }

  private func quoted(_ quote: TextQuote) -> HTML {
    // On one line: the line ends of mail are those of its writer's window.
    let before = quote.prefix.isEmpty ? "" : "…\(Self.line(quote.prefix))"
    let after = quote.suffix.isEmpty ? "" : "\(Self.line(quote.suffix))…"
    return """
      <span class="quote"><span class="quiet">\(before)</span><mark>\(VisibleText.line(quote.exact))</mark>\
      <span class="quiet">\(after)</span></span>
      """
  }

  /// Text on one line that keeps a space at either end, where it touches the words quoted.
  private static func line(_ text: String) -> String {
    let isOpen = text.first?.isWhitespace == true
    let isClosed = text.last?.isWhitespace == true
    return (isOpen ? " " : "") + VisibleText.line(text) + (isClosed ? " " : "")
  }

  private func place(_ citation: Citation) -> HTML {
    let id = sources.id(of: citation)
    return """
      <span class="place"><a href="#\(id)">\(id)</a> \(passage(citation))\
      \(links(of: citation))</span>
      """
  }

  /// Where the words stand, in words that on the web site lead there.
  private func passage(_ citation: Citation) -> HTML {
    let words = HTML.text(ReportWords.place(citation, isShort: true))
    guard isOnSite, case .message(let message) = citation else { return words }
    return WebPage.link(.message(name: message.name), words)
  }

  /// Permanent links, where a mail names one that leads to the web and nowhere else.
  private func links(of citation: Citation) -> HTML {
    guard case .message(let message) = citation else { return "" }
    let pages = message.links.filter { link in
      let link = link.lowercased()
      return link.hasPrefix("https://") || link.hasPrefix("http://")
    }
    return HTML.join(
      pages.map { " <a href=\"\($0)\" rel=\"noreferrer\">permanent link</a>" }, separator: "")
  }
}
