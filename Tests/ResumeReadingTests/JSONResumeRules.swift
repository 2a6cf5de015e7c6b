import Foundation

/// The rules of JSON Resume's schema 1.0.0, written out as checks (https://jsonresume.org/schema).
///
/// Additional properties are allowed everywhere, as the schema allows them.
enum JSONResumeRules {
  /// What a property may hold.
  indirect enum Rule: Sendable {
    case text, date, uri, email
    case list(Rule)
    case object([String: Rule])
  }

  /// Each departure from the schema as `path: what is wrong`; empty for a document that keeps to it.
  static func departures(in document: Any) -> [String] {
    departures(in: document, from: schema, at: "")
  }

  private static let schema = Rule.object([
    "$schema": .uri,
    "basics": .object([
      "name": .text, "label": .text, "image": .text, "email": .email, "phone": .text, "url": .uri,
      "summary": .text,
      "location": .object([
        "address": .text, "postalCode": .text, "city": .text, "countryCode": .text, "region": .text,
      ]),
      "profiles": .list(.object(["network": .text, "username": .text, "url": .uri])),
    ]),
    "work": .list(
      .object([
        "name": .text, "location": .text, "description": .text, "position": .text, "url": .uri,
        "startDate": .date, "endDate": .date, "summary": .text, "highlights": .list(.text),
      ])),
    "volunteer": .list(
      .object([
        "organization": .text, "position": .text, "url": .uri, "startDate": .date, "endDate": .date,
        "summary": .text, "highlights": .list(.text),
      ])),
    "education": .list(
      .object([
        "institution": .text, "url": .uri, "area": .text, "studyType": .text, "startDate": .date,
        "endDate": .date, "score": .text, "courses": .list(.text),
      ])),
    "awards": .list(
      .object(["title": .text, "date": .date, "awarder": .text, "summary": .text])),
    "certificates": .list(.object(["name": .text, "date": .date, "url": .uri, "issuer": .text])),
    "publications": .list(
      .object([
        "name": .text, "publisher": .text, "releaseDate": .date, "url": .uri, "summary": .text,
      ])),
    "skills": .list(.object(["name": .text, "level": .text, "keywords": .list(.text)])),
    "languages": .list(.object(["language": .text, "fluency": .text])),
    "interests": .list(.object(["name": .text, "keywords": .list(.text)])),
    "references": .list(.object(["name": .text, "reference": .text])),
    "projects": .list(
      .object([
        "name": .text, "description": .text, "highlights": .list(.text), "keywords": .list(.text),
        "startDate": .date, "endDate": .date, "url": .uri, "roles": .list(.text), "entity": .text,
        "type": .text,
      ])),
    "meta": .object(["canonical": .uri, "version": .text, "lastModified": .text]),
  ])

  private static func departures(in value: Any, from rule: Rule, at path: String) -> [String] {
    switch rule {
    case .object(let properties):
      guard let object = value as? [String: Any] else { return ["\(path): no object"] }
      return object.keys.sorted().flatMap { key -> [String] in
        guard let rule = properties[key], let member = object[key] else { return [] }
        return departures(in: member, from: rule, at: "\(path)/\(key)")
      }
    case .list(let rule):
      guard let list = value as? [Any] else { return ["\(path): no array"] }
      return list.enumerated().flatMap { departures(in: $1, from: rule, at: "\(path)/\($0)") }
    case .text, .date, .uri, .email:
      guard let text = value as? String else { return ["\(path): no string"] }
      return isKept(rule, by: text) ? [] : ["\(path): \(text)"]
    }
  }

  private static func isKept(_ rule: Rule, by text: String) -> Bool {
    switch rule {
    case .date:
      text.wholeMatch(of: /[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?/) != nil
    case .uri: text.wholeMatch(of: /[a-zA-Z][a-zA-Z0-9+.\-]*:[^ <>"{}|\\^`]+/) != nil
    case .email: text.wholeMatch(of: /[^ @]+@[^ @]+\.[^ @]+/) != nil
    default: true
    }
  }
}
