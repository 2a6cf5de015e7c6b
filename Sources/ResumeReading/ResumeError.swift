/// Why a résumé could not be read.
///
/// Two errors are equal when their codes are.
public struct ResumeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What went wrong; a closed list today, to be extended.
  public struct Code: Sendable, Hashable {
    /// The word that stands for the code in logs.
    public var word: String
    /// The exit status of a command that meets it, from `sysexits.h`.
    public var exitStatus: Int32

    /// The file holds no text.
    public static let empty = Code(word: "empty", exitStatus: 65)
    /// The bytes are of no format a résumé is read from.
    public static let unknownFormat = Code(word: "unknownFormat", exitStatus: 65)
    /// The format is known and the file is damaged or protected.
    public static let damaged = Code(word: "damaged", exitStatus: 65)
    /// The file is larger than any résumé.
    public static let tooLarge = Code(word: "tooLarge", exitStatus: 65)
    /// A program that reads the format is not installed.
    public static let missingTool = Code(word: "missingTool", exitStatus: 69)
  }

  /// What went wrong.
  public var code: Code
  /// The file, as the caller named it.
  public var file: String
  /// What is wrong and what to try, for people.
  public var detail: String

  /// Makes an error about a file.
  public init(_ code: Code, file: String, _ detail: String) {
    self.code = code
    self.file = file
    self.detail = detail
  }

  /// One line: the file, what is wrong, what to try.
  public var description: String { "cannot read résumé \(file): \(detail)" }

  /// Equality by code, so that tests need not spell sentences.
  public static func == (lhs: ResumeError, rhs: ResumeError) -> Bool { lhs.code == rhs.code }
}
