import Foundation
import TestSupport
import Testing

/// What every subcommand takes, of which help, completions and manual pages are made.
@Suite("the arguments of every subcommand")
struct ArgumentsTests {
  @Test("names, values, defaults and what is said of them are those that were reviewed")
  func declarations() throws {
    let run = try CommandRunner("arguments").byline(["--experimental-dump-help"])
    let tool = try JSONDecoder().decode(Tool.self, from: Data(run.output.utf8))
    try Golden.expect(tool.command.listing(), equals: "arguments.txt")
  }

  /// What the argument parser tells of a program.
  private struct Tool: Decodable {
    var command: Command
  }

  private struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var arguments: [Argument]?
    var subcommands: [Command]?

    /// A line for the command and one for each argument of its own, then its subcommands.
    func listing(below parents: String = "") -> String {
      let name = parents + commandName
      let own = (arguments ?? []).filter { !["help", "version"].contains($0.valueName) }
      return (["\(name): \(abstract ?? "")"] + own.map { "  \($0.line)" }).joined(separator: "\n")
        + "\n" + (subcommands ?? []).map { $0.listing(below: name + " ") }.joined()
    }
  }

  private struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }

    var kind: String
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var isOptional: Bool
    var isRepeating: Bool
    var abstract: String?

    /// `[--limit <count>] = 20: How many messages to show.`
    var line: String {
      let spelled = (names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }
      let value = kind == "flag" ? [] : ["<\(valueName ?? "")>\(isRepeating ? "…" : "")"]
      let form = ([spelled.joined(separator: ", ")] + value).filter { !$0.isEmpty }
        .joined(separator: " ")
      return (isOptional ? "[\(form)]" : form) + (defaultValue.map { " = \($0)" } ?? "")
        + ": \(abstract ?? "")"
    }
  }
}
