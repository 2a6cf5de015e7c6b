import ArchiveStorage

/// What repositories hold on the words that claims ask for, and what cannot be had of them.
///
/// Read once, it serves any number of people.
struct GitRecord: Sendable {
  /// The histories that could be read, in the order the user named them.
  private(set) var histories: [GitHistory] = []
  /// Why the others could not.
  private(set) var failures: [String] = []
  /// What else to know of the repositories.
  private(set) var notes: [String] = []

  /// Reads every repository for these stems. A repository that cannot be read is told in
  /// ``failures``; throws only where the task is cancelled.
  init(_ repositories: [String], wanted: Set<String>, cache: GitLogCache) async throws {
    for path in repositories {
      let repository = await GitRepository(at: path)
      switch repository.state {
      case .unreadable(let said): failures.append("\(path) cannot be read by git: \(said)")
      case .empty: notes.append("\(path) has no commit")
      case .readable:
        notes += repository.notes
        do {
          let (log, hasPaths) = try await cache.log(of: repository)
          if !hasPaths {
            notes.append("\(path) has no trees: commits are known by their messages alone")
          }
          histories.append(
            GitHistory(log, of: repository, mailmap: await repository.mailmap(), wanted: wanted))
        } catch let failure as GitCommand.Failure {
          failures.append("\(path) cannot be read by git: \(failure.said)")
        } catch let error where !(error is CancellationError) {
          failures.append("\(path) cannot be read by git: \(error)")
        }
      }
    }
  }
}
