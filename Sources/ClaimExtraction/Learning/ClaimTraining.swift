import ArchiveStorage

/// Learns a claim model from labelled statements.
package struct ClaimTraining {
  /// Sentences a feature must occur in to be learnt from.
  package var floor = 2
  /// A feature whose greatest weight is smaller is left out of the model.
  package var pruning: Float = 0.02
  package var rounds = 12
  package var seed: UInt64 = 1
  package var thresholds = [Float](repeating: 0.35, count: 7)

  package init() {}

  /// The model; minutes of work for hundreds of statements, the same for the same input.
  package func model(from statements: [LabelledStatement]) -> ClaimModel {
    let layouts = statements.map { statement in
      StatementLayout(statement.text, own: [0..<statement.text.count])
    }
    let index = FeatureIndex(layouts, floor: floor)
    let sentences = zip(statements, layouts).flatMap { statement, layout in
      index.sentences(
        of: layout,
        labels: zip(statement.ranges, statement.labels).compactMap { range, label in
          range.map { ($0, label.kind) }
        })
    }
    var trainer = SegmentTrainer(
      kindCount: Claim.Kind.allCases.count, featureCount: index.numbers.count)
    trainer.rounds = rounds
    trainer.seed = seed
    trainer.learn(sentences)
    return ClaimModel(
      weights: FeatureWeights(
        numbers: index.numbers, weights: trainer.weights,
        classCount: Claim.Kind.allCases.count, floor: pruning),
      chooser: SegmentChooser(thresholds: thresholds))
  }
}

extension ClaimModel {
  /// The source file that ships this model.
  package var source: String {
    let encoded = Array(weights.encoded.utf8)
    var lines: [String] = []
    for start in stride(from: 0, to: encoded.count, by: 96) {
      lines.append(
        "    " + String(decoding: encoded[start..<min(start + 96, encoded.count)], as: UTF8.self))
    }
    return """
      // Written by `byline-train claims`; do not edit.

      /// The weights of the claim model: see ``FeatureWeights`` for how they are laid out.
      enum ClaimWeights {
        static let thresholds: [Float] = [\(chooser.thresholds.map { "\($0)" }.joined(separator: ", "))]
        static let kinds = \"\"\"
      \(lines.joined(separator: "\n"))
          \"\"\"
      }

      """
  }
}
