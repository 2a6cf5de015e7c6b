/// What every page has around it, in a file or on the web site.
enum PageFrame {
  /// A page complete in itself: no script, no font, no picture from elsewhere, and a style for light and
  /// dark that fits a telephone.
  static func html(title: String, style: HTML = PageStyle.sheet, _ body: HTML) -> String {
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>
      \(body)
      </body>
      </html>

      """
    return page.markup
  }
}
