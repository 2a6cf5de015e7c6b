import MailParsing

/// How well persons agree with a `.mailmap`, counted in pairs of addresses.
///
/// Addresses that share a line are one person, through further lines too; only addresses that were
/// sighted and that the map mentions are judged.
package struct MailmapScore {
  /// Pairs the map holds to be one person.
  package private(set) var wanted = 0
  /// Pairs the merger holds to be one person.
  package private(set) var found = 0
  /// Pairs that both do.
  package private(set) var right = 0
  /// What the merger joined and the map does not, for reading.
  package private(set) var wrongPairs: [String] = []
  /// What the map joins and the merger does not, for reading.
  package private(set) var missedPairs: [String] = []

  /// The share of the pairs joined that the map joins; 1 where none are.
  package var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
  /// The share of the pairs the map joins that are joined; 1 where it joins none.
  package var recall: Double { wanted == 0 ? 1 : Double(right) / Double(wanted) }

  /// Counts the pairs. Cost: quadratic in the addresses that the map mentions and were sighted.
  package init(_ persons: [MergedPerson], against mailmap: Mailmap) {
    // An address that several persons share belongs to the one who shows it most often.
    var holder: [String: (person: Int, count: Int)] = [:]
    for (number, person) in persons.enumerated() {
      for identity in person.identities {
        let email = identity.address.email.lowercased()
        if identity.count > holder[email]?.count ?? -1 { holder[email] = (number, identity.count) }
      }
    }
    var group: [String: String] = [:]
    func canonical(_ email: String) -> String {
      var email = email
      while let next = group[email], next != email { email = next }
      return email
    }
    for entry in mailmap.entries where !entry.properEmail.isEmpty && !entry.commitEmail.isEmpty {
      let (one, other) = (entry.properEmail.lowercased(), entry.commitEmail.lowercased())
      for email in [one, other] where group[email] == nil { group[email] = email }
      let (low, high) = (canonical(one), canonical(other))
      group[max(low, high)] = min(low, high)
    }
    let judged = group.keys.filter { holder[$0] != nil }.sorted()
    for (index, one) in judged.enumerated() {
      for other in judged[(index + 1)...] {
        let isWanted = canonical(one) == canonical(other)
        let isFound = holder[one]?.person == holder[other]?.person
        wanted += isWanted ? 1 : 0
        found += isFound ? 1 : 0
        right += isWanted && isFound ? 1 : 0
        if isFound && !isWanted { wrongPairs.append("\(one) \(other)") }
        if isWanted && !isFound { missedPairs.append("\(one) \(other)") }
      }
    }
  }
}
