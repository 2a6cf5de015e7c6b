import ArchiveStorage

/// Learns a claim model from labelled statements.
package struct ClaimTraining {
  /// Sentences a feature must occur in to be learnt from.
  package var floor = 2
  /// A smaller weight is left out of the model.
  package var pruning: Float = 0.02
  package var rounds = 12
  /// Times that all is learnt, each in another order; the weights are the mean.
  package var turns = 12
  package var rate: Float = 0.05
  package var decay: Float = 2e-4
  /// How many more times sentences with events or credentials are shown.
  package var rareRepeats = 5
  package var dropout: Float = 0.45
  package var tolerance: Float = 0.1
  package var favour: Float = 8
  package var seed: UInt64 = 1
  /// What a claim of each kind must be worth, in the order of the kinds; set so that, cross-validated,
  /// about as many of each kind are found as are labelled.
  package var thresholds: [Float] = [0.20, 0.19, 0.20, 0.16, 0.12, 0.20, 0.28]

  package init() {}

  /// The model; the same for the same input.
  package func model(from statements: [LabelledStatement]) -> ClaimModel {
    let readings = statements.map { statement in
      let layout = StatementLayout(statement.text, own: [0..<statement.text.count])
      return (layout: layout, contexts: layout.contexts())
    }
    var actors: [ChoiceTrainer.Example] = []
    var strengths: [ChoiceTrainer.Example] = []
    for (statement, reading) in zip(statements, readings) {
      addExamples(of: statement, reading, to: &actors, and: &strengths)
    }
    return ClaimModel(
      weights: weights(statements, readings), chooser: SegmentChooser(thresholds: thresholds),
      actors: ChoiceTrainer(classCount: 3).weights(from: actors),
      strengths: ChoiceTrainer(classCount: 3).weights(from: strengths))
  }

  private func addExamples(
    of statement: LabelledStatement, _ reading: (layout: StatementLayout, contexts: [UnitContext]),
    to actors: inout [ChoiceTrainer.Example], and strengths: inout [ChoiceTrainer.Example]
  ) {
    for (unit, context) in zip(reading.layout.units, reading.contexts) {
      for (range, label) in zip(statement.ranges, statement.labels) {
        guard let range, range.overlaps(unit.range),
          let first = unit.tokens.firstIndex(where: { $0.range.overlaps(range) }),
          let last = unit.tokens.lastIndex(where: { $0.range.overlaps(range) })
        else { continue }
        let claim = ClaimReading(
          candidate: Candidate(tokens: first..<(last + 1)), unit: unit, context: context)
        var sink = FeatureNumbers()
        claim.features(of: label.kind, into: &sink)
        actors.append(
          ChoiceTrainer.Example(
            features: sink.numbers, choice: Claim.Actor.allCases.firstIndex(of: label.actor) ?? 0))
        if label.kind == .contribution, let strength = label.strength {
          strengths.append(
            ChoiceTrainer.Example(
              features: sink.numbers,
              choice: Claim.Strength.allCases.firstIndex(of: strength) ?? 0))
        }
      }
    }
  }

  private func weights(
    _ statements: [LabelledStatement],
    _ readings: [(layout: StatementLayout, contexts: [UnitContext])]
  ) -> FeatureWeights {
    var index = FeatureIndex(readings, floor: floor)
    index.tolerance = tolerance
    index.favour = favour
    var sentences = zip(statements, readings).flatMap { statement, reading in
      index.sentences(
        of: reading.layout, contexts: reading.contexts,
        labels: zip(statement.ranges, statement.labels).compactMap { range, label in
          range.map { ($0, label.kind) }
        })
    }
    // Kinds with few examples are shown more often, or their words would never outweigh the rest.
    let rare = Set([Claim.Kind.event, .credential].compactMap(Claim.Kind.allCases.firstIndex(of:)))
    let shownAgain = sentences.filter { $0.gold.contains { rare.contains($0.kind) } }
    for _ in 0..<rareRepeats { sentences += shownAgain }
    // One order of learning is a matter of chance; the mean of several is less so.
    var mean = [Float](repeating: 0, count: index.numbers.count * Claim.Kind.allCases.count)
    for turn in 0..<turns {
      var trainer = SegmentTrainer(
        kindCount: Claim.Kind.allCases.count, featureCount: index.numbers.count)
      trainer.rounds = rounds
      trainer.seed = seed &+ UInt64(turn)
      trainer.rate = rate
      trainer.decay = decay
      trainer.dropout = dropout
      trainer.learn(sentences)
      for place in mean.indices { mean[place] += trainer.weights[place] / Float(turns) }
    }
    return FeatureWeights(
      numbers: index.numbers, weights: mean, classCount: Claim.Kind.allCases.count,
      floor: pruning)
  }
}
