public import ArchiveStorage
import MailParsing
import ResumeReading

extension Redaction {
  /// The dossier with every text a reader sees redacted.
  ///
  /// Paths, digests, Message-IDs and permanent links stay: without them nothing could be read again.
  /// Ranges stay too, and count in the texts as they were.
  func dossier(_ dossier: Dossier) -> Dossier {
    guard isOn else { return dossier }
    var redacted = dossier
    redacted.person = person(dossier.person)
    redacted.namesakes = dossier.namesakes.map(text)
    redacted.claims = dossier.claims.map(claim)
    redacted.resume = dossier.resume.map(resume)
    redacted.resumeFindings = dossier.resumeFindings.map { finding in
      ResumeFinding(
        kind: finding.kind, entries: finding.entries.map(text), because: text(finding.because),
        citations: finding.citations.map(citation))
    }
    for index in redacted.unclaimedWork.indices {
      redacted.unclaimedWork[index].topic = text(redacted.unclaimedWork[index].topic)
      redacted.unclaimedWork[index].citations = redacted.unclaimedWork[index].citations.map(
        citation)
    }
    redacted.notes = dossier.notes.map(text)
    return redacted
  }

  /// The history with names, addresses and quotations redacted.
  func history(_ history: TopicHistory) -> TopicHistory {
    guard isOn else { return history }
    var redacted = history
    redacted.topic = text(history.topic)
    for index in redacted.involvements.indices {
      redacted.involvements[index].name = text(redacted.involvements[index].name)
      redacted.involvements[index].addresses = redacted.involvements[index].addresses.map(text)
      redacted.involvements[index].citations = redacted.involvements[index].citations.map(citation)
    }
    redacted.notes = history.notes.map(text)
    return redacted
  }

  private func person(_ person: Person) -> Person {
    var redacted = person
    redacted.name = text(person.name)
    for index in redacted.identities.indices {
      redacted.identities[index].name = text(redacted.identities[index].name)
      redacted.identities[index].email = text(redacted.identities[index].email)
    }
    redacted.merges = person.merges.map { .init(with: text($0.with), because: text($0.because)) }
    return redacted
  }

  private func claim(_ checked: CheckedClaim) -> CheckedClaim {
    var redacted = checked
    redacted.claim.quote = text(checked.claim.quote)
    redacted.claim.topics = checked.claim.topics.map(text)
    redacted.claim.time = checked.claim.time.map(text)
    redacted.claim.project = checked.claim.project.map(text)
    redacted.claim.because = checked.claim.because.map(text)
    redacted.citation = citation(checked.citation)
    for index in redacted.findings.indices {
      redacted.findings[index].because = text(redacted.findings[index].because)
      redacted.findings[index].part = redacted.findings[index].part.map(text)
      redacted.findings[index].citations = redacted.findings[index].citations.map(citation)
    }
    redacted.verdict.because = text(checked.verdict.because)
    redacted.verdict.wouldChangeIf = text(checked.verdict.wouldChangeIf)
    return redacted
  }

  /// The citation with its quotation and its names redacted, its place unchanged.
  public func citation(_ citation: Citation) -> Citation {
    switch citation {
    case .message(var message):
      message.quote = quote(message.quote)
      message.author = text(message.author)
      message.signature = signature(message.signature)
      return .message(message)
    case .document(var document):
      document.quote = quote(document.quote)
      return .document(document)
    case .commit(var commit):
      commit.subject = text(commit.subject)
      commit.author = text(commit.author)
      commit.signature = signature(commit.signature)
      return .commit(commit)
    }
  }

  private func signature(_ signature: Citation.Signature?) -> Citation.Signature? {
    if case .good(let signer)? = signature { .good(by: text(signer)) } else { signature }
  }

  private func quote(_ quote: TextQuote) -> TextQuote {
    TextQuote(
      exact: text(quote.exact), prefix: text(quote.prefix), suffix: text(quote.suffix))
  }

  private func resume(_ resume: Resume) -> Resume {
    var redacted = resume
    redacted.basics.name = text(resume.basics.name)
    redacted.basics.label = resume.basics.label.map(text)
    redacted.basics.email = resume.basics.email.map(text)
    redacted.basics.phone = resume.basics.phone.map { _ in TelephoneRedaction.replacement }
    redacted.basics.summary = resume.basics.summary.map(passage)
    for index in redacted.entries.indices {
      redacted.entries[index].name = text(redacted.entries[index].name)
      redacted.entries[index].position = redacted.entries[index].position.map(text)
      redacted.entries[index].location = redacted.entries[index].location.map(text)
      redacted.entries[index].summary = redacted.entries[index].summary.map(passage)
      redacted.entries[index].highlights = redacted.entries[index].highlights.map(passage)
    }
    return redacted
  }

  private func passage(_ passage: Resume.Passage) -> Resume.Passage {
    .init(text: text(passage.text), range: passage.range)
  }
}
