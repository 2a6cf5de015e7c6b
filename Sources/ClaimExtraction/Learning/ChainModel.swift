/// A linear chain over up to sixteen states: scores items by their features and steps by the states
/// they join, and finds the best path.
///
/// Weights are whole numbers from -127 to 127, so that every machine finds the same path.
package struct ChainModel: Sendable {
  /// The most states there can be; unused ones never score.
  package static let stateLimit = 16
  /// How many ways an item can hang on the one before it.
  package static let jointCount = 2
  /// Rows of step weights: one for each joint and state before, and one for the sequence's start.
  static let edgeCount = jointCount * stateLimit + 1
  /// The row of the sequence's start.
  static let startEdge = jointCount * stateLimit

  /// The row of the steps out of a state over a joint.
  static func edge(joint: UInt8, from state: UInt8) -> Int {
    Int(joint) * stateLimit + Int(state)
  }

  typealias Row = SIMD16<Int16>

  /// Number of weight rows by feature, 0 where a feature has none; a power of two long.
  let slots: [UInt16]
  /// The rows; the first is all 0.
  let rows: [Row]
  /// Step weights as ``edge(joint:from:)`` counts them.
  let edges: [Row]
  /// For each joint and state, by how much the steps out of every other state are worth more at best.
  let leads: [Row]
}

extension ChainModel {
  /// Rounds trained weights to whole numbers and files them by feature; step weights lie from
  /// `edgeStart` on.
  init(weights: [SIMD16<Double>], rows features: [UInt32: Int], edgeStart: Int) {
    let largest = weights.reduce(0) { max($0, $1.max(), -$1.min()) }
    let scale = largest == 0 ? 1 : 127 / largest
    func rounded(_ row: SIMD16<Double>) -> Row {
      Row((row * scale).rounded(.toNearestOrAwayFromZero))
    }
    self.init(
      rows: features.map { (feature: $0, row: rounded(weights[$1])) },
      edges: weights[edgeStart...].map(rounded))
  }

  /// Files rows by feature; rows of zeros and those beyond the 65,535th are left out.
  init(rows features: [(feature: UInt32, row: Row)], edges: [Row]) {
    let kept = features.filter { $0.row != Row() }.sorted { $0.feature < $1.feature }
    let last = kept.last?.feature ?? 0
    var slots = [UInt16](repeating: 0, count: 1 << (UInt32.bitWidth - last.leadingZeroBitCount))
    var rows = [Row()]
    for (feature, row) in kept.prefix(Int(UInt16.max)) {
      slots[Int(feature)] = UInt16(rows.count)
      rows.append(row)
    }
    self.slots = slots
    self.rows = rows
    self.edges = edges
    leads = edges.indices.map { leader in
      let first = leader - leader % Self.stateLimit
      var lead = Row()
      for state in 0..<Self.stateLimit where first + state < edges.count {
        lead[state] = (edges[first + state] &- edges[leader]).max()
      }
      return lead
    }
  }

  /// The best state of each item (Viterbi). Linear in the number of features.
  ///
  /// - Parameters:
  ///   - features: The features of all items, one item's after another's.
  ///   - ends: Where each item's features end.
  ///   - joints: How each item hangs on the one before it, below ``jointCount``.
  /// - Returns: A state for each item.
  package func bestPath(features: [UInt32], ends: [Int], joints: [UInt8]) -> [UInt8] {
    var origins: [Row] = []
    origins.reserveCapacity(ends.count)
    var scores = Row()
    var local = Row()
    var before = features[..<0]
    for (index, end) in ends.enumerated() {
      let own = features[before.endIndex..<end]
      // Within a quotation most lines look alike.
      if index == 0 || !own.elementsEqual(before) { local = localScores(of: own) }
      before = own
      var step = Step(best: edges[Self.startEdge], origin: Row())
      if index > 0 { step = bestStep(over: joints[index], from: scores) }
      origins.append(step.origin)
      // The best score stays 0 however long the sequence is; no other falls below it by more than
      // twice a step's and twice an item's largest weight, so 16 bits hold them all.
      let total = step.best &+ local
      scores = total &- total.max()
    }
    return Self.path(ending: scores, origins)
  }

  /// The score of the best step into each state, and the state it comes from.
  private struct Step {
    var best: Row
    var origin: Row
  }

  /// The best steps out of states with scores, of which the best is 0; of equals the lowest state's.
  private func bestStep(over joint: UInt8, from scores: Row) -> Step {
    let first = Self.edge(joint: joint, from: 0)
    var leader = 0
    while leader < Self.stateLimit - 1, scores[leader] != 0 { leader += 1 }
    // A state further behind the leader than any of its steps can make good is no state's origin.
    let chances = scores &+ leads[first + leader]
    var step: Step?
    for state in 0..<Self.stateLimit where chances[state] >= 0 {
      let through = edges[first + state] &+ scores[state]
      guard let known = step else {
        step = Step(best: through, origin: Row(repeating: Int16(state)))
        continue
      }
      let isBetter = through .> known.best
      step?.best.replace(with: through, where: isBetter)
      step?.origin.replace(with: Int16(state), where: isBetter)
    }
    return step ?? Step(best: edges[first] &+ scores[0], origin: Row())
  }

  /// The summed weights of an item's features, held within ±12,000.
  private func localScores(of features: ArraySlice<UInt32>) -> Row {
    var sum = Row()
    for feature in features where Int(feature) < slots.count {
      sum &+= rows[Int(slots[Int(feature)])]
    }
    return sum.clamped(lowerBound: Row(repeating: -12_000), upperBound: Row(repeating: 12_000))
  }

  private static func path(ending scores: Row, _ origins: [Row]) -> [UInt8] {
    guard !origins.isEmpty else { return [] }
    var state = UInt8((0..<stateLimit).max { scores[$0] < scores[$1] } ?? 0)
    var path = Array(repeating: UInt8(0), count: origins.count)
    for index in origins.indices.reversed() {
      path[index] = state
      state = UInt8(origins[index][Int(state)])
    }
    return path
  }
}
