public import ArchiveStorage
import Foundation

/// Reads the citations of a `byline.report/1` back, so that each can be held against its archive again.
public enum ReportReader {
  /// Every citation with a name for it, in the report's order.
  ///
  /// The claim's own citation is `c1`; the second citation of its first finding is `c1/f1/2`; those of
  /// the résumé's findings begin with `resume/`, those of work that nobody claimed with `unclaimed/`. Where `isRedacted`, a quotation must be compared with
  /// the archive's words after the same ``Redaction``.
  ///
  /// Throws a ``ReportError`` for what is not JSON, not a report, or a report with a broken citation.
  public static func citations(
    inReport bytes: [UInt8]
  ) throws -> (citations: [(id: String, citation: Citation)], isRedacted: Bool) {
    let report = try decode(bytes)
    var citations: [(id: String, citation: Citation)] = []
    func add(_ fields: CitationFields, as id: String) throws {
      guard let citation = fields.citation else {
        throw ReportError(
          code: .malformed,
          detail:
            "the citation \(id) lacks a member or has an impossible range; write the report again"
        )
      }
      citations.append((id, citation))
    }
    for claim in report.claims {
      try add(claim.citation, as: claim.id)
      try claim.findings.addAll(under: claim.id, add)
    }
    try report.resume?.findings?.addAll(under: "resume", add)
    try report.unclaimedWork?.addAll(under: "unclaimed", add)
    return (citations, report.redacted ?? false)
  }

  private static func decode(_ bytes: [UInt8]) throws -> ReportFields {
    let decoder = JSONDecoder()
    let data = Data(bytes)
    let schema: String?
    do {
      schema = try decoder.decode(SchemaField.self, from: data).schema
    } catch DecodingError.dataCorrupted {
      throw ReportError(code: .notJSON, detail: "this is not JSON; give a report's .json file")
    } catch {
      schema = nil
    }
    guard schema == "byline.report/1" else {
      throw ReportError(
        code: .otherSchema,
        detail: "the schema is \(schema ?? "not named"), not byline.report/1; "
          + "write the report again with this version")
    }
    do {
      return try decoder.decode(ReportFields.self, from: data)
    } catch let error as DecodingError {
      throw ReportError(
        code: .malformed, detail: "\(error.place): a member is missing or of another type")
    }
  }
}

private struct SchemaField: Decodable {
  var schema: String?
}

private struct ReportFields: Decodable {
  struct Claim: Decodable {
    var id: String
    var citation: CitationFields
    var findings: [FindingFields]
  }
  struct Resume: Decodable { var findings: [FindingFields]? }
  var redacted: Bool?
  var claims: [Claim]
  var resume: Resume?
  var unclaimedWork: [FindingFields]?
}

private struct FindingFields: Decodable {
  var citations: [CitationFields]?
}

extension [FindingFields] {
  fileprivate func addAll(
    under name: String, _ add: (CitationFields, String) throws -> Void
  ) rethrows {
    for (number, finding) in enumerated() {
      for (place, citation) in (finding.citations ?? []).enumerated() {
        try add(citation, "\(name)/f\(number + 1)/\(place + 1)")
      }
    }
  }
}

extension DecodingError {
  /// The member that could not be read, as a path: `claims[3].citation.range`.
  fileprivate var place: String {
    let path: [any CodingKey]
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      path = context.codingPath
    case .keyNotFound(let key, let context): path = context.codingPath + [key]
    @unknown default: path = []
    }
    return path.reduce(into: "report") { text, key in
      text += key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)"
    }
  }
}
