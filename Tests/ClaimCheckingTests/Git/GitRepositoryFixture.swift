import Foundation
import TestSupport

/// A repository made by git itself, of invented people, that goes away with the test.
final class GitRepositoryFixture {
  let url: URL
  var path: String { url.path }

  init(named name: String = "lantern.git") throws {
    url = try Checkout.temporaryDirectory("git").appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try git(["init", "-q", "-b", "main"])
  }

  deinit { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }

  /// Commits new words to `paths`, authored at noon of `day`, and committed then or at noon of
  /// another day. `options` go before git's command.
  func commit(
    _ subject: String, by author: String, on day: String, committed: String? = nil,
    paths: [String], options: [String] = []
  ) throws {
    for path in paths {
      let file = url.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("\(subject) \(day)\n".utf8).write(to: file)
    }
    let open = author.firstIndex(of: "<") ?? author.endIndex
    let name = author[..<open].trimmingCharacters(in: .whitespaces)
    let email = author[open...].trimmingCharacters(in: CharacterSet(charactersIn: "<>"))
    let date = "\(day)T12:00:00+0000"
    try git(["add", "-A"])
    try git(
      options + ["commit", "-q", "-m", subject],
      environment: [
        "GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": email, "GIT_AUTHOR_DATE": date,
        "GIT_COMMITTER_NAME": "Committer", "GIT_COMMITTER_EMAIL": "committer@example.org",
        "GIT_COMMITTER_DATE": "\(committed ?? day)T12:00:00+0000",
      ])
  }

  /// Adds a branch of empty commits, each by somebody else.
  func addAuthors(_ count: Int) throws {
    let letters = Array("abdefghiklmnoprstuvz")
    var stream = ""
    for number in 0..<count {
      let name = [number % 20, number / 20 % 20, number % 7].map { String(letters[$0]) }.joined()
      let who = "\(name.capitalized)o \(name.capitalized)sen <\(name)@example.org> 1262304000 +0000"
      stream += "commit refs/heads/others\nauthor \(who)\ncommitter \(who)\ndata 2\nx\n\n"
    }
    let file = beside("stream")
    try Data(stream.utf8).write(to: URL(fileURLWithPath: file))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "git -C '\(path)' fast-import --quiet < '\(file)'"]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(arguments: ["fast-import"]) }
  }

  /// Clones into a folder beside this one, as git does from another machine, and gives its path.
  func clone(_ name: String, _ options: String...) throws -> String {
    let target = url.deletingLastPathComponent().appendingPathComponent(name).path
    try git(["config", "uploadpack.allowFilter", "true"])
    try git(["clone", "-q"] + options + ["file://\(path)", target])
    return target
  }

  /// A path beside the repository, which goes away with it.
  func beside(_ name: String) -> String {
    url.deletingLastPathComponent().appendingPathComponent(name).path
  }

  func git(_ arguments: [String], environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", url.path] + arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"]) { $1 }
      .merging(environment) { $1 }
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(arguments: arguments) }
  }

  struct Failed: Error { var arguments: [String] }
}
