import ArchiveStorage
import MailParsing

/// The page's head and its table of sources: whose report it is, and from which records.
enum PageHead {
  /// Sources that the head names at most; all stand in the table.
  private static let mostSources = 6

  /// The person, the records asked, their coverage and the day of the check.
  static func html(of dossier: Dossier, _ sources: SourceTable) -> HTML {
    let person = dossier.person
    let addresses = person.addresses.map { address -> HTML in "<code>\(address)</code>" }
    let known: HTML =
      addresses.isEmpty
      ? "" : "<p class=\"quiet\">\(HTML.join(addresses, separator: " "))</p>"
    return """
      <header>
      <p class="quiet">Contribution report</p>
      <h1>\(person.name)</h1>
      \(known)
      \(records(sources))
      <p>\(ReportWords.coverage(dossier.coverage))</p>
      <p class="quiet">Checked <time>\(dossier.generatedAt)</time></p>
      \(merges(of: person))
      </header>
      """
  }

  private static func records(_ sources: SourceTable) -> HTML {
    let links = sources.sources.enumerated().map { index, source -> HTML in
      let name = source.path.split(separator: "/").last.map(String.init) ?? source.path
      return "<a href=\"#s\(index + 1)\">\(name)</a> (\(source.kind.label))"
    }
    guard !links.isEmpty else { return "" }
    let rest = links.count - mostSources
    let more: HTML =
      rest > 0 ? " and <a href=\"#sources\">\(counted(rest, "other"))</a>" : ""
    return """
      <p>From \(HTML.join(Array(links.prefix(mostSources)), separator: ", "))\(more)</p>
      """
  }

  /// The sources under the numbers that citations use.
  static func sources(_ sources: SourceTable) -> HTML {
    let rows = sources.sources.enumerated().map { index, source -> HTML in
      let days = [source.from, source.to].compactMap { $0 }.joined(separator: " – ")
      let digest = source.sha256.map { " (SHA-256 \($0.prefix(12))…)" } ?? ""
      return """
        <tr id="s\(index + 1)"><th scope="row">s\(index + 1)</th><td>\(source.kind.label)</td>\
        <td class="path">\(source.path)<span class="quiet">\(digest)<br>\
        \(ReportWords.kept(source.kind))</span></td><td>\(days)</td>\
        <td class="number">\(source.messages.map { "\($0)" } ?? "")</td></tr>
        """
    }
    return """
      <section aria-labelledby="sources"><h2 id="sources">Sources</h2>
      <div class="scroll" role="region" aria-labelledby="sources" tabindex="0"><table><thead><tr><th scope="col">No.</th>\
      <th scope="col">Kind</th><th scope="col">Path</th><th scope="col">Dates</th>\
      <th scope="col" class="number">Messages</th></tr></thead><tbody>
      \(HTML.join(rows))
      </tbody></table></div></section>
      """
  }

  private static func merges(of person: Person) -> HTML {
    guard !person.merges.isEmpty else { return "" }
    let items = person.merges.map { merge -> HTML in
      "<li><code>\(merge.with)</code>: \(merge.because)</li>"
    }
    return """
      <details><summary>Why these names and addresses are taken for one person</summary>
      <ul>\(HTML.join(items))</ul></details>
      """
  }
}
