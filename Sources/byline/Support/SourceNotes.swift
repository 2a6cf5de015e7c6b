import ArchiveReading
import MailParsing
import Reporting

/// Tells on standard error what of an archive was passed over or could not be read.
enum SourceNotes {
  static func tell(_ event: ReadingEvent) {
    switch event {
    case .skipped(let item):
      let member = item.member.map { " (\($0))" } ?? ""
      Terminal.note("skipped \(VisibleText.line(item.path + member)): \(item.because)")
    case .read(let reading):
      for defect in reading.defects {
        Terminal.note(
          "\(VisibleText.line(reading.source.path)): \(defect.detail) at byte \(defect.range.lowerBound)"
        )
      }
    case .unchanged: break
    }
  }
}
