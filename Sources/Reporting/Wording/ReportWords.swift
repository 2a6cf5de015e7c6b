import ArchiveStorage
import MailParsing
import ResumeReading

extension Verdict.Kind {
  /// The verdict as people read it.
  var label: String {
    switch self {
    case .corroborated: "Corroborated"
    case .partlyCorroborated: "Partly corroborated"
    case .consistent: "Consistent"
    case .notFound: "Not found in these records"
    case .contradicted: "Contradicted"
    case .notCheckable: "Not checkable here"
    }
  }

  /// What the verdict means, in one line.
  var meaning: String {
    switch self {
    case .corroborated:
      "a record that others or the project kept at the time shows it, or the post is itself the act"
    case .partlyCorroborated: "such a record shows part of it, or less than is claimed"
    case .consistent: "the person's other statements or the dates agree; nothing independent speaks"
    case .notFound: "every record that could speak was silent"
    case .contradicted: "a record disagrees"
    case .notCheckable: "nothing here could confirm or deny it"
    }
  }
}

extension DossierSource.Kind {
  /// The kind of record as people read it.
  var label: String {
    switch self {
    case .archive: "archive"
    case .resume: "résumé"
    case .git: "repository"
    case .statement: "statement"
    }
  }
}

extension Finding.Outcome {
  /// The outcome as people read it.
  var label: String {
    switch self {
    case .supports: "supports"
    case .contradicts: "contradicts"
    case .silent: "silent"
    case .notAvailable: "not given"
    case .notApplicable: "does not apply"
    case .failed: "could not be read"
    }
  }
}

extension Finding.Probe {
  /// The record that was asked, as people read it.
  var label: String {
    switch self {
    case .resume: "Résumé"
    case .archive: "Archive"
    case .timeline: "Dates"
    case .git: "Repository"
    case .election: "Election results"
    case .statement: "The post itself"
    case .intent: "What followed"
    }
  }
}

extension ResumeFinding.Kind {
  /// The kind of finding as people read it.
  var label: String {
    switch self {
    case .overlap: "Overlapping entries"
    case .gap: "Time between entries"
    case .titleDiffers: "Titles differ"
    case .silentInResume: "Not mentioned in the résumé"
    case .silentInPost: "Not mentioned in the posts"
    }
  }
}

extension UnclaimedWork.Kind {
  /// The kind of record as people read it.
  var label: String {
    switch self {
    case .patch: "Patch"
    case .proposal: "Proposal"
    case .announcement: "Announcement"
    case .review: "Review"
    case .thanks: "Thanks"
    case .commits: "Commits"
    }
  }
}

extension Claim {
  /// `contribution · self · led`: what sort of statement it is, who acts and how much is claimed.
  var summary: String {
    let who =
      switch actor {
      case .author: "by the author"
      case .group: "by a group"
      case .other: "by another"
      }
    let part: String? =
      switch strength {
      case .tookPart: "took part"
      case .did: "did"
      case .led: "led"
      case nil: nil
      }
    return [kind.rawValue, who, part, time].compactMap { $0 }.joined(separator: " · ")
  }
}

