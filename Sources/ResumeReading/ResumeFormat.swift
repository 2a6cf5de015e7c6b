/// The formats résumés come in.
public enum ResumeFormat: String, Sendable, Hashable, CaseIterable {
  /// Markdown or plain text, which are read by the same rules.
  case text
  case html
  /// JSON Resume.
  case json
  case pdf
  /// Office Open XML (`.docx`).
  case word
  /// LinkedIn's data export: a zip of CSV files.
  case linkedIn

  /// What the first bytes say a file is; nil for something no résumé is written in.
  ///
  /// A zip is told apart later, by its members. Names are not looked at: they lie often enough.
  static func recognised(_ bytes: [UInt8]) -> ResumeFormat? {
    if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .word }
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    if bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil { return .pdf }
    while start < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[start]) { start += 1 }
    let head = bytes[start...].prefix(4096).map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
    if bytes.starts(with: Array("{\\rtf".utf8)) { return nil }
    if head.first == UInt8(ascii: "{") { return .json }
    if head.first == UInt8(ascii: "<") {
      for mark in ["<html", "<!doctype html", "<body", "<head", "<article", "<section", "<table"]
      where head.firstRange(of: Array(mark.utf8)) != nil { return .html }
    }
    return isText(bytes) ? .text : nil
  }

  /// True where a file has the bytes of a text: no zeros but UTF-16's, few controls.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let sample = bytes.prefix(65_536)
    let controls = sample.count {
      $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D, 0x1B].contains($0) || $0 == 0x7F
    }
    return !sample.contains(0) && controls * 100 <= sample.count
  }
}
