import ArgumentParser
import ClaimExtraction
import Foundation

/// Measures the zone cutter on labelled mails.
struct TrainZones: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zones", abstract: "Train or measure the model that cuts bodies into zones.")

  @Option(help: "Labelled bodies to learn from and to be measured on, JSON lines.")
  var data: String

  @Option(help: "Further labelled bodies to learn from, of another domain.")
  var extra: String?

  @Option(help: "A folder of written examples to learn from.")
  var examples: String?

  @Option(help: "How much a written example counts beside a body of the data.")
  var exampleWeight = 2.0

  @Option(help: "How much a further body counts beside one of the data.")
  var extraWeight = 0.1

  @Option(help: "How strongly weights are held near 0.")
  var penalty = 1.0

  @Option(name: .customLong("cross-validate"), help: "Measure on so many parts, each unseen.")
  var folds: Int?

  @Option(help: "The Swift file to write the weights of all labelled bodies into.")
  var output: String?

  @Flag(help: "Print what was taken for what.")
  var confusions = false

  @Flag(help: "Print each misread line.")
  var errors = false

  func run() throws {
    let bodies = try LabelledBody.read(URL(fileURLWithPath: data))
    var training = ZoneTraining()
    training.trainer.penalty = penalty
    training.extraWeight = extraWeight
    if let extra { training.extra = try LabelledBody.read(URL(fileURLWithPath: extra)) }
    if let examples {
      training.examples = try ZoneExamples.read(folder: URL(fileURLWithPath: examples))
      training.exampleWeight = exampleWeight
    }
    if let folds {
      let score = training.crossValidate(bodies, folds: folds)
      print(score.summary(confusions: confusions))
      if errors { score.errors.forEach { print($0) } }
    }
    if let output {
      try WeightsFile(
        type: "ZoneWeights",
        summary: "The weights of the zone model, laid out as ``ChainModel/bytes``.",
        command: "zones", tables: [("text", training.model(of: bodies).bytes)]
      ).write(to: output)
    }
  }
}