extension Person {
  /// Every address of the person, each once.
  var addresses: [String] {
    var seen: Set<String> = []
    return identities.map(\.email).filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

extension Resume.Entry {
  /// `2008-04 – 2011-02`, as far as the résumé tells; empty where it tells nothing.
  var span: String {
    let end = endDate?.iso8601 ?? (isCurrent ? "present" : nil)
    return [startDate?.iso8601, end].compactMap { $0 }.joined(separator: " – ")
  }

  /// `Platform engineer, Example Networks`.
  var title: String {
    [position, name].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// Sentences that every form of the report shares.
enum ReportWords {
  /// What the report does not say.
  static let limits = [
    "It does not say how good or how large the work was, and it compares nobody: there is no score.",
    "Silence is not contradiction. What these records do not hold may well have happened.",
    "Commits show work. They do not show employment, title or leadership.",
    "It knows only the records listed here, as they were when they were read.",
  ]

  /// The coverage as one sentence, missing months named.
  static func coverage(_ coverage: DossierCoverage) -> String {
    guard coverage.messages > 0 || coverage.months > 0 || coverage.defects > 0 else {
      return "No archive of mail was read."
    }
    let missing =
      coverage.missing.isEmpty
      ? "none missing"
      : "\(coverage.missing.count) of them without a message: "
        + coverage.missing.joined(separator: ", ")
    return
      "\(counted(coverage.messages, "message")) over \(counted(coverage.months, "month")) (\(missing)); "
      + "\(counted(coverage.defects, "defect")) met in reading them."
  }

  /// `3 of 1,204 people in the record have as many commits on it`.
  static func telling(_ telling: Telling) -> String {
    let verb = telling.asStrong == 1 ? "has" : "have"
    return
      "\(grouped(telling.asStrong)) of \(counted(telling.people, "person", plural: "people")) in the record "
      + "\(verb) as many \(telling.measure.rawValue) on it"
  }

  /// What stands over the work that nobody claimed.
  static let unclaimedHeading = "In the records, and not in the statement"
  /// What that work is.
  static let unclaimedMeaning =
    "What the records show of the person that neither statement nor résumé names, in order of time."

  /// `3 patches on “lock table”, 2004-03-01 to 2004-05-02`.
  static func unclaimed(_ work: UnclaimedWork) -> String {
    let what =
      switch work.kind {
      case .patch: counted(work.recordCount, "post with a patch", plural: "posts with patches")
      case .proposal: counted(work.recordCount, "proposal")
      case .announcement: counted(work.recordCount, "announcement")
      case .review: counted(work.recordCount, "request for review", plural: "requests for review")
      case .thanks: "thanked " + counted(work.recordCount, "time")
      case .commits: counted(work.recordCount, "commit")
      }
    let (first, last) = (work.from.prefix(10), work.to.prefix(10))
    let on = work.kind == .thanks ? "under" : work.kind == .commits ? "to" : "on"
    return "\(what) \(on) “\(work.topic)”, \(first)" + (first == last ? "" : " to \(last)")
  }

  /// The verdicts that occur, in the order of the schema, with how many claims have each.
  static func verdictCounts(_ claims: [CheckedClaim]) -> [(kind: Verdict.Kind, count: Int)] {
    Verdict.Kind.allCases.compactMap { kind in
      let count = claims.count { $0.verdict.kind == kind }
      return count > 0 ? (kind, count) : nil
    }
  }

  /// Where a citation can be read, on one line, without its quotation.
  ///
  /// `isShort` leaves of a path its last part, where a list of sources gives the whole.
  static func place(_ citation: Citation, isShort: Bool = false) -> String {
    func named(_ path: String) -> String {
      isShort ? path.split(separator: "/").last.map(String.init) ?? path : path
    }
    switch citation {
    case .message(let message):
      let who = message.author.isEmpty ? "a post" : message.author
      let day = message.sentAt.map { ", \($0.prefix(10))" } ?? ""
      let member = message.member.map { " (\($0))" } ?? ""
      return "\(who)\(day)\(signed(message.signature)); \(named(message.path))\(member), "
        + "bytes \(message.entry.lowerBound)–"
        + "\(message.entry.upperBound)"
    case .document(let document):
      return
        "\(named(document.path)), characters \(document.range.lowerBound)–\(document.range.upperBound)"
    case .commit(let commit):
      let path = commit.path.map { ", \($0)" } ?? ""
      let (authored, committed) = (commit.authoredAt.prefix(10), commit.committedAt.prefix(10))
      // Work that was kept back or rebased: the month is enough to tell.
      let late =
        authored.prefix(7) == committed.prefix(7) ? "" : " (committed \(committed))"
      return
        "commit \(commit.commit.prefix(12)), \(authored)\(late), \(commit.author)"
        + "\(signed(commit.signature)); \(named(commit.repository))\(path)"
    }
  }

  private static func signed(_ signature: Citation.Signature?) -> String {
    switch signature {
    case nil: ""
    case .unchecked: " (signed, not checked)"
    case .good(let signer): " (signed by \(signer))"
    case .bad: " (signature does not fit)"
    }
  }

  /// Who keeps a source, and how far it can be trusted to be what it says.
  static func kept(_ kind: DossierSource.Kind) -> String {
    switch kind {
    case .archive: "kept by the list's archive; authors and dates as the mails assert them"
    case .git: "kept by the project; authors and dates as the commits assert them"
    case .resume, .statement: "the claimant's own, as given"
    }
  }
}

extension Citation {
  /// The words cited; nil for a commit, which is cited by its subject.
  var quote: TextQuote? {
    switch self {
    case .message(let message): message.quote
    case .document(let document): document.quote
    case .commit: nil
    }
  }
}
