import Foundation

/// Prints measurements as a table, the first of them held against each of the others.
enum Report {
  static func print(_ measurements: [Measurement], files: [String]) {
    let byteCount = files.reduce(0) { sum, file in
      let size = (try? FileManager.default.attributesOfItem(atPath: file))?[.size] as? Int
      return sum + (size ?? 0)
    }
    Swift.print(
      "\(files.count) files, \(byteCount) bytes; processor seconds, best of "
        + "\(measurements.first?.seconds.count ?? 0); load \(decimal(load, 1)) on "
        + "\(ProcessInfo.processInfo.activeProcessorCount) cores, this bench included")
    for measurement in measurements {
      let rate = Double(byteCount) / measurement.best / 1e6
      let ratios = measurements.filter { $0.name != measurement.name }
        .map { "\(decimal(measurement.best / $0.best)) × \($0.name)" }
      Swift.print(
        "\(measurement.name): \(decimal(measurement.best, 3)) s, "
          + "\(decimal(measurement.bestWall, 3)) s by the clock, \(Int(rate)) MB/s; "
          + ratios.joined(separator: ", ")
          + (measurement.output.isEmpty || measurement.output.contains("\n")
            ? "" : "; \(measurement.output)"))
    }
  }

  /// Programs that wanted to run in the last minute, on average.
  private static var load: Double {
    var load = 0.0
    unsafe getloadavg(&load, 1)
    return load
  }

  /// A number with so many digits behind the point.
  static func decimal(_ value: Double, _ digits: Int = 2) -> String {
    value.formatted(
      .number.precision(.fractionLength(digits)).locale(Locale(identifier: "en_US_POSIX")))
  }
}
