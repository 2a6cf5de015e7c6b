public import ArchiveStorage
import MailParsing

/// Do results of elections, as others posted them before the statement, list the claimant?
///
/// What counts: a post that tells results (``ElectionResults``) and names the claimant by their full
/// name, for the office claimed and, where one holds it for a project, for that project.
/// - An office is shown by a result in which the claimant was elected, in part where more than one term
///   is claimed. Having stood and not been elected is told, and is silence: offices are filled
///   otherwise, too.
/// - Earlier candidacies are shown by results that list the claimant, elected or not, in as many
///   elections as are claimed.
public struct ElectionProbe: Probe {
  /// Names the probe in findings.
  public let id = Finding.Probe.election
  private let record: CheckRecord
  private let subject: CheckSubject

  /// Asks the record's store about a person, or says that there is none.
  public init(_ record: CheckRecord, subject: CheckSubject) {
    self.record = record
    self.subject = subject
  }

  /// What results say on the claim; one finding. Reads at most 200 posts; throws where the store fails.
  public func examine(_ inquiry: Inquiry) async throws -> [Finding] {
    let claim = inquiry.claim
    let offices = Office.all(in: inquiry.stems)
    let counted = claim.kind == .candidacy ? EarlierCandidacies.counted(in: claim.quote) : nil
    let isElective =
      counted != nil || [.role, .tenure, .event].contains(claim.kind) && !offices.isEmpty
      || claim.kind != .intent && inquiry.stems.contains(WordStem.of("elected"))
    guard claim.actor == .author, isElective else {
      return notApplicable("the claim is of no elected office")
    }
    guard let database = record.database else { return notAvailable("no store of mail was given") }
    guard inquiry.writtenAt != nil else {
      return notAvailable("the statement's date is not known")
    }
    let own = try subject.personID.map { try database.messageIDs(ofPerson: $0) } ?? []
    guard
      let archive = ArchiveInquiry(
        database, subject, own: Set(own), statement: inquiry.statement, since: record.since,
        until: record.until)
    else { return silent("no time before the statement is asked for") }
    let listed = try archive.othersPosts("election OR elected OR ballot OR poll OR winners")
      .compactMap { listing(in: $0, inquiry, offices) }
    return [finding(on: listed, inquiry, counted)]
  }

  /// A result that lists the claimant.
  private struct Listing {
    var standing: ElectionResults.Standing
    var sent: Int64
    var citation: Citation
  }

  private func listing(
    in stored: StoredMessage, _ inquiry: Inquiry, _ offices: [Office]
  ) -> Listing? {
    let message = stored.message
    let found = ElectionResults(subject: message.subject, text: message.text).items
      .filter { isOffice(of: inquiry, offices, in: $0.stems) }
      .compactMap { item in
        item.standing(of: subject.names).map { standing in
          Listing(
            standing: standing, sent: message.sentAt?.secondsSinceEpoch ?? 0,
            citation: .message(MessageCitation(stored, range: item.range)))
        }
      }
    return found.first { $0.standing == .elected } ?? found.first
  }

  private func isOffice(
    of inquiry: Inquiry, _ claimed: [Office], in stems: Set<String>
  ) -> Bool {
    let shared = claimed.filter(Office.all(in: stems).contains)
    guard claimed.isEmpty || !shared.isEmpty else { return false }
    guard shared.isEmpty || shared.contains(where: \.isOfProject), !inquiry.projects.isEmpty else {
      return true
    }
    return inquiry.projects.contains { !Words.stems(of: $0).isDisjoint(with: stems) }
  }

  private func finding(on listed: [Listing], _ inquiry: Inquiry, _ counted: Int?) -> Finding {
    let elected = listed.filter { $0.standing == .elected }
    func supports(_ listings: [Listing], isPartial: Bool, _ because: String) -> Finding {
      Finding(
        id, .supports, specificity: .specific, keeper: .others, isPartial: isPartial,
        because: because,
        citations: Array(listings.map(\.citation).prefix(ResumeProbe.mostCitations)))
    }
    if let counted {
      let elections = Self.apart(listed)
      guard !elections.isEmpty else {
        return silent("no results before the statement list the author")[0]
      }
      return supports(
        elections, isPartial: elections.count < counted,
        "results list the author in \(elections.count) earlier elections, the claim counts "
          + "\(counted)")
    }
    if !elected.isEmpty {
      let isMore =
        inquiry.claim.period?.months != nil
        || Words.of(inquiry.claim.quote).contains { Self.terms.contains($0.whole) }
      return supports(
        Self.apart(elected), isPartial: isMore,
        "results that others posted name the author as elected"
          + (isMore ? ", once for each post cited" : ""))
    }
    guard let stood = listed.first else {
      return silent("no results before the statement list the author for it")[0]
    }
    return Finding(
      id, .silent, because: "results list the author as standing and not as elected",
      citations: [stood.citation])
  }

  /// The first of each election's posts: those of one election lie close together.
  private static func apart(_ listings: [Listing]) -> [Listing] {
    var kept: [Listing] = []
    for listing in listings.sorted(by: { $0.sent < $1.sent })
    where listing.sent - (kept.last?.sent ?? .min / 2) > EarlierCandidacies.apart {
      kept.append(listing)
    }
    return kept
  }

  private static let terms: Set = ["terms", "cycles", "years", "times", "releases", "twice"]
}
