import ArgumentParser
import ClaimExtraction
import Foundation

/// Learns the model that finds claims, and measures it.
struct TrainClaims: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims", abstract: "Train or measure the model that finds claims.")

  @Option(help: "A folder of labelled statements to learn from: text/NAME.txt, labels/NAME.json.")
  var data: String

  @Option(help: "A folder of written examples to learn from, claims marked in place.")
  var examples: String?

  @Option(help: "A folder of labelled statements to be measured on.")
  var check: String?

  @Option(
    name: .customLong("cross-validate"),
    help: "Measure on so many parts of the data, each unseen, an author's statements together.")
  var folds: Int?

  @Option(help: "A folder to write what was found in unseen statements into: NAME.json.")
  var found: String?

  @Option(help: "The Swift file to write the weights into.")
  var output: String?

  @Option(help: "The seed of the order in which sentences are learnt from.")
  var seed: UInt64 = 1

  func run() throws {
    let statements = try ClaimExamples.labelled(in: URL(fileURLWithPath: data))
    let written = try examples.map { try ClaimExamples.marked(in: URL(fileURLWithPath: $0)) } ?? []
    var training = ClaimTraining()
    training.seed = seed
    if let folds {
      var score = ClaimScore()
      for part in 0..<folds {
        let seen = statements.filter { ClaimExamples.part(of: $0.name, of: folds) != part }
        let unseen = statements.filter { ClaimExamples.part(of: $0.name, of: folds) == part }
        try measure(training.model(from: seen + written), on: unseen, into: &score)
      }
      print("cross-validated\n\(score.summary)")
    }
    guard check != nil || output != nil else { return }
    let model = training.model(from: statements + written)
    if let check {
      var score = ClaimScore()
      try measure(
        model, on: try ClaimExamples.labelled(in: URL(fileURLWithPath: check)), into: &score)
      print("checked\n\(score.summary)")
    }
    if let output {
      let thresholds = model.chooser.thresholds.map { "\($0)" }.joined(separator: ", ")
      try WeightsFile(
        type: "ClaimWeights",
        summary: "The weights of the claim model, laid out as ``FeatureWeights/bytes``.",
        command: "claims",
        declarations: """
            /// What a claim of each kind must be worth.
            static let thresholds: [Float] = [\(thresholds)]

          """,
        tables: [
          ("kinds", model.weights.bytes), ("actors", model.actors.bytes),
          ("strengths", model.strengths.bytes),
        ]
      ).write(to: output)
    }
  }

  private func measure(
    _ model: ClaimModel, on statements: [LabelledStatement], into score: inout ClaimScore
  ) throws {
    let extractor = ClaimExtractor(calendar: .openStack, model: model)
    for statement in statements {
      let text = statement.text.string(0..<statement.text.count)
      let claims = extractor.claims(in: text)
      score.add(statement, found: claims)
      if let found { try ClaimExamples.write(claims, of: statement.name, into: found) }
    }
  }
}
