import ArchiveStorage

extension CheckResult {
  /// The result with what is known of the signatures of the commits it cites; looks at each repository
  /// once. Throws only where the task is cancelled.
  func withSignatures(_ keys: CheckRecord.Keys?) async throws -> CheckResult {
    let signatures = await GitSignatures(keys)
    var result = self
    if let failure = signatures.failure { result.notes.append(failure) }
    var cited: [String: Set<String>] = [:]
    for case .commit(let commit) in claims.flatMap(\.findings).flatMap(\.citations)
      + unclaimedWork.flatMap(\.citations)
    {
      cited[commit.repository, default: []].insert(commit.commit)
    }
    for (repository, commits) in cited.sorted(by: { $0.key < $1.key }) {
      do {
        let found = try await signatures.signatures(of: commits.sorted(), in: repository)
        if !found.isEmpty { result.sign(found) }
      } catch let failure as GitCommand.Failure {
        result.notes.append("\(repository) does not tell which commits are signed: \(failure.said)")
      }
    }
    return result
  }

  private mutating func sign(_ signatures: [String: CommitCitation.Signature]) {
    func sign(_ citations: inout [Citation]) {
      for index in citations.indices {
        guard case .commit(var commit) = citations[index],
          let signature = signatures[commit.commit]
        else { continue }
        commit.signature = signature
        citations[index] = .commit(commit)
      }
    }
    for claim in claims.indices {
      for finding in claims[claim].findings.indices {
        sign(&claims[claim].findings[finding].citations)
      }
    }
    for work in unclaimedWork.indices { sign(&unclaimedWork[work].citations) }
  }
}
