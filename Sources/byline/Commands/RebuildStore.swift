import ArchiveIngesting
import ArgumentParser

/// `byline rebuild`: makes everything derived again.
struct RebuildStore: ParsableCommand {
  static let configuration = CommandConfiguration(
    ofByline: "rebuild",
    abstract: "Make threads, people, index, claims and findings again from what was read.")

  @OptionGroup var store: StoreOptions

  func run() throws {
    try reportingFailures {
      _ = try store.openForReading()
      try Rebuild(of: try store.open()).run()
      Terminal.print("rebuilt \(store.path)")
    }
  }
}
