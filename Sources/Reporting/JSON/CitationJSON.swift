import ArchiveStorage
import ResumeReading

/// Writes citations so that ``ReportReader`` gives the same citations back.
struct CitationJSON {
  /// The numbers of the sources.
  let sources: SourceTable

  /// One citation; which of the three it is shows in its members (`entry`, `commit`, or neither).
  func value(_ citation: Citation) -> OrderedJSON {
    let source = ("source", OrderedJSON.string(sources.id(of: citation)))
    switch citation {
    case .message(let message):
      return .object(
        [
          source, ("messageId", .string(message.messageID)), ("path", .string(message.path)),
          ("member", .string(message.member)), ("entrySHA256", .string(message.entrySHA256)),
          ("entry", .range(message.entry)), ("range", .range(message.range)),
          ("selector", selector(message.quote)), ("sentAt", .string(message.sentAt)),
          ("author", .string(message.author)), ("links", .strings(message.links)),
        ] + authentication(message.signature))
    case .document(let document):
      return .object([
        source, ("path", .string(document.path)), ("sha256", .string(document.sha256)),
        ("range", .range(document.range)), ("selector", selector(document.quote)),
      ])
    case .commit(let commit):
      return .object(
        [
          source, ("repository", .string(commit.repository)), ("commit", .string(commit.commit)),
          ("swhid", .string(commit.swhid)), ("path", .string(commit.path)),
          ("subject", .string(commit.subject)), ("author", .string(commit.author)),
          ("authoredAt", .string(commit.authoredAt)), ("committedAt", .string(commit.committedAt)),
        ] + authentication(commit.signature))
    }
  }

  /// Without a signature what a mail or commit says of its author is its own word.
  private func authentication(_ signature: Citation.Signature?) -> [(String, OrderedJSON)] {
    switch signature {
    case nil: [("authentication", .string("selfAsserted"))]
    case .unchecked: [("authentication", .string("signedUnchecked"))]
    case .good(let signer): [("authentication", .string("signed")), ("signer", .string(signer))]
    case .bad: [("authentication", .string("badSignature"))]
    }
  }

  private func selector(_ quote: TextQuote) -> OrderedJSON {
    .object([
      ("type", .string("TextQuoteSelector")), ("exact", .string(quote.exact)),
      ("prefix", .string(quote.prefix)), ("suffix", .string(quote.suffix)),
    ])
  }
}
