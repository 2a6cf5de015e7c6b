public import ArchiveStorage

/// The first page of the web site: what the store holds, a table of months for each list.
public enum ListsPage {
  /// The page on `lists`; each month leads to its messages.
  public static func html(of lists: [ListSummary]) -> String {
    let sections = lists.map { list -> HTML in
      """
      <section><h2>\(title(of: list))</h2>
      <p class="quiet">\(facts(of: list))</p>
      \(months(of: list))</section>
      """
    }
    return WebPage.html(
      title: "Lists",
      sections.isEmpty ? "<p>The store holds no messages.</p>" : HTML.join(sections))
  }

  private static func title(of list: ListSummary) -> String {
    list.name.map { VisibleText.line($0) } ?? "Without a known list"
  }

  private static func facts(of list: ListSummary) -> String {
    var facts = [counted(list.messageCount, "message")]
    if !list.missingMonths.isEmpty {
      facts.append("\(counted(list.missingMonths.count, "month")) without messages")
    }
    if list.undatedCount > 0 { facts.append("\(list.undatedCount) without a date") }
    let defects = list.defects.values.reduce(0, +)
    if defects > 0 { facts.append(counted(defects, "defect")) }
    return facts.joined(separator: ", ")
  }

  /// Years as rows, months as columns; shaded by how full a month is beside the list's fullest.
  private static func months(of list: ListSummary) -> HTML {
    let counts = Dictionary(
      list.months.map { ($0.month, $0.messageCount) }, uniquingKeysWith: { first, _ in first })
    let years = Set(list.months.map { String($0.month.prefix(4)) }).sorted()
    guard let most = counts.values.max() else { return "" }
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let head = names.map { name -> HTML in "<th scope=\"col\" class=\"number\">\(name)</th>" }
    let rows = years.map { year -> HTML in
      let cells = (1...12).map { number -> HTML in
        let month = "\(year)-\(number < 10 ? "0" : "")\(number)"
        guard let count = counts[month] else { return "<td></td>" }
        let shade: HTML = count * 2 > most ? "many" : count * 8 > most ? "some" : "few"
        return
          "<td class=\"\(shade)\">\(WebPage.link(address(of: month, on: list), "\(count)"))</td>"
      }
      return "<tr><th scope=\"row\">\(year)</th>\(HTML.join(cells, separator: ""))</tr>"
    }
    return """
      <div class="scroll" role="region" aria-label="Months of \(title(of: list))" tabindex="0">\
      <table class="months"><thead><tr><th scope="col">Year</th>\
      \(HTML.join(head, separator: ""))</tr></thead><tbody>
      \(HTML.join(rows))
      </tbody></table></div>
      """
  }

  /// The search for a month's messages; a quotation mark cannot stand in a query's phrase.
  private static func address(of month: String, on list: ListSummary) -> WebAddress {
    let name = list.name.map { "list:\"\($0.filter { $0 != "\"" })\" " } ?? ""
    return .search(query: "\(name)date:\(month)", page: 1)
  }
}
