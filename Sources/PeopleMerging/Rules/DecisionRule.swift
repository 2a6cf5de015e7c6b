import MailParsing

/// What a user said about identities, brought to the senders it is about.
struct DecisionRule {
  /// The merges asked for.
  var links: [Link] = []
  /// The sides that no rule may bring together.
  var separations: [(one: [Int], other: [Int])] = []

  /// Finds the senders that decisions name; one that names nobody here says nothing.
  init(_ decisions: [MergeDecision], _ senders: [Sender]) {
    guard !decisions.isEmpty else { return }
    var byEmail: [String: [Int]] = [:]
    var byName: [String: [Int]] = [:]
    for (index, sender) in senders.enumerated() {
      byEmail[sender.address.email.lowercased(), default: []].append(index)
      byName[sender.address.name.lowercased(), default: []].append(index)
    }
    func named(by address: Address) -> [Int] {
      if address.email.isEmpty { return byName[address.name.lowercased()] ?? [] }
      let found = byEmail[address.email.lowercased()] ?? []
      if address.name.isEmpty { return found }
      return found.filter { senders[$0].address.name.lowercased() == address.name.lowercased() }
    }
    for decision in decisions {
      let (one, other) = (named(by: decision.one), named(by: decision.other))
      guard let first = other.first, !one.isEmpty else { continue }
      switch decision.kind {
      case .different:
        // What both sides name cannot be kept apart from itself.
        let both = Set(one).intersection(other)
        separations.append((one.filter { !both.contains($0) }, other.filter { !both.contains($0) }))
      case .same:
        for index in one + other where index != first {
          links.append(
            Link(index, first, .decision, because: "a user says that they are one person"))
        }
      }
    }
  }
}
