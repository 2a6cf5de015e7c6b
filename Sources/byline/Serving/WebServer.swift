import CEvent
import Dispatch
import Glibc
import Reporting
import Synchronization

/// Serves a web site to browsers of this machine, and to nobody else, through libevent.
///
/// It listens on the loopback address alone. A page of another site that the same browser shows can still
/// ask it, under that site's name (DNS rebinding), so a request must name this machine as its host; and
/// nothing here writes, so that a request can change nothing. Requests are answered one after the other.
@safe final class WebServer {
  /// Where browsers find it, `http://127.0.0.1:8080/`.
  let address: String

  private let site: WebSite
  private let events: OpaquePointer
  private let http: OpaquePointer

  /// Listens at `port`, any free one for 0.
  init(_ site: WebSite, port: UInt16) throws {
    let taken = { (number: CInt) in
      Failure(
        ExitStatus.inputOutput,
        "cannot listen on port \(port): \(unsafe String(cString: strerror(number))); "
          + "name another with --port")
    }
    guard let events = unsafe event_base_new(), let http = unsafe evhttp_new(events) else {
      throw taken(errno)
    }
    self.site = site
    unsafe (self.events, self.http) = (events, http)
    unsafe evhttp_set_allowed_methods(
      http, UInt16(EVHTTP_REQ_GET.rawValue | EVHTTP_REQ_HEAD.rawValue))
    unsafe evhttp_set_max_headers_size(http, Self.mostBytes)
    unsafe evhttp_set_max_body_size(http, Self.mostBytes)
    guard let socket = unsafe evhttp_bind_socket_with_handle(http, "127.0.0.1", port) else {
      throw taken(errno)
    }
    address = "http://127.0.0.1:\(unsafe Self.port(of: evhttp_bound_socket_get_fd(socket)))/"
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe evhttp_set_gencb(
      http,
      { request, context in
        guard let request = unsafe request, let context = unsafe context else { return }
        unsafe Unmanaged<WebServer>.fromOpaque(context).takeUnretainedValue().answer(request)
      }, context)
  }

  deinit {
    unsafe evhttp_free(http)
    unsafe event_base_free(events)
  }

  /// Answers requests on this thread until the process ends.
  func run() {
    // A browser that turns away in the middle of a page is no reason to end.
    signal(SIGPIPE, SIG_IGN)
    unsafe event_base_dispatch(events)
  }

  /// As much as a request may hold beside its answer.
  private static let mostBytes = 64 << 10

  private func answer(_ request: OpaquePointer) {
    let headers = unsafe evhttp_request_get_input_headers(request)
    let host = unsafe evhttp_find_header(headers, "Host").map { unsafe String(cString: $0) }
    let target = unsafe String(cString: evhttp_request_get_uri(request))
    let response =
      Self.isThisMachine(host)
      ? response(to: target)
      : .failure(403, "only this machine is served, under the name localhost")
    let body = unsafe evbuffer_new()
    defer { unsafe evbuffer_free(body) }
    unsafe response.body.withUnsafeBytes { bytes in
      _ = unsafe evbuffer_add(body, bytes.baseAddress, bytes.count)
    }
    for (name, value) in response.headers {
      _ = unsafe evhttp_add_header(evhttp_request_get_output_headers(request), name, value)
    }
    unsafe evhttp_send_reply(request, response.status, nil, body)
  }

  private func response(to target: String) -> WebResponse {
    guard let address = WebAddress(target: target) else {
      return .failure(404, "there is no page at \(target)")
    }
    let reply = Reply()
    let site = site
    Task {
      let response: WebResponse
      do { response = WebResponse(try await site.answer(to: address)) } catch {
        response = WebResponse(Failure(error))
      }
      reply.give(response)
    }
    return reply.wait()
  }

  /// What a task gives to a thread that waits for it.
  private final class Reply: Sendable {
    private let response = Mutex<WebResponse?>(nil)
    private let isGiven = DispatchSemaphore(value: 0)

    func give(_ response: WebResponse) {
      self.response.withLock { $0 = response }
      isGiven.signal()
    }

    func wait() -> WebResponse {
      isGiven.wait()
      return response.withLock { $0 } ?? .failure(500, "there was no answer")
    }
  }

  /// True for the names of the loopback address, with or without a port.
  private static func isThisMachine(_ host: String?) -> Bool {
    guard let host else { return false }
    let name = host.prefix { $0 != ":" }.lowercased()
    return name == "localhost" || name == "127.0.0.1"
  }

  /// The port that a socket listens on.
  private static func port(of socket: CInt) -> UInt16 {
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = unsafe getsockname(socket, $0, &length)
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }
}
