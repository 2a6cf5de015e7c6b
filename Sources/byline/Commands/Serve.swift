import ArgumentParser

/// `byline serve`: the store as web pages, on this machine alone.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    ofByline: "serve",
    abstract: "Show archive, people, claims and reports as web pages, to this machine alone.",
    discussion: "It runs until it is stopped (Ctrl-C), and only reads the store.")

  @Option(help: ArgumentHelp("The port to listen on; 0 takes any free one.", valueName: "number"))
  var port: UInt16 = 8080

  @Option(
    help: ArgumentHelp(
      "A git repository whose history reports ask; may be repeated.", valueName: "repository"))
  var git: [String] = []

  @OptionGroup var store: StoreOptions

  func run() throws {
    try reportingFailures {
      _ = try store.openForReading()
      let site = WebSite(path: store.path, git: git)
      let server = try WebServer(site, port: port)
      Terminal.print("\(store.path) is at \(server.address)")
      server.run()
    }
  }
}
