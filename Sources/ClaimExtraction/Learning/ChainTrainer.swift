import Foundation

/// Learns a ``ChainModel`` from labelled sequences: a linear-chain conditional random field
/// (J. Lafferty et al., 2001) fitted by L-BFGS with a quadratic penalty.
package struct ChainTrainer {
  /// A sequence and the state of each of its items.
  package struct Example: Sendable {
    /// Features of all items, one item's after another's.
    package var features: [UInt32]
    /// Where each item's features end.
    package var ends: [Int]
    /// How each item hangs on the one before it; the first one's counts as the sequence's start.
    package var joints: [UInt8]
    /// The state of each item.
    package var states: [UInt8]
    /// How much the sequence counts beside others.
    package var weight: Double

    /// Makes an example.
    package init(
      features: [UInt32], ends: [Int], joints: [UInt8], states: [UInt8], weight: Double = 1
    ) {
      self.features = features
      self.ends = ends
      self.joints = joints
      self.states = states
      self.weight = weight
    }
  }

  /// How strongly weights are held near 0.
  package var penalty = 1.0
  /// A feature counts from this many sequences on; what one mail alone shows is its own peculiarity.
  package var leastSequences = 2
  /// How the search for the best weights goes about it.
  package var minimizer = Minimizer()

  /// Makes a trainer with its defaults.
  package init() {}

  /// The weights that explain the examples best. Each pass is linear in the number of features.
  package func train(_ examples: [Example]) -> ChainModel {
    let rows = Self.rows(of: examples, leastSequences)
    let mapped = examples.map { $0.mapped(to: rows) }
    let edgeStart = rows.count
    let start = Array(repeating: Minimizer.Row(), count: edgeStart + ChainModel.edgeCount)
    let weights = minimizer.minimum(from: start) { weights, gradient in
      var squares = Minimizer.Row()
      for index in weights.indices {
        gradient[index] = penalty * weights[index]
        squares += weights[index] * weights[index]
      }
      var loss = 0.5 * penalty * squares.sum()
      for example in mapped {
        loss += Lattice(example, weights, edgeStart).addLoss(to: &gradient)
      }
      return loss
    }
    return ChainModel(weights: weights, rows: rows, edgeStart: edgeStart)
  }

  /// Numbers the features that enough sequences show, in the order of their buckets.
  private static func rows(of examples: [Example], _ leastSequences: Int) -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    for example in examples {
      for feature in Set(example.features) { counts[feature, default: 0] += 1 }
    }
    let kept = counts.filter { $0.value >= leastSequences }.keys.sorted()
    return Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
  }
}

extension ChainTrainer.Example {
  /// The example with its features as rows of the weights, unknown ones left out.
  fileprivate func mapped(to rows: [UInt32: Int]) -> MappedExample {
    var mapped = MappedExample(joints: joints, states: states, weight: weight)
    var start = 0
    for end in ends {
      for feature in features[start..<end] {
        if let row = rows[feature] { mapped.rows.append(row) }
      }
      mapped.ends.append(mapped.rows.count)
      start = end
    }
    return mapped
  }
}

/// An example whose features are rows of the weights.
private struct MappedExample {
  var rows: [Int] = []
  var ends: [Int] = []
  var joints: [UInt8]
  var states: [UInt8]
  var weight: Double
}

/// All ways of naming one sequence's items, and how likely each is under some weights.
private struct Lattice {
  typealias Row = Minimizer.Row

  private let example: MappedExample
  private let edgeStart: Int
  /// exp(score) of each state of each item, scaled so that the best is 1.
  private var local: [Row] = []
  /// The logs of those scales.
  private var scales: [Double] = []
  /// exp(score) of each step between states, by joint and state before.
  private let steps: [Row]
  /// The summed scores of the labelled states and steps.
  private var labelledScore = 0.0

  init(_ example: MappedExample, _ weights: [Row], _ edgeStart: Int) {
    self.example = example
    self.edgeStart = edgeStart
    steps = weights[edgeStart...].map(exponential)
    local.reserveCapacity(example.ends.count)
    var start = 0
    for (index, end) in example.ends.enumerated() {
      var scores = Row()
      for row in example.rows[start..<end] { scores += weights[row] }
      let state = Int(example.states[index])
      labelledScore += scores[state] + weights[edgeStart + edge(into: index)][state]
      let best = scores.max()
      scales.append(best)
      local.append(exponential(scores - best))
      start = end
    }
  }

  /// The edge row that leads into an item from the labelled state before it.
  private func edge(into index: Int) -> Int {
    index == 0
      ? ChainModel.startEdge
      : ChainModel.edge(joint: example.joints[index], from: example.states[index - 1])
  }

  /// Adds the gradient of the negative log-likelihood and gives its value.
  func addLoss(to gradient: inout [Row]) -> Double {
    guard !local.isEmpty else { return 0 }
    let states = ChainModel.stateLimit
    // Forward: the share of each state, each item's sum scaled to 1.
    var forward: [Row] = []
    var sums: [Double] = []
    var logSum = 0.0
    for index in local.indices {
      var arriving = Row()
      if index == 0 {
        arriving = steps[ChainModel.startEdge]
      } else {
        for state in 0..<states {
          let edge = ChainModel.edge(joint: example.joints[index], from: UInt8(state))
          arriving += forward[index - 1][state] * steps[edge]
        }
      }
      let row = arriving * local[index]
      let sum = row.sum()
      forward.append(row / sum)
      sums.append(sum)
      logSum += log(sum) + scales[index]
    }
    // Backward, adding expected minus labelled counts on the way.
    var backward = Row(repeating: 1)
    for index in local.indices.reversed() {
      let marginal = forward[index] * backward
      addNode(index, marginal, &gradient)
      let leaving = local[index] * backward / sums[index]
      guard index > 0 else {
        add(
          steps[ChainModel.startEdge] * leaving, minus: index, edge: ChainModel.startEdge, &gradient
        )
        break
      }
      var earlier = Row()
      for state in 0..<states {
        let edge = ChainModel.edge(joint: example.joints[index], from: UInt8(state))
        let flow = steps[edge] * leaving
        earlier[state] = flow.sum()
        addEdge(edge, forward[index - 1][state] * flow, &gradient)
      }
      subtractLabelledEdge(into: index, &gradient)
      backward = earlier
    }
    return example.weight * (logSum - labelledScore)
  }

  private func addNode(_ index: Int, _ marginal: Row, _ gradient: inout [Row]) {
    var difference = marginal
    difference[Int(example.states[index])] -= 1
    difference *= example.weight
    let start = index == 0 ? 0 : example.ends[index - 1]
    for row in example.rows[start..<example.ends[index]] { gradient[row] += difference }
  }

  private func addEdge(_ edge: Int, _ flow: Row, _ gradient: inout [Row]) {
    gradient[edgeStart + edge] += example.weight * flow
  }

  private func subtractLabelledEdge(into index: Int, _ gradient: inout [Row]) {
    gradient[edgeStart + edge(into: index)][Int(example.states[index])] -= example.weight
  }

  private func add(_ flow: Row, minus index: Int, edge: Int, _ gradient: inout [Row]) {
    addEdge(edge, flow, &gradient)
    subtractLabelledEdge(into: index, &gradient)
  }
}

private func exponential(_ row: SIMD16<Double>) -> SIMD16<Double> {
  var result = row
  for index in row.indices { result[index] = exp(row[index]) }
  return result
}
