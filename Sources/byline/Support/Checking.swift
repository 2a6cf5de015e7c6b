import ArchiveIngesting
import ArchiveReading
import ArchiveStorage
import ClaimChecking
import ClaimExtraction
import MailParsing
import Reporting
import ResumeReading

/// Makes a person's dossier: gathers statements, draws claims, asks the probes.
struct Checking {
  /// Whose claims are checked, and beside which files.
  struct Request {
    /// A name or an address.
    var author: String
    var resume: String?
    var statement: String?
    /// The day the statement was written.
    var date: Day?
    /// A file of keys for signatures.
    var keys: String?
    var git: [String]
    var since: Day?
    var until: Day?
  }

  var request: Request
  /// The record that is asked; nil where there is none.
  var database: ArchiveDatabase?

  /// The dossier of the author that the request names.
  func dossier() async throws -> Dossier {
    let resume = try await readResume()
    let people = try people(writingFrom: resume?.resume.basics.email)
    let person = people.count == 1 ? people[0] : nil
    let statements = try statements(of: person)
    if statements.isEmpty, resume == nil {
      throw Failure(ExitStatus.missingInput, nothingToCheck(of: person))
    }
    let namesakes = people.count > 1 ? people.map(Author.description) : []
    let subject =
      person.map { CheckSubject($0) } ?? CheckSubject(name: request.author, namesakes: namesakes)
    let keys = try request.keys.map { file in
      CheckRecord.Keys(file: file, folder: try TemporaryFolder.make())
    }
    defer { keys.map { TemporaryFolder.remove($0.folder) } }
    let result = try await ClaimChecker().check(
      statements: statements, subject: subject,
      record: CheckRecord(
        resume: resume.map { .init($0.resume, in: $0.document) }, repositories: request.git,
        cacheFolder: CacheFolder.path, keys: keys,
        since: request.since?.date, until: request.until?.lastSecond,
        database: database))
    var dossier = Dossier(
      generatedAt: Now.rfc3339,
      person: Person(
        id: subject.personID ?? 0, name: subject.name, identities: subject.identities,
        merges: result.merges, messageCount: person?.messageCount ?? 0),
      namesakes: result.namesakes,
      claims: result.claims, resume: resume?.resume, resumeDocument: resume?.document,
      resumeFindings: result.resumeFindings, unclaimedWork: result.unclaimedWork,
      sources: try sources(of: statements, resume: resume),
      coverage: try coverage(), notes: result.notes + Self.languageNotes(on: statements))
    dossier.sources += try dossier.furtherArchives.map(archive)
    return dossier
  }

  private func nothingToCheck(of person: Person?) -> String {
    guard let person, person.messageCount > 0 else {
      return
        "there is nothing of \(VisibleText.line(request.author)) to check: no post in the store, "
        + "no --statement and no --resume"
    }
    let bounds =
      request.since == nil && request.until == nil ? "" : " in the time that was asked for"
    return "no post of \(VisibleText.line(person.name)) in the store makes a claim\(bounds); "
      + "name a --statement or a --resume to check"
  }

  /// The people of the record whom the author may be; an address in the résumé settles who is meant.
  /// Without a statement or a résumé of their own it must be one, as there is nothing else to check.
  private func people(writingFrom address: String?) throws -> [Person] {
    guard let database else { return [] }
    guard request.statement != nil || request.resume != nil else {
      return [try Author(request.author).person(in: database)]
    }
    let people = try database.people(matching: request.author)
    let writers = people.filter { person in
      person.identities.contains { $0.email.lowercased() == address?.lowercased() }
    }
    return writers.count == 1 ? writers : people
  }

  private func readResume() async throws -> ResumeFile? {
    guard let path = request.resume else { return nil }
    return try await ResumeFile(path)
  }

  /// The named statement, or every post of the author that makes claims, oldest first.
  private func statements(of person: Person?) throws -> [(Statement, [Claim])] {
    let extractor = ClaimExtractor()
    if let path = request.statement {
      let statement = try TextFile(path).statement(on: request.date)
      return [(statement, extractor.claims(in: statement))]
    }
    guard let person, let database else { return [] }
    return try database.messages(ofPerson: person.id).compactMap { stored in
      guard isWithinBounds(stored) else { return nil }
      let statement = Statement.post(stored)
      let claims = extractor.claims(in: statement)
      return claims.isEmpty ? nil : (statement, claims)
    }
  }

  /// A sentence for each statement that says nothing here because of its language.
  private static func languageNotes(on statements: [(Statement, [Claim])]) -> [String] {
    statements.compactMap { statement, claims in
      guard case .document(let document, _) = statement, claims.isEmpty,
        ClaimExtractor().isForeign(statement)
      else { return nil }
      return "\(document.path) is \(Claims.languageNote)"
    }
  }

  private func isWithinBounds(_ stored: StoredMessage) -> Bool {
    guard let second = stored.message.sentAt?.secondsSinceEpoch else { return true }
    return (request.since?.secondsSinceEpoch ?? .min) <= second
      && second <= (request.until?.lastSecond.secondsSinceEpoch ?? .max)
  }

  private func sources(
    of statements: [(Statement, [Claim])], resume: ResumeFile?
  ) throws -> [DossierSource] {
    var sources: [DossierSource] = []
    func add(_ source: DossierSource) {
      if !sources.contains(where: { $0.path == source.path }) { sources.append(source) }
    }
    for (statement, _) in statements {
      switch statement {
      case .document(let document, _):
        let day = statement.writtenAt.map { String($0.rfc3339.prefix(10)) }
        add(
          DossierSource(
            kind: .statement, path: document.path, sha256: document.sha256, from: day, to: day,
            messages: nil))
      case .post(let stored):
        let path = stored.appearances[0].source.path
        if !sources.contains(where: { $0.path == path }) { sources.append(try archive(at: path)) }
      }
    }
    if let resume {
      add(
        DossierSource(
          kind: .resume, path: resume.document.path, sha256: resume.document.sha256, from: nil,
          to: nil, messages: nil))
    }
    for path in request.git {
      add(DossierSource(kind: .git, path: path, sha256: nil, from: nil, to: nil, messages: nil))
    }
    return sources
  }

  /// A file of the archive, with what the record holds of it.
  private func archive(at path: String) throws -> DossierSource {
    let summary = try database?.summary(ofSource: path)
    return DossierSource(
      kind: .archive, path: path, sha256: summary?.sha256, from: summary?.from, to: summary?.to,
      messages: summary?.messageCount)
  }

  private func coverage() throws -> DossierCoverage {
    guard let coverage = try database?.coverage() else {
      return DossierCoverage(months: 0, missing: [], messages: 0, defects: 0)
    }
    return DossierCoverage(
      months: coverage.months, missing: coverage.missing, messages: coverage.messages,
      defects: coverage.defects)
  }
}
