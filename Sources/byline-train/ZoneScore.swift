import ClaimExtraction
import Foundation

/// Compares predicted with labelled zones line by line, blank lines left out.
struct ZoneScore: Sendable {
  /// The three classes of the published comparisons.
  enum Voice: String, CaseIterable {
    case quote, signature, own

    init(_ kind: Zone.Kind) {
      switch kind {
      case .quotation, .quotationMarker, .inlineHeaders: self = .quote
      case .personalSignature, .muaSignature, .closing: self = .signature
      default: self = .own
      }
    }
  }

  private struct Cell: Hashable {
    var labelled: Zone.Kind
    var predicted: Zone.Kind
  }

  private var cells: [Cell: Int] = [:]

  private var bodyCount = 0
  /// Each misread line: the body's number in the order of scoring, both kinds and its text, apart by
  /// tabs.
  private(set) var errors: [String] = []

  /// Counts a body's lines.
  mutating func add(_ body: LabelledBody, predicted zones: [Zone]) {
    for line in body.comparison(with: zones) {
      cells[Cell(labelled: line.labelled, predicted: line.predicted), default: 0] += 1
      guard line.labelled != line.predicted else { continue }
      errors.append(
        "\(bodyCount)\t\(line.labelled.rawValue)\t\(line.predicted.rawValue)\t\(line.text.prefix(120))"
      )
    }
    bodyCount += 1
  }

  /// Lines counted.
  var lineCount: Int { cells.values.reduce(0, +) }

  /// The share of lines whose kind, of fifteen, is right.
  var accuracy: Double { share { $0.labelled == $0.predicted } }

  /// The share of lines whose voice, of three, is right.
  var voiceAccuracy: Double { share { Voice($0.labelled) == Voice($0.predicted) } }

  private func share(_ isRight: (Cell) -> Bool) -> Double {
    let right = cells.reduce(0) { $0 + (isRight($1.key) ? $1.value : 0) }
    return Double(right) / Double(max(1, lineCount))
  }

  /// The harmonic mean of precision and recall of a class of lines.
  func f1(_ belongs: (Zone.Kind) -> Bool) -> Double {
    var both = 0
    var either = 0
    for (cell, count) in cells {
      let members = (belongs(cell.labelled) ? 1 : 0) + (belongs(cell.predicted) ? 1 : 0)
      either += members * count
      both += members == 2 ? 2 * count : 0
    }
    return either == 0 ? 0 : Double(both) / Double(either)
  }

  /// The figures as lines of text; `confusions` adds what was taken for what.
  func summary(confusions: Bool) -> String {
    var lines = Voice.allCases.map { voice in
      "\(voice.rawValue) F1 \(Self.figure(f1 { Voice($0) == voice }))"
    }
    lines.append("three classes \(Self.figure(voiceAccuracy))")
    lines.append("fifteen kinds \(Self.figure(accuracy)) of \(lineCount) lines")
    guard confusions else { return lines.joined(separator: ", ") }
    let kinds = Zone.Kind.allCases.map { kind in
      let count = cells.reduce(0) { $0 + ($1.key.labelled == kind ? $1.value : 0) }
      return "  \(kind.rawValue): F1 \(Self.figure(f1 { $0 == kind })) of \(count)"
    }
    let errors = cells.filter { $0.key.labelled != $0.key.predicted }
      .map {
        (
          count: $0.value,
          text: "\($0.key.labelled.rawValue) taken for \($0.key.predicted.rawValue)"
        )
      }
      .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
      .prefix(24).map { "  \($0.count) \($0.text)" }
    return ([lines.joined(separator: ", ")] + kinds + errors).joined(separator: "\n")
  }

  private static func figure(_ value: Double) -> String { String(format: "%.3f", value) }
}
