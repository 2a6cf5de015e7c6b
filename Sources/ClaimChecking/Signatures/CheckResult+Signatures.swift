import ArchiveStorage

extension CheckResult {
  /// The result with what is known of the signatures of the commits and posts it cites; looks at each
  /// repository and each post once. Throws only where the task is cancelled or the store fails.
  func withSignatures(_ record: CheckRecord) async throws -> CheckResult {
    let keyring = await Keyring(record.keys)
    var result = self
    if let failure = keyring.failure { result.notes.append(failure) }
    let known = try await result.commitSignatures(keyring.keys)
      .merging(result.postSignatures(keyring.keys, record.database)) { first, _ in first }
    if !known.isEmpty { result.sign(known) }
    return result
  }

  /// Every citation of the result.
  private var citations: [Citation] {
    claims.flatMap(\.findings).flatMap(\.citations) + unclaimedWork.flatMap(\.citations)
  }

  private mutating func commitSignatures(
    _ keys: Keyring.Keys?
  ) async throws -> [String: Citation.Signature] {
    var cited: [String: Set<String>] = [:]
    for case .commit(let commit) in citations {
      cited[commit.repository, default: []].insert(commit.commit)
    }
    var found: [String: Citation.Signature] = [:]
    for (repository, commits) in cited.sorted(by: { $0.key < $1.key }) {
      do {
        let signatures = try await CommitSignatures(keys: keys)
          .signatures(of: commits.sorted(), in: repository)
        found.merge(signatures) { first, _ in first }
      } catch let failure as GitCommand.Failure {
        notes.append("\(repository) does not tell which commits are signed: \(failure.said)")
      }
    }
    return found
  }

  private mutating func postSignatures(
    _ keys: Keyring.Keys?, _ database: ArchiveDatabase?
  ) async throws -> [String: Citation.Signature] {
    guard let database else { return [:] }
    let signatures = MailSignatures(database: database, keys: keys)
    var found: [String: Citation.Signature] = [:]
    var seen = Set<String>()
    for case .message(let message) in citations {
      let key = Citation.message(message).key
      guard seen.insert(key).inserted else { continue }
      found[key] = try await signatures.signature(of: message)
    }
    return found
  }

  /// Notes signatures by the keys of what they sign.
  private mutating func sign(_ signatures: [String: Citation.Signature]) {
    func sign(_ citations: inout [Citation]) {
      for index in citations.indices {
        guard let signature = signatures[citations[index].key] else { continue }
        switch citations[index] {
        case .commit(var commit):
          commit.signature = signature
          citations[index] = .commit(commit)
        case .message(var message):
          message.signature = signature
          citations[index] = .message(message)
        case .document: continue
        }
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
