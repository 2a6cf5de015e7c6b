import ArchiveStorage
import ResumeReading

/// What to know of a store and a résumé before believing their silence.
enum RecordNotes {
  /// A sentence for each: a person without posts, a résumé without entries or without dates.
  static func notes(on record: CheckRecord, of subject: CheckSubject) throws -> [String] {
    var notes: [String] = []
    if let database = record.database {
      let own = try subject.personID.map { try database.messageIDs(ofPerson: $0) } ?? []
      if own.isEmpty { notes.append("the store has no post by \(subject.name)") }
    }
    if let (resume, path) = record.resume.map({ ($0.resume, $0.document.path) }) {
      if resume.entries.isEmpty {
        notes.append("no entry was found in \(path), so that it says nothing of any claim")
      } else if resume.entries.allSatisfy({ $0.startDate == nil && $0.endDate == nil }) {
        notes.append("\(path) has no dates, so that it tells no length of time")
      }
    }
    return notes
  }
}
