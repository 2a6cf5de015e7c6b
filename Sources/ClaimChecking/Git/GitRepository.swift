/// A git repository to be asked, and what to know of it beforehand.
struct GitRepository: Sendable {
  /// What a path turned out to be.
  enum State: Sendable, Hashable {
    /// History can be read; `isShallow` where it is cut off at some depth.
    case readable(isShallow: Bool)
    /// A repository without a commit.
    case empty
    /// No repository, or one that git will not read; with git's words.
    case unreadable(String)
  }

  /// As the user named it.
  let path: String
  let git: GitCommand
  let state: State

  /// Looks at a path. Never throws: what is wrong is the state.
  init(at path: String) async {
    self.path = path
    let git = GitCommand(path: path)
    self.git = git
    do {
      let answer = try await git.output(
        "rev-parse", "--is-shallow-repository", "--absolute-git-dir")
      let isShallow = answer.hasPrefix("true")
      if (try? await git.output("rev-parse", "--verify", "--quiet", "HEAD^{commit}")) != nil {
        state = .readable(isShallow: isShallow)
      } else {
        state = .empty
      }
    } catch let failure as GitCommand.Failure {
      state = .unreadable(failure.said)
    } catch {
      state = .unreadable("git could not be run: \(error)")
    }
  }
}
