import ArchiveStorage
import ResumeReading

/// What statements and résumé name, to tell what they do not.
struct SaidWords {
  private let stems: Set<String>

  /// Reads the statements and, where there is one, the résumé. Linear.
  init(_ statements: [Statement], resume: ResumePassages?) {
    var stems = resume.map { Words.stems(of: $0.source.resume.text) } ?? []
    for statement in statements {
      stems.formUnion(Words.stems(of: statement.text))
      stems.formUnion(Words.stems(of: statement.subject))
    }
    self.stems = stems
  }

  /// Whether they name a topic; a topic without a telling word counts as named, as nothing could be
  /// said of it.
  func name(_ topic: Topic) -> Bool { topic.terms.isEmpty || topic.isNamed(by: stems) }
}
