import ArgumentParser
import Reporting

/// `byline serve`: the store as web pages, on this machine alone.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show archive, people, claims and reports as web pages, to this machine alone.",
    discussion: "It runs until it is stopped (Ctrl-C), and only reads the store.")

  @Option(help: "The port to listen on; 0 takes any free one.")
  var port: UInt16 = 8080

  @Option(help: "A git repository whose history reports ask; may be repeated.")
  var git: [String] = []

  @Flag(inversion: .prefixedNo, help: "Obscure addresses and telephone numbers in reports.")
  var redact = true

  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await reportingFailures {
      _ = try store.openForReading()
      let site = WebSite(path: store.path, git: git, redaction: Redaction(isOn: redact))
      try await WebServer.run(site, port: port) { Terminal.print("\(store.path) is at \($0)") }
    }
  }
}
