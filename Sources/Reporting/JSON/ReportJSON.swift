import ArchiveStorage
import ResumeReading

/// Writes a report as `byline.report/1`.
///
/// Members come in a fixed order and null stands where nothing is known, so that two reports can be
/// compared line by line. A citation carries, besides what people read, what it takes to read it again.
public enum ReportJSON {
  /// The document, with a line's end behind it; the same bytes for the same dossier.
  public static func text(of dossier: Dossier, redaction: Redaction) -> String {
    // Sources are numbered before redaction, which leaves paths alone, so ids do not depend on it.
    let json = DossierJSON(redaction.dossier(dossier))
    return json.document(isRedacted: redaction.isOn).document
  }
}

/// The parts of `byline.report/1`, drawn from one dossier.
struct DossierJSON {
  private let dossier: Dossier
  private let citations: CitationJSON

  /// Prepares the source numbers of a dossier.
  init(_ dossier: Dossier) {
    self.dossier = dossier
    self.citations = CitationJSON(sources: SourceTable(dossier))
  }

  /// The whole document.
  func document(isRedacted: Bool) -> OrderedJSON {
    .object([
      ("schema", .string("byline.report/1")), ("generatedAt", .string(dossier.generatedAt)),
      ("redacted", .bool(isRedacted)), ("person", person(dossier.person)),
      ("sources", citations.sources.value), ("claims", .array(dossier.claims.map(claim))),
      ("resume", dossier.resume.map(resume) ?? .null),
      ("unclaimedWork", .array(dossier.unclaimedWork.map(unclaimed))),
      ("coverage", coverage(dossier.coverage)),
      ("notes", .strings(dossier.notes)),
    ])
  }

  private func person(_ person: Person) -> OrderedJSON {
    .object([
      ("name", .string(person.name)), ("addresses", .strings(person.addresses)),
      (
        "merges",
        .array(
          person.merges.map {
            .object([("with", .string($0.with)), ("because", .string($0.because))])
          })
      ),
      ("namesakes", .strings(dossier.namesakes)),
    ])
  }

  private func claim(_ checked: CheckedClaim) -> OrderedJSON {
    let claim = checked.claim
    return .object([
      ("id", .string(checked.id)), ("quote", .string(claim.quote)),
      ("kind", .string(claim.kind.rawValue)), ("actor", .string(claim.actor.rawValue)),
      ("strength", .string(claim.strength?.rawValue)), ("topics", .strings(claim.topics)),
      ("time", .string(claim.time)), ("period", claim.period.map(period) ?? .null),
      ("project", .string(claim.project)),
      ("statedAt", .string(checked.statedAt)), ("citation", citations.value(checked.citation)),
      ("findings", .array(checked.findings.map(finding))),
      ("verdict", .string(checked.verdict.kind.rawValue)),
      ("because", .string(checked.verdict.because)),
      ("wouldChangeIf", .string(checked.verdict.wouldChangeIf)),
      ("telling", checked.verdict.telling.map(telling) ?? .null),
    ])
  }

  /// What the time's words mean, as far as they tell.
  private func period(_ period: Period) -> OrderedJSON {
    .object([
      ("start", .string(period.start?.iso8601)), ("end", .string(period.end?.iso8601)),
      ("months", .number(period.months)), ("measure", .string(period.measure?.rawValue)),
    ])
  }

  private func telling(_ telling: Telling) -> OrderedJSON {
    .object([
      ("measure", .string(telling.measure.rawValue)), ("asStrong", .number(telling.asStrong)),
      ("of", .number(telling.people)),
    ])
  }

  private func finding(_ finding: Finding) -> OrderedJSON {
    .object([
      ("probe", .string(finding.probe.rawValue)), ("outcome", .string(finding.outcome.rawValue)),
      ("specificity", .string(finding.specificity?.rawValue)),
      ("keeper", .string(finding.keeper?.rawValue)), ("shows", .string(finding.shows?.rawValue)),
      ("isPartial", .bool(finding.isPartial)), ("part", .string(finding.part)),
      ("telling", finding.telling.map(telling) ?? .null),
      ("because", .string(finding.because)),
      ("citations", .array(finding.citations.map(citations.value))),
    ])
  }

  private func resume(_ resume: Resume) -> OrderedJSON {
    var members: [(String, OrderedJSON)] = []
    for section in Resume.Entry.Section.allCases {
      let entries = resume.entries.filter { $0.section == section }
      // The contract promises `work`; the others stand only where the résumé has them.
      guard section == .work || !entries.isEmpty else { continue }
      members.append((section.rawValue, .array(entries.map(entry))))
    }
    members.append(("findings", .array(dossier.resumeFindings.map(resumeFinding))))
    return .object(members)
  }

  private func entry(_ entry: Resume.Entry) -> OrderedJSON {
    // JSON Resume names the organisation and the title differently in each section.
    var members: [(String, OrderedJSON)] = []
    func add(_ key: String, _ text: String?) {
      if let text { members.append((key, .string(text))) }
    }
    switch entry.section {
    case .work:
      add("name", entry.name)
      add("position", entry.position)
    case .volunteer:
      add("organization", entry.name)
      add("position", entry.position)
    case .education:
      add("institution", entry.name)
      add("area", entry.study?.area)
      add("studyType", entry.study?.type)
    case .projects:
      add("name", entry.name)
      add("description", entry.position)
    }
    add("location", entry.location)
    add("url", entry.url)
    add("startDate", entry.startDate?.iso8601)
    add("endDate", entry.endDate?.iso8601)
    if entry.isCurrent { members.append(("isCurrent", .bool(true))) }
    add("summary", entry.summary?.text)
    if !entry.highlights.isEmpty {
      members.append(("highlights", .strings(entry.highlights.map(\.text))))
    }
    members.append(("range", .range(entry.range)))
    members.append(("claims", .strings(dossier.claimIDs(on: entry))))
    return .object(members)
  }

  private func resumeFinding(_ finding: ResumeFinding) -> OrderedJSON {
    .object([
      ("kind", .string(finding.kind.rawValue)), ("entries", .strings(finding.entries)),
      ("because", .string(finding.because)),
      ("citations", .array(finding.citations.map(citations.value))),
    ])
  }

  private func unclaimed(_ work: UnclaimedWork) -> OrderedJSON {
    .object([
      ("kind", .string(work.kind.rawValue)), ("topic", .string(work.topic)),
      ("from", .string(work.from)), ("to", .string(work.to)),
      ("records", .number(work.recordCount)), ("because", .string(ReportWords.unclaimed(work))),
      ("citations", .array(work.citations.map(citations.value))),
    ])
  }

  private func coverage(_ coverage: DossierCoverage) -> OrderedJSON {
    .object([
      ("months", .number(coverage.months)), ("missing", .strings(coverage.missing)),
      ("messages", .number(coverage.messages)), ("defects", .number(coverage.defects)),
    ])
  }
}
