import Subprocess

/// Takes the text out of a PDF with poppler's `pdftotext`: line by line as it is laid out on the page,
/// which keeps a date at the right end with its heading, or column by column where two stand beside
/// each other.
enum PDFText {
  /// The text, pages parted by form feeds.
  ///
  /// Errors: `missingTool` where poppler-utils is not installed, `damaged` where the file cannot be read.
  static func text(of bytes: [UInt8], file: String) async throws -> String {
    let layout = try await extract(bytes, file: file, options: ["-layout"])
    guard PageColumns.stand(sideBySideIn: layout) else { return layout }
    return try await extract(bytes, file: file, options: [])
  }

  /// The text with every pair of letters that a font draws as one written as the two that are meant.
  private static func withoutLigatures(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let letters = ligatures[scalar] {
        plain.append(contentsOf: letters.unicodeScalars)
      } else {
        plain.append(scalar)
      }
    }
    return String(plain)
  }

  private static let ligatures: [Unicode.Scalar: String] = [
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
    "\u{FB05}": "ft", "\u{FB06}": "st",
  ]

  private static func extract(
    _ bytes: [UInt8], file: String, options: [String]
  ) async throws -> String {
    let result: ExecutionResult<Void, BytesOutput, StringOutput<UTF8>>
    do {
      result = try await run(
        .name("pdftotext"), arguments: Arguments(options + ["-enc", "UTF-8", "-", "-"]),
        input: .array(bytes), output: .bytes(limit: ResumeReader.byteLimit),
        error: .string(limit: 65_536))
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw ResumeError(
        .missingTool, file: file,
        "a PDF is read with pdftotext; install the package poppler-utils, or save the résumé as text"
      )
    } catch let error as SubprocessError {
      throw ResumeError(
        .damaged, file: file, "pdftotext cannot read the PDF (\(error.description))")
    }
    guard result.terminationStatus.isSuccess else {
      let said =
        result.standardError.split(whereSeparator: \.isNewline).first.map { " (\($0))" } ?? ""
      throw ResumeError(.damaged, file: file, "pdftotext cannot read the PDF\(said)")
    }
    return withoutLigatures(String(decoding: result.standardOutput, as: UTF8.self))
  }
}
