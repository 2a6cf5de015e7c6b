import Foundation

/// A git repository to be asked, and what to know of it beforehand.
struct GitRepository: Sendable {
  /// What a path turned out to be.
  enum State: Sendable, Hashable {
    case readable
    /// A repository without a commit.
    case empty
    /// No repository, or one that git will not read; with git's words.
    case unreadable(String)
  }

  /// As the user named it.
  let path: String
  let git: GitCommand
  let state: State
  /// The folder that git keeps the repository in; for a linked worktree, the one all worktrees share.
  let folder: String
  /// The commits that branches, tags, remote branches and HEAD name, in order of their ids.
  let tips: [String]
  /// Whether history is cut off at some depth.
  let isShallow: Bool
  /// Whether objects were left out when it was cloned.
  let isPartial: Bool

  /// What makes up the history: not stashes, notes, or proposals that a review server keeps as refs.
  private static let revisions = ["--branches", "--tags", "--remotes", "HEAD"]

  /// Looks at a path. Never throws: what is wrong is the state.
  init(at path: String) async {
    self.path = path
    git = GitCommand(path: path)
    var found = (folder: "", tips: [String](), isShallow: false, isPartial: false)
    do {
      let answer = try await git.output([
        "rev-parse", "--path-format=absolute", "--is-shallow-repository", "--git-common-dir",
      ]).split(separator: "\n", maxSplits: 1)
      found.isShallow = answer.first == "true"
      found.folder = answer.last.map { $0.filter { $0 != "\n" } } ?? ""
      found.isPartial = await Self.isPartial(git)
      found.tips = try await Self.tips(git)
      state = found.tips.isEmpty ? .empty : .readable
    } catch {
      let failure = error as? GitCommand.Failure
      state = .unreadable(failure?.said ?? "git could not be run: \(error)")
    }
    (folder, tips, isShallow, isPartial) = found
  }

  /// The oldest commits of a shallow repository, which seem to have made all that they found.
  var boundary: Set<String> {
    guard isShallow, let text = try? String(contentsOfFile: folder + "/shallow", encoding: .utf8)
    else { return [] }
    return Set(text.split(separator: "\n").map(String.init))
  }

  /// The text of `.mailmap` in the newest commit; empty where there is none or it is not to be had.
  func mailmap() async -> String {
    (try? await git.output(["cat-file", "blob", "HEAD:.mailmap"])) ?? ""
  }

  /// What to know of the repository before believing its silence.
  var notes: [String] {
    var notes: [String] = []
    if isShallow { notes.append("\(path) is shallow: earlier commits are not in it") }
    if isPartial {
      notes.append("\(path) is a partial clone: what was left out is not fetched")
    }
    return notes
  }

  private static func isPartial(_ git: GitCommand) async -> Bool {
    let configured = try? await git.output([
      "config", "--get-regexp", #"^(extensions\.partialclone|remote\..*\.promisor)$"#,
    ])
    return configured?.isEmpty == false
  }

  private static func tips(_ git: GitCommand) async throws -> [String] {
    // Git fails where HEAD names a branch without a commit and nothing else does.
    let listed = try? await git.output(["rev-list", "--no-walk", "--ignore-missing"] + revisions)
    let tips = Set((listed ?? "").split(separator: "\n").map(String.init)).sorted()
    guard tips.isEmpty else { return tips }
    let named = try await git.output(["for-each-ref", "refs/heads", "refs/tags", "refs/remotes"])
    let head = try? await git.output(["rev-parse", "--verify", "--quiet", "HEAD"])
    guard named.isEmpty, head == nil else {
      throw GitCommand.Failure(said: "the commits that its branches name are missing")
    }
    return []
  }
}
