/// Draws a timeline as SVG within the page: positions as bars, claims as marks, commits as ticks.
enum TimelineDrawing {
  private static let width = 960.0
  private static let margin = 16.0
  private static let rowHeight = 36
  private static let axisHeight = 28

  /// The section with the drawing; empty where nothing has a date.
  static func html(of timeline: Timeline) -> HTML {
    guard let years = timeline.years else { return "" }
    let scale = Scale(years: years)
    var y = axisHeight
    var rows: [HTML] = []
    for bar in timeline.bars {
      rows.append(row(bar, at: y, scale))
      y += rowHeight
    }
    for mark in timeline.marks {
      rows.append(row(mark, at: y, scale))
      y += rowHeight
    }
    if let first = timeline.statements.first {
      rows.append(label("Stated", x: scale.x(first), y: y + 13))
      rows += timeline.statements.map { dot(at: scale.x($0), y: y + 23) }
      y += rowHeight
    }
    if let first = timeline.commits.first {
      rows.append(label("Commits cited", x: scale.x(first), y: y + 13))
      rows += timeline.commits.map { tick(at: scale.x($0), y: y, "commit", height: 14, drop: 18) }
      y += rowHeight
    }
    return """
      <section aria-labelledby="timeline"><h2 id="timeline">Timeline</h2>
      <div class="scroll" role="region" aria-labelledby="timeline" tabindex="0">
      <svg viewBox="0 0 \(number(width)) \(y)" role="img" aria-labelledby="tl-title tl-desc">
      <title id="tl-title">Timeline, \(years.lowerBound) to \(years.upperBound - 1)</title>
      <desc id="tl-desc">\(description(of: timeline))</desc>
      \(axis(years, scale, height: y))
      \(HTML.join(rows))
      </svg></div>
      <p class="quiet">Bars are positions in the résumé, lines the time a claim speaks of, dots the \
      days on which claims were stated, ticks the commits that findings cite.\
      \(undrawn(timeline.undrawn))</p></section>
      """
  }

  private static func undrawn(_ count: Int) -> HTML {
    count == 0
      ? "" : " \(counted(count, "claim")) more with a time of their own: see below."
  }

  private static func description(of timeline: Timeline) -> String {
    [
      counted(timeline.bars.count, "résumé entry", plural: "résumé entries"),
      counted(
        timeline.marks.count + timeline.undrawn, "claim of a time", plural: "claims of a time"),
      counted(timeline.statements.count, "day of statements", plural: "days of statements"),
      counted(timeline.commits.count, "day of commits", plural: "days of commits"),
    ].joined(separator: ", ") + ". Each is listed with its dates further down."
  }

  private static func axis(_ years: Range<Int>, _ scale: Scale, height: Int) -> HTML {
    // At most a dozen labels, so that they never touch.
    let step = [1, 2, 5, 10, 20, 50].first { years.count <= $0 * 12 } ?? 100
    let lines = years.filter { $0 % step == 0 || years.count == 1 }.map { year -> HTML in
      let x = scale.x(Double(year * 12))
      return """
        \(tick(at: x, y: 0, "year", height: height))
        <text class="axis" x="\(number(x + 4))" y="16">\(year)</text>
        """
    }
    return HTML.join(lines)
  }

  private static func row(_ bar: Timeline.Bar, at y: Int, _ scale: Scale) -> HTML {
    let x = scale.x(bar.months.lowerBound)
    let width = max(3, scale.x(bar.months.upperBound) - x)
    return """
      \(label(bar.label, x: x, y: y + 13))
      <rect class="bar" x="\(number(x))" y="\(y + 18)" width="\(number(width))" height="10" rx="2"/>
      """
  }

  private static func row(_ mark: Timeline.Mark, at y: Int, _ scale: Scale) -> HTML {
    let (start, end) = (scale.x(mark.period.lowerBound), scale.x(mark.period.upperBound))
    return """
      \(label("\(mark.id) \(mark.label)", x: start, y: y + 13))
      <line class="period" x1="\(number(start))" x2="\(number(max(end, start + 2)))" \
      y1="\(y + 23)" y2="\(y + 23)"/>
      """
  }

  private static func dot(at x: Double, y: Int) -> HTML {
    "<circle class=\"claim\" cx=\"\(number(x))\" cy=\"\(y)\" r=\"4.5\"/>"
  }

  /// A label that begins at `x`, or ends at the right margin where it would run out of the drawing.
  private static func label(_ text: String, x: Double, y: Int) -> HTML {
    let short = VisibleText.line(text, width: 64)
    // 7.5 is more than the mean width of a letter at 13 pixels.
    let isLate = x + Double(short.count) * 7.5 > width - margin
    guard isLate else { return "<text x=\"\(number(x))\" y=\"\(y)\">\(short)</text>" }
    return """
      <text x="\(number(width - margin))" y="\(y)" text-anchor="end">\(short)</text>
      """
  }

  private static func tick(
    at x: Double, y: Int, _ name: HTML, height: Int, drop: Int = 0
  ) -> HTML {
    """
    <line class="\(name)" x1="\(number(x))" x2="\(number(x))" y1="\(y + drop)" \
    y2="\(y + drop + height)"/>
    """
  }

  /// A coordinate to a tenth, the same on every machine.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  /// Months to pixels.
  private struct Scale {
    let years: Range<Int>
    func x(_ months: Double) -> Double {
      margin + (months - Double(years.lowerBound * 12)) / Double(years.count * 12)
        * (width - 2 * margin)
    }
  }
}
