import ArgumentParser
import Foundation
import MailParsing

/// How a result is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, ndjson

  /// Prints `document` as JSON: over several lines, or on one in a stream of records.
  func print(_ document: some Encodable) throws {
    Terminal.print(try self == .ndjson ? JSONText.line(document) : JSONText.document(document))
  }

  /// Prints `document` as JSON, or each of its records on a line of its own.
  func print<Document: RecordDocument>(_ document: Document) throws {
    guard self == .ndjson else { return Terminal.print(try JSONText.document(document)) }
    for record in document.records {
      Terminal.print(try JSONText.line(RecordLine(schema: document.schema, record: record)))
    }
  }
}

/// A document that is a list of records, which also stand alone.
protocol RecordDocument: Encodable {
  associatedtype Record: Encodable
  var schema: String { get }
  var records: [Record] { get }
}

/// A record as a line of its own: its members, and the schema of the document it would stand in.
private struct RecordLine<Record: Encodable>: Encodable {
  var schema: String
  var record: Record

  enum CodingKeys: CodingKey { case schema }

  func encode(to encoder: any Encoder) throws {
    try record.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schema, forKey: .schema)
  }
}

/// Writes documents with keys in order, so that equal results are equal bytes.
enum JSONText {
  /// A document over several lines, without a line end.
  static func document(_ value: some Encodable) throws -> String {
    try encode(value, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
  }

  /// A document on one line, without a line end.
  static func line(_ value: some Encodable) throws -> String {
    try encode(value, [.sortedKeys, .withoutEscapingSlashes])
  }

  private static func encode(
    _ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

/// The present as the command gives it to libraries, which never read a clock.
enum Now {
  /// The present moment in UTC, RFC 3339, to the second; the moment that `SOURCE_DATE_EPOCH` names
  /// (reproducible-builds.org) where it is set, so that equal input gives equal bytes.
  static var rfc3339: String {
    let fixed = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(TimeInterval.init)
    return (fixed.map(Date.init(timeIntervalSince1970:)) ?? Date.now).formatted(.iso8601)
  }
}

/// A day given on the command line, `2013-10-09` or a full RFC 3339 time.
struct Day: ExpressibleByArgument {
  /// The first second, or the very second where a time is given.
  var secondsSinceEpoch: Int64
  private var isWholeDay: Bool

  init?(argument: String) {
    let text = argument.count == 10 ? argument + "T00:00:00Z" : argument
    guard let date = try? Date(text, strategy: .iso8601) else { return nil }
    secondsSinceEpoch = Int64(date.timeIntervalSince1970)
    isWholeDay = argument.count == 10
  }

  /// The first second in UTC, as records give dates.
  var date: MailDate { MailDate(secondsSinceEpoch: secondsSinceEpoch, zoneOffsetMinutes: 0) }

  /// The last second that is still of the day.
  var lastSecond: MailDate {
    MailDate(
      secondsSinceEpoch: secondsSinceEpoch + (isWholeDay ? 86_399 : 0), zoneOffsetMinutes: 0)
  }
}

/// The case of a library's enumeration that an argument names, or an error that lists them all.
func choice<Value: RawRepresentable & CaseIterable>(_ argument: String) throws -> Value
where Value.RawValue == String {
  guard let value = Value(rawValue: argument) else {
    let all = Value.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("'\(argument)' is none of \(all).")
  }
  return value
}
