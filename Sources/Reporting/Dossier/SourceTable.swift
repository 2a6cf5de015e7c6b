import ArchiveStorage
import ResumeReading

/// The sources of a report under their numbers: those given, then those only a citation names.
struct SourceTable {
  /// The sources, `s1` first.
  private(set) var sources: [DossierSource]
  private var numbers: [String: Int] = [:]

  /// Numbers the sources of a dossier. Linear in its citations.
  init(_ dossier: Dossier) {
    self.init(
      dossier.sources, citedBy: dossier.citations, resume: dossier.resumeDocument?.path)
  }

  /// Numbers `given` and then the sources that only citations name; `resume` is the résumé's path.
  init(_ given: [DossierSource], citedBy citations: [Citation], resume: String? = nil) {
    sources = []
    for source in given { add(source) }
    for citation in citations where numbers[citation.sourcePath] == nil {
      add(Self.source(of: citation, resume: resume))
    }
  }

  /// The table as it stands in JSON.
  var value: OrderedJSON {
    .array(
      sources.enumerated().map { index, source in
        .object([
          ("id", .string("s\(index + 1)")), ("kind", .string(source.kind.rawValue)),
          ("path", .string(source.path)), ("sha256", .string(source.sha256)),
          ("from", .string(source.from)), ("to", .string(source.to)),
          ("messages", .number(source.messages)), ("kept", .string(ReportWords.kept(source.kind))),
        ])
      })
  }

  /// `s1`, `s2`, …: the source that a citation is read from.
  func id(of citation: Citation) -> String {
    // Every citation of the dossier was numbered above; one of another dossier has no number.
    numbers[citation.sourcePath].map { "s\($0)" } ?? "s0"
  }

  private mutating func add(_ source: DossierSource) {
    sources.append(source)
    // A path given twice, as two members of one file, keeps its first number.
    if numbers[source.path] == nil { numbers[source.path] = sources.count }
  }

  private static func source(of citation: Citation, resume: String?) -> DossierSource {
    switch citation {
    case .message(let message):
      DossierSource(
        kind: .archive, path: message.path, sha256: nil, from: nil, to: nil, messages: nil)
    case .document(let document):
      DossierSource(
        kind: document.path == resume ? .resume : .statement,
        path: document.path, sha256: document.sha256, from: nil, to: nil, messages: nil)
    case .commit(let commit):
      DossierSource(
        kind: .git, path: commit.repository, sha256: nil, from: nil, to: nil, messages: nil)
    }
  }
}

extension Citation {
  /// The path of the source it is read from.
  var sourcePath: String {
    switch self {
    case .message(let message): message.path
    case .document(let document): document.path
    case .commit(let commit): commit.repository
    }
  }
}

extension Dossier {
  /// The archives that only citations name, as their numbers follow those of ``sources``.
  public var furtherArchives: [String] {
    SourceTable(self).sources.dropFirst(sources.count).filter { $0.kind == .archive }.map(\.path)
  }

  /// Every citation, in the order a report shows them.
  var citations: [Citation] {
    let ofClaims = claims.flatMap { [$0.citation] + $0.findings.flatMap(\.citations) }
    return ofClaims + resumeFindings.flatMap(\.citations) + unclaimedWork.flatMap(\.citations)
  }
}
