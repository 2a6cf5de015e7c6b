import FlyingFox
import FlyingSocks
import Foundation
import Reporting

/// Serves a web site to browsers of this machine, and to nobody else.
///
/// It listens on the loopback address alone. A page of another site that the same browser shows can still
/// ask it, under that site's name (DNS rebinding), so a request must name this machine as its host; and
/// nothing here writes, so that a request can change nothing.
struct WebServer: HTTPHandler {
  let site: WebSite

  /// Serves at `port`, any free one for 0, until the process ends; `isListening` is told the address.
  static func run(
    _ site: WebSite, port: UInt16, isListening: @escaping @Sendable (String) -> Void
  ) async throws {
    let server = HTTPServer(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), timeout: patience,
      logger: .disabled, handler: WebServer(site: site))
    do {
      // Whichever ends first: a port that is taken ends the server before it listens.
      try await withThrowingTaskGroup { group in
        group.addTask { try await server.run() }
        group.addTask {
          try await server.waitUntilListening()
          if case .ip4(let host, let port) = await server.listeningAddress {
            isListening("http://\(host):\(port)/")
          }
        }
        try await group.waitForAll()
      }
    } catch SocketError.failed(_, _, let reason) {
      throw Failure(
        ExitStatus.inputOutput,
        "cannot listen on port \(port): \(reason); name another with --port")
    }
  }

  /// How long a page may take to be made, in seconds: a report may read the history of a repository.
  private static let patience = 600.0

  func handleRequest(_ request: HTTPRequest) async -> HTTPResponse {
    guard Self.isThisMachine(request.headers[.host]) else {
      return Self.failure(.forbidden, "only this machine is served, under the name localhost")
    }
    guard request.method == .GET else {
      return Self.failure(.methodNotAllowed, "pages here are only read")
    }
    guard let address = WebAddress(target: request.target.rawValue) else {
      return Self.failure(.notFound, "there is no page at \(request.target.rawValue)")
    }
    do {
      switch try await site.answer(to: address) {
      case .page(let page): return Self.response(.ok, "text/html", Data(page.utf8))
      case .bytes(let bytes): return Self.response(.ok, "text/plain", Data(bytes))
      }
    } catch {
      let failure = Failure(error)
      let status: HTTPStatusCode =
        switch failure.status {
        case ExitStatus.missingInput: .notFound
        case ExitStatus.usage: .badRequest
        case ExitStatus.tryAgain: .serviceUnavailable
        default: .internalServerError
        }
      return Self.failure(status, failure.message)
    }
  }

  /// True for the names of the loopback address, with or without a port.
  private static func isThisMachine(_ host: String?) -> Bool {
    guard let host else { return false }
    let name = host.prefix { $0 != ":" }.lowercased()
    return name == "localhost" || name == "127.0.0.1"
  }

  private static func failure(_ status: HTTPStatusCode, _ message: String) -> HTTPResponse {
    response(status, "text/html", Data(FailurePage.html(message).utf8))
  }

  /// A response that lets a page load, run and send nothing but its own forms.
  private static func response(
    _ status: HTTPStatusCode, _ type: String, _ body: Data
  ) -> HTTPResponse {
    HTTPResponse(
      statusCode: status,
      headers: [
        .contentType: "\(type); charset=utf-8", .cacheControl: "no-store",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
        HTTPHeader("Referrer-Policy"): "no-referrer",
        HTTPHeader("Content-Security-Policy"):
          "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'",
      ], body: body)
  }
}
