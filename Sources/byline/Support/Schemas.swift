/// The documents Byline writes and the version of each; a change to what stands in one gets a new number.
enum Schemas {
  static let version = "0.1.0"

  static let all = [
    "byline.candidacies/1", "byline.claims/1", "byline.ingest/1", "byline.lists/1",
    "byline.message/1", "byline.people/1", "byline.report/1", "byline.resume/1", "byline.search/1",
    "byline.segments/1", "byline.thread/1", "byline.verify/1", "byline.who/1",
  ]

  static var versionText: String {
    "byline \(version)\nschemas: \(all.joined(separator: " "))"
  }
}
