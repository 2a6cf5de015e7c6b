import Foundation
import TestSupport
import Testing

/// Asks the running server as a browser of this machine would, and as one that was led astray.
@Suite(
  "the store as web pages", .serialized,
  .enabled(if: Tool.isInstalled("python3"), "python3 is not installed"))
struct ServeTests {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner("serve")
    try runner.write(
      """
      From ann@example.org Mon Mar  1 10:00:00 2004
      From: Ann Lee <ann@example.org>
      Subject: <b>candidacy</b>
      Date: Mon, 1 Mar 2004 10:00:00 +0000
      Message-ID: <1@example.org>

      > who wrote the lock table?

      I am running for the council. I wrote the lock table.

      From ben@example.org Mon Mar  1 11:00:00 2004
      From: Ben Roe <ben@example.org>
      Subject: Re: candidacy
      Date: Mon, 1 Mar 2004 11:00:00 +0000
      Message-ID: <2@example.org>
      In-Reply-To: <1@example.org>

      Good luck!

      """, to: "list.mbox")
    #expect(try runner.byline(["ingest", "list.mbox", "--list", "dev"]).status == 0)
  }

  @Test("every page there is can be asked for; nothing else, and by nobody else")
  func pages() throws {
    let server = try Server(in: runner)
    #expect(
      try server.ask("/").body.contains("href=\"/search?q=list%3A%22dev%22%20date%3A2004-03\""))
    #expect(try server.ask("/search?q=lock+table").body.contains("<mark>lock</mark>"))
    let message = try server.ask("/message?name=%3C1%40example.org%3E")
    #expect(message.status == 200)
    #expect(message.body.contains("<h1>&lt;b&gt;candidacy&lt;/b&gt;</h1>"))
    #expect(message.body.contains("<span class=\"quoted\">&gt; who wrote"))
    #expect(message.body.contains("<mark>I am running for the council</mark>"))
    #expect(try server.ask("/entry?name=%3C2%40example.org%3E").body.contains("In-Reply-To: <1@"))
    #expect(try server.ask("/thread?name=%3C2%40example.org%3E").body.contains("2 messages"))
    #expect(try server.ask("/people?who=Ann+Lee").body.contains("<code>ann@example.org</code>"))
    #expect(try server.ask("/claims?who=ann%40example.org").body.contains("I wrote the lock table"))
    let report = try server.ask("/report?who=ann%40example.org")
    #expect(report.body.contains("Contributions of Ann Lee"))
    #expect(report.body.contains("href=\"/message?name=%3C1%40example.org%3E\""))
    #expect(report.headers.contains("default-src 'none'"))

    #expect(try server.ask("/message?name=%3Cnone%40example.org%3E").status == 404)
    #expect(try server.ask("/etc/passwd").status == 404)
    #expect(try server.ask("/search?q=(").status == 400)
    #expect(try server.ask("/", method: "POST").status == 501)
    #expect(try server.ask("/", method: "HEAD").body == "\n")
    #expect(try server.ask("/", host: "rebound.example.com").status == 403)
  }

  @Test("what another process adds is there at the next request; a port that is taken is told")
  func changes() throws {
    let server = try Server(in: runner)
    #expect(try server.ask("/search?q=scheduler").body.contains("0 messages found"))
    try runner.write(
      "From: Cy <cy@example.org>\nSubject: scheduler\nDate: Tue, 2 Mar 2004 10:00:00 +0000\n\nHi.\n",
      to: "new.eml")
    #expect(try runner.byline(["ingest", "new.eml"]).status == 0)
    #expect(try server.ask("/search?q=scheduler").body.contains("1 message found"))

    let second = try runner.byline(["serve", "--port", "\(server.port)"])
    #expect(second.status == 74)
    #expect(second.errors.contains("name another with --port"))
  }

  @Test("without a store there is nothing to serve")
  func noStore() throws {
    let run = try runner.byline(["serve", "--store", "none.sqlite", "--port", "0"])
    #expect(run.status == 66)
    #expect(run.errors.contains("byline ingest"))
  }
}

/// `byline serve` on a free port, until this value goes.
private final class Server {
  struct Response {
    var status: Int
    var headers: String
    var body: String
  }

  let port: Int
  private let runner: CommandRunner
  private let process: Process

  init(in runner: CommandRunner) throws {
    self.runner = runner
    process = try runner.start(["serve", "--port", "0"], output: "address")
    var address = ""
    while !address.hasSuffix("/\n"), process.isRunning {
      Thread.sleep(forTimeInterval: 0.02)
      address = try runner.read("address")
    }
    port = try #require(Int(address.split(whereSeparator: { !$0.isNumber }).last ?? ""))
  }

  deinit {
    // Not SIGTERM: what a test starts inherits the signals that its thread blocks.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// What the server answers, through Python's client, which lets a request name any host.
  func ask(_ target: String, method: String = "GET", host: String? = nil) throws -> Response {
    let script = """
      import http.client, sys
      port, method, target, host = sys.argv[1:]
      client = http.client.HTTPConnection("127.0.0.1", int(port))
      client.request(method, target, headers={"Host": host} if host else {})
      response = client.getresponse()
      print(response.status)
      print(dict(response.getheaders()))
      print(response.read().decode())
      """
    let run = try runner.run(["python3", "-c", script, "\(port)", method, target, host ?? ""])
    let parts = run.output.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
    try #require(parts.count == 3, "\(run.errors)")
    return Response(
      status: Int(parts[0]) ?? 0, headers: String(parts[1]), body: String(parts[2]))
  }
}
