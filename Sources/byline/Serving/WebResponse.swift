import Reporting

/// What goes back to a browser: a status, a body, and headers that let a page load, run and send nothing
/// but its own forms.
struct WebResponse: Sendable {
  /// The HTTP status.
  var status: Int32
  var body: [UInt8]
  private var type: String

  /// A page, or the bytes of an entry as text that no browser takes for anything else.
  init(_ answer: WebSite.Answer) {
    status = 200
    switch answer {
    case .page(let page): (body, type) = (Array(page.utf8), "text/html")
    case .bytes(let bytes): (body, type) = (bytes, "text/plain")
    }
  }

  /// What the command would tell, under the status that means the same.
  init(_ failure: Failure) {
    let status: Int32 =
      switch failure.status {
      case ExitStatus.missingInput: 404
      case ExitStatus.usage: 400
      case ExitStatus.tryAgain: 503
      default: 500
      }
    self = .failure(status, failure.message)
  }

  /// A page that says what is wrong.
  static func failure(_ status: Int32, _ message: String) -> WebResponse {
    var response = WebResponse(.page(FailurePage.html(message)))
    response.status = status
    return response
  }

  /// Names and values.
  var headers: [(String, String)] {
    [
      ("Content-Type", "\(type); charset=utf-8"), ("Cache-Control", "no-store"),
      ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
      (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'"
      ),
    ]
  }
}
