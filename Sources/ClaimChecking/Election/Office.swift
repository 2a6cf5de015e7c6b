/// An office that people are elected to.
enum Office: String, CaseIterable {
  case ptl, technicalCommittee, board, leader, chair, council, committee, delegate

  /// The offices that a text with these stems names.
  static func all(in stems: Set<String>) -> [Office] {
    allCases.filter { office in
      office.names.contains { name in name.allSatisfy { stems.contains(WordStem.of($0)) } }
    }
  }

  /// Whether one holds the office for a project, so that results have to name it.
  var isOfProject: Bool { self == .ptl }

  private var names: [[String]] {
    switch self {
    case .ptl: [["ptl"], ["project", "technical", "lead"], ["project", "team", "lead"]]
    case .technicalCommittee: [["tc"], ["technical", "committee"]]
    case .board: [["board"], ["director"]]
    case .leader: [["leader"], ["dpl"]]
    case .chair: [["chair"], ["chairman"], ["chairperson"]]
    case .council: [["council"]]
    case .committee: [["committee"]]
    case .delegate: [["delegate"], ["representative"]]
    }
  }
}
