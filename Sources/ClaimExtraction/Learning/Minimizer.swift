import Foundation

/// Finds the lowest point of a smooth convex function by L-BFGS (J. Nocedal, "Updating quasi-Newton
/// matrices with limited storage", 1980).
///
/// It draws no random numbers: the same function gives the same point. A point is a list of rows of
/// sixteen numbers, the form in which the models keep their weights.
package struct Minimizer {
  /// Sixteen coordinates of a point.
  package typealias Row = SIMD16<Double>

  /// How many past steps shape the next one.
  package var memory = 8
  /// The most steps to take.
  package var stepLimit = 200
  /// Stops when a step lowers the value by less than this share of it.
  package var tolerance = 1e-6

  /// Makes a minimizer with its defaults.
  package init() {}

  /// The lowest point found from `start`.
  ///
  /// - Parameters:
  ///   - start: The first point; as long as the function's argument.
  ///   - function: Gives the value at a point and writes the gradient there into its second argument.
  /// - Returns: A point with a lower value than `start`, or `start`.
  package func minimum(
    from start: [Row], of function: ([Row], inout [Row]) -> Double
  ) -> [Row] {
    var point = start
    var gradient = Array(repeating: Row(), count: start.count)
    var value = function(point, &gradient)
    var history: [Step] = []
    for step in 0..<stepLimit {
      let direction = Self.direction(against: gradient, history)
      let slope = dot(direction, gradient)
      guard slope < 0 else { break }
      // The first step has no curvature to go by and is kept short.
      var length = step == 0 ? min(1, 1 / dot(gradient, gradient).squareRoot()) : 1
      var next = point
      var nextGradient = gradient
      var nextValue = value
      var isLower = false
      for _ in 0..<30 {
        for index in point.indices { next[index] = point[index] + length * direction[index] }
        nextValue = function(next, &nextGradient)
        // Armijo's condition.
        if nextValue <= value + 1e-4 * length * slope {
          isLower = true
          break
        }
        length /= 2
      }
      guard isLower else { break }
      remember(Step(from: point, gradient, to: next, nextGradient), in: &history)
      let gain = value - nextValue
      point = next
      gradient = nextGradient
      value = nextValue
      if gain < tolerance * abs(value) { break }
    }
    return point
  }

  /// What a step taught: how the gradient changes along it.
  private struct Step {
    var move: [Row]
    var change: [Row]
    var curvature: Double

    init(from old: [Row], _ oldGradient: [Row], to new: [Row], _ newGradient: [Row]) {
      move = zip(new, old).map { $0 - $1 }
      change = zip(newGradient, oldGradient).map { $0 - $1 }
      curvature = dot(move, change)
    }
  }

  private func remember(_ step: Step, in history: inout [Step]) {
    guard step.curvature > 1e-12 else { return }
    history.append(step)
    if history.count > memory { history.removeFirst() }
  }

  /// The two-loop recursion: the inverse Hessian of the remembered steps times the gradient, downhill.
  private static func direction(against gradient: [Row], _ history: [Step]) -> [Row] {
    var direction = gradient.map { -$0 }
    var factors: [Double] = []
    for step in history.reversed() {
      let factor = dot(step.move, direction) / step.curvature
      factors.append(factor)
      add(-factor, step.change, to: &direction)
    }
    if let last = history.last {
      let scale = last.curvature / dot(last.change, last.change)
      for index in direction.indices { direction[index] *= scale }
    }
    for (step, factor) in zip(history, factors.reversed()) {
      let correction = dot(step.change, direction) / step.curvature
      add(factor - correction, step.move, to: &direction)
    }
    return direction
  }
}

private func dot(_ left: [Minimizer.Row], _ right: [Minimizer.Row]) -> Double {
  var sum = Minimizer.Row()
  for index in left.indices { sum += left[index] * right[index] }
  return sum.sum()
}

private func add(
  _ factor: Double, _ vector: [Minimizer.Row], to sum: inout [Minimizer.Row]
) {
  for index in sum.indices { sum[index] += factor * vector[index] }
}
