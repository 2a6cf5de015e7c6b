import ClaimExtraction

/// Turns labelled bodies into a model and measures models on bodies they have not seen.
struct ZoneTraining: Sendable {
  /// What else to learn from, beside the bodies that are measured, and how much it counts.
  var extra: [LabelledBody] = []
  var extraWeight = 0.1
  /// Written examples, and how much one counts.
  var examples: [LabelledBody] = []
  var exampleWeight = 2.0
  var trainer = ChainTrainer()

  /// A model of these bodies.
  func model(of bodies: [LabelledBody]) -> ChainModel {
    trainer.train(
      bodies.map { example($0, weight: 1) } + extra.map { example($0, weight: extraWeight) }
        + examples.map { example($0, weight: exampleWeight) })
  }

  /// The score of all bodies, each under a model of the folds it is not in. Bodies go to folds in turn.
  func crossValidate(_ bodies: [LabelledBody], folds: Int) -> ZoneScore {
    var zones: [[Zone]] = Array(repeating: [], count: bodies.count)
    for fold in 0..<folds {
      let rest = bodies.indices.filter { $0 % folds != fold }.map { bodies[$0] }
      let cutter = ZoneCutter(model: model(of: rest))
      for index in stride(from: fold, to: bodies.count, by: folds) {
        zones[index] = cutter.cut(bodies[index].text)
      }
    }
    var score = ZoneScore()
    for (body, zones) in zip(bodies, zones) { score.add(body, predicted: zones) }
    return score
  }

  private func example(_ body: LabelledBody, weight: Double) -> ChainTrainer.Example {
    let features = ZoneFeatures(of: body.text)
    let kinds = body.kind(ofEach: features.lines)
    return ChainTrainer.Example(
      features: features.buckets, ends: features.ends, joints: features.joints,
      states: kinds.map(\.code), weight: weight)
  }
}
