import MailParsing

/// Brings names and addresses together to persons, by rules that say why.
///
/// Pure: the same sightings in any order give the same persons. No rule compares all with all; each
/// gathers identities under a key and links within it, so the cost is near-linear in the sightings.
///
/// Strong rules come first, and a rejected merge holds against all of them: where two sets are kept
/// apart, the link that would join them is passed over, and what remains is as if it had never been.
public struct PersonMerger: Sendable {
  private let mailmap: Mailmap
  private let decisions: [MergeDecision]

  /// Makes a merger that follows what a project and its user have said.
  public init(mailmap: Mailmap = Mailmap(), decisions: [MergeDecision] = []) {
    self.mailmap = mailmap
    self.decisions = decisions
  }

  /// The persons behind sightings, those most often seen first, then by name and address.
  ///
  /// Every distinct name and address stands in exactly one person; counts of repeated sightings are
  /// summed. No sightings give no persons.
  public func persons(from sightings: [Sighting]) -> [MergedPerson] {
    let senders = Sender.gathered(from: sightings)
    var sets = IdentitySets(count: senders.count)
    let decided = DecisionRule(decisions, senders)
    for (number, pair) in decided.separations.enumerated() {
      sets.separate(pair: number, one: pair.one, other: pair.other)
    }
    let frequency = NameFrequency(of: senders)
    let stages: [[Link]] = [
      decided.links,
      MailmapRule.links(among: senders, mailmap: mailmap),
      SameAddressRule.links(among: senders),
      MungedSenderRule.links(among: senders),
      ObscuredAddressRule.links(among: senders),
      SameNameRule.links(among: senders, frequency: frequency),
      SameLoginRule.links(among: senders, frequency: frequency),
      SpelledLoginRule.links(among: senders, frequency: frequency),
    ]
    var accepted: [Link] = []
    for stage in stages {
      // Rules go through dictionaries, whose order differs from run to run.
      for link in stage.sorted(by: { ($0.other, $0.one) < ($1.other, $1.one) })
      where sets.join(link.one, link.other) {
        accepted.append(link)
      }
    }
    return grouped(senders, &sets, accepted)
  }

  private func grouped(
    _ senders: [Sender], _ sets: inout IdentitySets, _ accepted: [Link]
  ) -> [MergedPerson] {
    var members: [Int: [Int]] = [:]
    for index in senders.indices { members[sets.root(of: index), default: []].append(index) }
    var merges: [Int: [MergedPerson.Merge]] = [:]
    for link in accepted {
      merges[sets.root(of: link.one), default: []].append(
        MergedPerson.Merge(
          identity: senders[link.one].address, with: senders[link.other].address, rule: link.rule,
          because: link.because))
    }
    let properNames = mailmap.properNames
    let persons = members.map { root, indices in
      (
        first: indices[0],
        person: Self.person(indices.map { senders[$0] }, merges[root] ?? [], properNames)
      )
    }
    return persons.sorted { ($1.person.count, $0.first) < ($0.person.count, $1.first) }.map(
      \.person)
  }

  private static func person(
    _ senders: [Sender], _ merges: [MergedPerson.Merge], _ properNames: [String: String]
  ) -> MergedPerson {
    // Senders come ordered by content, and the sort is stable among equals by that order.
    let byCount = senders.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    .map(\.element)
    let kind = byCount.first { $0.kind == .person }?.kind ?? byCount[0].kind
    let proper = byCount.lazy.compactMap { properNames[$0.address.email.lowercased()] }.first
    return MergedPerson(
      name: proper ?? shownName(byCount), kind: kind,
      identities: byCount.map { .init(address: $0.address, count: $0.count) }, merges: merges)
  }

  /// The full name with the highest count over all identities, else the commonest name, else the address.
  private static func shownName(_ senders: [Sender]) -> String {
    var counts: [String: Int] = [:]
    for sender in senders { counts[sender.name.shown, default: 0] += sender.count }
    let ranked = senders.map(\.name).filter { !$0.shown.isEmpty }
    func most(_ names: [PersonName]) -> String? {
      names.max {
        let (one, other) = (counts[$0.shown, default: 0], counts[$1.shown, default: 0])
        return (one, $1.shown) < (other, $0.shown)
      }?.shown
    }
    return most(ranked.filter(\.isFull)) ?? most(ranked) ?? senders[0].address.email
  }
}

extension Mailmap {
  /// The name a line gives to each address it mentions, lower-cased.
  fileprivate var properNames: [String: String] {
    var names: [String: String] = [:]
    for entry in entries where !entry.properName.isEmpty {
      names[entry.properEmail.lowercased()] = entry.properName
    }
    return names
  }
}
