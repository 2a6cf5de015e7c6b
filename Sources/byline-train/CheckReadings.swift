import ArgumentParser
import ClaimExtraction
import Foundation

/// Measures what rules read from labelled claims: times, topics and projects.
struct CheckReadings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readings",
    abstract: "Measure how times and topics are read from the words of labelled claims.",
    discussion: """
      Every labelled claim is read at its own place, so that no choice of claims comes in. A time is right \
      where it has the labelled words, case and white space folded; it is near where it shares half of them. \
      Topics are right one by one where they name the same thing, articles and plurals left out.
      """)

  @Argument(help: "Folders of labelled statements: text/NAME.txt, labels/NAME.json.")
  var folders: [String]

  @Option(help: "Print each difference of: time, topics.")
  var show: String?

  func run() throws {
    var score = ReadingScore()
    for folder in folders {
      for statement in try ClaimExamples.labelled(in: URL(fileURLWithPath: folder)) {
        score.add(statement)
      }
    }
    print(score.summary)
    switch show {
    case "time": score.timeErrors.forEach { print($0) }
    case "topics": score.topicErrors.forEach { print($0) }
    default: break
    }
  }
}
