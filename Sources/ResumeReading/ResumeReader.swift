/// Reads a résumé in any of the formats people keep them in.
///
/// ## Topics
/// - ``read(_:name:)`` for a file's bytes
/// - ``readExport(_:name:)`` for the files of LinkedIn's data export
public struct ResumeReader: Sendable {
  /// The most bytes that are read; a longer file is no résumé.
  public static let byteLimit = 64 << 20

  /// Makes a reader.
  public init() {}

  /// Reads a résumé; the format is told by the bytes, `name` only stands in errors.
  ///
  /// A résumé without dates, sections or any known word gives a ``Resume`` with that much less in it.
  /// Cost: linear in the bytes. Errors: ``ResumeError`` with `empty`, `unknownFormat`, `damaged`,
  /// `tooLarge`, or `missingTool` where a PDF is given and poppler-utils is not installed.
  public func read(_ bytes: [UInt8], name: String) async throws -> Resume {
    guard bytes.count <= Self.byteLimit else {
      throw ResumeError(.tooLarge, file: name, "it is larger than \(Self.byteLimit >> 20) MiB")
    }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      throw ResumeError(.empty, file: name, "the file is empty")
    }
    switch ResumeFormat.recognised(bytes) {
    case .text?:
      return try checked(
        ResumeGrammar.resume(of: LightMarkup.lines(of: TextDecoder.text(of: bytes))), name)
    case .html?:
      return try checked(ResumeGrammar.resume(of: try HTMLText.lines(of: bytes, file: name)), name)
    case .json?:
      let text = TextDecoder.text(of: bytes)
      return try checked(try JSONResumeReader.resume(of: text, file: name), name)
    case .pdf?:
      let text = try await PDFText.text(of: bytes, file: name)
      return try checked(ResumeGrammar.resume(of: LightMarkup.lines(of: text)), name)
    case .word?, .linkedIn?: return try readZip(bytes, name)
    case nil:
      throw ResumeError(
        .unknownFormat, file: name,
        "it is no Markdown, plain text, HTML, JSON Resume, PDF, DOCX or LinkedIn export; save it as one of these"
      )
    }
  }

  /// Reads the CSV files of LinkedIn's data export, by their names (`Positions.csv`, …).
  ///
  /// Files that say nothing about a career are passed over. Errors: `unknownFormat` where no file does.
  public func readExport(_ files: [String: [UInt8]], name: String) throws -> Resume {
    guard let resume = LinkedInExport(files.mapValues(TextDecoder.text(of:))).resume() else {
      throw ResumeError(
        .unknownFormat, file: name, "there is no Positions.csv, Profile.csv or Education.csv in it")
    }
    return resume
  }

  private func readZip(_ bytes: [UInt8], _ name: String) throws -> Resume {
    let members = try ZipArchive.members(
      of: bytes, file: name,
      wanted: { $0.hasPrefix("word/") && $0.hasSuffix(".xml") || $0.lowercased().hasSuffix(".csv") }
    )
    if let document = members["word/document.xml"] {
      let lined = try WordText.lines(of: document, styles: members["word/styles.xml"], file: name)
      return try checked(ResumeGrammar.resume(of: lined), name)
    }
    return try readExport(members, name: name)
  }

  private func checked(_ resume: Resume, _ name: String) throws -> Resume {
    guard resume.text.contains(where: { $0.isLetter }) else {
      throw ResumeError(
        .empty, file: name, "there is no text in it; a scanned page needs recognition first")
    }
    return resume
  }
}
