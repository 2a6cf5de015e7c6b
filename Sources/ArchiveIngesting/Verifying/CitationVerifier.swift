public import ArchiveReading
public import ArchiveStorage
import MailParsing

/// Walks from citations back to the bytes they rest on: path, member, entry, digest, text, words.
///
/// Nothing that was kept in between is trusted: the source is opened again, the entry's bytes are
/// digested and parsed again, and the cited words are looked for in what comes out.
public struct CitationVerifier: Sendable {
  /// Gives a document's text from its bytes, as it was when it was cited: plain text, or what a résumé
  /// reader makes of a file. Nil where it cannot be read so.
  public typealias DocumentText = @Sendable (DocumentCitation, [UInt8]) -> String?
  /// Gives cited words in the form in which they were published.
  public typealias Presentation = @Sendable (String) -> String

  private let database: ArchiveDatabase?
  let entryReader: EntryReader
  private let documentText: DocumentText
  private let presenting: Presentation

  /// Makes a verifier. `database` tells which messages were purged; `documentText` reads documents;
  /// `presenting` is what was done to the words before they were published, such as obscuring addresses.
  public init(
    _ database: ArchiveDatabase?, reader: EntryReader = EntryReader(),
    documentText: @escaping DocumentText = { String(decoding: $1, as: UTF8.self) },
    presenting: @escaping Presentation = { $0 }
  ) {
    self.database = database
    entryReader = reader
    self.documentText = documentText
    self.presenting = presenting
  }

  /// Reads each of `citations` again and gives what came of it, in their order. Each source is read
  /// once, however often it is cited.
  public func check(_ citations: [Citation]) async throws(StorageError) -> [CitationCheck] {
    var outcomes = [CitationOutcome?](repeating: nil, count: citations.count)
    var bySource: [SourceName: [Int]] = [:]
    for (index, citation) in citations.enumerated() {
      switch citation {
      case .message(let message):
        bySource[SourceName(message.path, message.member), default: []].append(index)
      case .document(let document): outcomes[index] = check(document)
      case .commit(let commit): outcomes[index] = await check(commit)
      }
    }
    for (source, indices) in bySource {
      let cited: [(Int, MessageCitation)] = indices.compactMap {
        guard case .message(let message) = citations[$0] else { return nil }
        return ($0, message)
      }
      for (index, outcome) in try await check(cited, in: source) { outcomes[index] = outcome }
    }
    return zip(citations, outcomes).map {
      CitationCheck(
        citation: $0, outcome: $1 ?? .missingSource(because: "the source ended before the entry"))
    }
  }

  private func check(
    _ cited: [(index: Int, citation: MessageCitation)], in source: SourceName
  ) async throws(StorageError) -> [(Int, CitationOutcome)] {
    var outcomes: [(Int, CitationOutcome)] = []
    var open: [(index: Int, citation: MessageCitation)] = []
    for item in cited {
      if let date = try database?.withdrawnAt(entrySHA256: item.citation.entrySHA256) {
        outcomes.append((item.index, .withdrawn(at: date)))
      } else {
        open.append(item)
      }
    }
    guard !open.isEmpty else { return outcomes }
    open.sort { $0.citation.entry.lowerBound < $1.citation.entry.lowerBound }
    var read = 0
    do throws(ReadingError) {
      let format = try await entryReader.format(path: source.path, member: source.member)
      try await entryReader.read(
        path: source.path, member: source.member, ranges: open.map(\.citation.entry)
      ) { _, bytes in
        let (index, citation) = open[read]
        outcomes.append((index, outcome(of: citation, bytes, format)))
        read += 1
      }
    } catch {
      for (index, _) in open[read...] {
        outcomes.append((index, .missingSource(because: error.description)))
      }
    }
    return outcomes
  }

  private func outcome(
    of citation: MessageCitation, _ bytes: Span<UInt8>, _ format: ArchiveFormat?
  ) -> CitationOutcome {
    guard bytes.count == citation.entry.count else {
      return .failed(because: "the source ends before the entry does")
    }
    guard SHA256.hexadecimal(of: bytes) == citation.entrySHA256 else {
      return .failed(because: "the entry's bytes have changed")
    }
    guard let format else { return .failed(because: "the source is no archive any more") }
    var reader = entryReader
    let message = reader.parse(bytes, format: format).parsed.message
    if let id = citation.messageID, !message.messageID.contains(id) {
      return .failed(because: "the entry is another message")
    }
    return words(citation.quote.exact, at: citation.range, in: message.text)
  }

  private func words(_ quote: String, at range: Range<Int>, in text: String) -> CitationOutcome {
    // Scalars, not characters: two spellings of one character are different words here.
    presenting(TextQuote(of: range, in: text).exact).unicodeScalars
      .elementsEqual(quote.unicodeScalars)
      ? .held : .failed(because: "other words stand at the cited place")
  }

  private func check(_ citation: DocumentCitation) -> CitationOutcome {
    let bytes: [UInt8]
    do throws(ReadingError) {
      bytes = try EntryReader.document(at: citation.path)
    } catch {
      return .missingSource(because: error.description)
    }
    guard SHA256.hexadecimal(of: bytes.span) == citation.sha256 else {
      return .failed(because: "the document's bytes have changed")
    }
    guard let text = documentText(citation, bytes) else {
      return .failed(because: "the document cannot be read as it was")
    }
    return words(citation.quote.exact, at: citation.range, in: text)
  }

  private func check(_ citation: CommitCitation) async -> CitationOutcome {
    do throws(ReadingError) {
      let commit = try await GitCommit(citation.commit, in: citation.repository)
      if commit.subject != citation.subject {
        return .failed(because: "the commit's subject is another")
      }
      guard commit.author.contains(citation.author) || citation.author.contains(commit.authorName)
      else { return .failed(because: "the commit's author is another") }
      return .held
    } catch {
      return .missingSource(because: error.description)
    }
  }

  private struct SourceName: Hashable {
    var path: String
    var member: String?

    init(_ path: String, _ member: String?) {
      self.path = path
      self.member = member
    }
  }
}
