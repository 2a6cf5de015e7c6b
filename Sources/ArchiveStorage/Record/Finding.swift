/// One probe's answer on one claim: what a record shows, or that it shows nothing.
public struct Finding: Sendable, Hashable, Codable {
  /// Which record was asked; raw values are the words of `byline.report/1`.
  public enum Probe: String, Sendable, Hashable, Codable, CaseIterable {
    case resume, archive, timeline, git, election
    /// The post that states the claim, asked whether it performs the act claimed.
    case statement
    /// What came of a plan.
    case intent
  }

  /// What the record said. Only ``contradicts`` denies a claim: the last four are kinds of silence.
  public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    case supports, contradicts
    /// The record was asked and has nothing on it.
    case silent
    /// No such record was given.
    case notAvailable
    /// The question does not arise for this kind of claim.
    case notApplicable
    /// The record could not be read.
    case failed
  }

  /// How closely a supporting record speaks to the claim.
  public enum Specificity: String, Sendable, Hashable, Codable, CaseIterable {
    /// It says the same thing.
    case specific
    /// It covers the thing without naming it.
    case general
    /// Its dates bear the claim out.
    case dates
  }

  /// Who kept the record, which decides how far it can carry a verdict.
  public enum Keeper: String, Sendable, Hashable, Codable, CaseIterable {
    /// The claimant: their résumé, their posts at any time.
    case claimant
    /// The claimant, at the time of the work: a patch series, an announcement.
    case claimantAtTheTime
    /// Others or the project, at the time: commits, other people's posts, results.
    case others
    /// The archived post is itself the public act claimed.
    case publicAct
    /// Arithmetic over dates that records give.
    case arithmetic
  }

  /// Which record was asked.
  public var probe: Probe
  /// What it said.
  public var outcome: Outcome
  /// How closely it speaks to the claim; nil where it is silent.
  public var specificity: Specificity?
  /// Who kept it; nil where it is silent.
  public var keeper: Keeper?
  /// For contributions: the most the record shows of the part taken; nil where it does not tell.
  public var shows: Claim.Strength?
  /// True where the record shows only part of what is claimed (commits show work, not employment).
  public var isPartial: Bool
  /// Which of several things claimed it speaks to, by its words; nil where it speaks to the whole.
  public var part: String?
  /// How many people of the record have as strong a record; nil where that was not counted.
  public var telling: Telling?
  /// One sentence for people.
  public var because: String
  /// What it rests on; never empty for ``Outcome/supports`` and ``Outcome/contradicts``.
  public var citations: [Citation]

  /// Makes a finding.
  public init(
    _ probe: Probe, _ outcome: Outcome, specificity: Specificity? = nil, keeper: Keeper? = nil,
    shows: Claim.Strength? = nil, isPartial: Bool = false, part: String? = nil,
    telling: Telling? = nil, because: String, citations: [Citation] = []
  ) {
    self.probe = probe
    self.outcome = outcome
    self.specificity = specificity
    self.keeper = keeper
    self.shows = shows
    self.isPartial = isPartial
    self.part = part
    self.telling = telling
    self.because = because
    self.citations = citations
  }
}

/// How telling a finding is: how many of the people in a record have as strong a record as it cites.
///
/// It compares nobody by name, and says nothing of how good or large the work was.
public struct Telling: Sendable, Hashable, Codable {
  /// What was counted; raw values are the words of `byline.report/1`.
  public enum Measure: String, Sendable, Hashable, Codable, CaseIterable { case commits, posts }
  /// What was counted.
  public var measure: Measure
  /// People with as many or more, the person among them.
  public var asStrong: Int
  /// People in the record.
  public var people: Int

  /// Makes a count.
  public init(_ measure: Measure, asStrong: Int, of people: Int) {
    self.measure = measure
    self.asStrong = asStrong
    self.people = people
  }
}

/// What the findings on a claim come to.
public struct Verdict: Sendable, Hashable, Codable {
  /// The six verdicts; raw values are the words of `byline.report/1`.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case corroborated, partlyCorroborated, consistent, notFound, contradicted, notCheckable
  }
  /// Which of the six it is.
  public var kind: Kind
  /// One sentence that names the findings it rests on.
  public var because: String
  /// The record that would change it, as concretely as can be said.
  public var wouldChangeIf: String
  /// How telling the finding is that it names; nil where that was not counted.
  public var telling: Telling?

  /// Makes a verdict.
  public init(_ kind: Kind, because: String, wouldChangeIf: String, telling: Telling? = nil) {
    self.kind = kind
    self.because = because
    self.wouldChangeIf = wouldChangeIf
    self.telling = telling
  }
}

/// A claim, where it stands, what the probes found and what that comes to.
public struct CheckedClaim: Sendable, Hashable {
  /// `c1`, `c2`, … in the order of the statements and their text.
  public var id: String
  /// What is claimed.
  public var claim: Claim
  /// Where it is claimed.
  public var citation: Citation
  /// When it was stated, RFC 3339; nil where that is not known.
  public var statedAt: String?
  /// What each probe answered.
  public var findings: [Finding]
  /// What the findings come to.
  public var verdict: Verdict

  /// Makes a checked claim.
  public init(
    id: String, claim: Claim, citation: Citation, statedAt: String?, findings: [Finding],
    verdict: Verdict
  ) {
    self.id = id
    self.claim = claim
    self.citation = citation
    self.statedAt = statedAt
    self.findings = findings
    self.verdict = verdict
  }
}

/// Something the résumé shows by itself or beside the statements.
public struct ResumeFinding: Sendable, Hashable, Codable {
  /// The kinds; raw values are the words of `byline.report/1`.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case overlap, gap, titleDiffers, silentInResume, silentInPost
  }
  /// What was found.
  public var kind: Kind
  /// The entries or claims it is about: `XO Communications 2008-04`, or a passage's words.
  public var entries: [String]
  /// One sentence for people.
  public var because: String
  /// Where it can be read.
  public var citations: [Citation]

  /// Makes a finding on a résumé.
  public init(kind: Kind, entries: [String], because: String, citations: [Citation]) {
    self.kind = kind
    self.entries = entries
    self.because = because
    self.citations = citations
  }
}
