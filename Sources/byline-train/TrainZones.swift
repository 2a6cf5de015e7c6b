import ArgumentParser
import ClaimExtraction
import Foundation

/// Measures the zone cutter on labelled mails.
struct TrainZones: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zones", abstract: "Train or measure the model that cuts bodies into zones.")

  @Option(help: "Labelled bodies to learn from and to be measured on, JSON lines.")
  var data: String

  @Flag(help: "Print what was taken for what.")
  var confusions = false

  func run() throws {
    let bodies = try LabelledBody.read(URL(fileURLWithPath: data))
    let cutter = ZoneCutter()
    var score = ZoneScore()
    for body in bodies { score.add(body, predicted: cutter.cut(body.text)) }
    print(score.summary(confusions: confusions))
  }
}
