/// Why a file could not be read as a report.
public struct ReportError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of fault it is; grows with later versions.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    /// The code's name.
    public let description: String
    /// The bytes are not JSON.
    public static let notJSON = Code(description: "notJSON")
    /// The document names another schema than `byline.report/1`, or none.
    public static let otherSchema = Code(description: "otherSchema")
    /// A member the schema promises is missing or of another type.
    public static let malformed = Code(description: "malformed")
  }
  /// What kind of fault it is.
  public var code: Code
  /// Where it is and what to try, for people.
  public var detail: String

  /// Makes an error.
  public init(code: Code, detail: String) {
    self.code = code
    self.detail = detail
  }

  /// The sentence for people.
  public var description: String { detail }
}
