/// What a topic is called: brings the spellings of one thing together ("mail-router", "the mail
/// router"), and names written by a person to spellings a rule would not find.
public struct TopicVocabulary: Sendable, Hashable {
  /// The name of each spelling, both in normal form.
  private var names: [String: String] = [:]

  /// Makes an empty vocabulary, which only brings spellings to their normal form.
  public init() {}

  /// Reads a table of one topic a line: `name = spelling, spelling`, `#` before a remark. Lines that are
  /// none of this are passed over.
  public init(table: String) {
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = String(parts[0]).trimmingSpaces
      for spelling in parts[1].split(separator: ",") { add(String(spelling), as: name) }
    }
  }

  /// Whether nothing was taught or learnt.
  public var isEmpty: Bool { names.isEmpty }

  /// Teaches a spelling of a topic.
  public mutating func add(_ spelling: String, as name: String) {
    names[Self.normal(spelling)] = Self.normal(name)
  }

  /// Learns from the topics of a store: a short spelling that only one longer topic ends with ("scheduler",
  /// where there is "nova scheduler" and no other scheduler) is that topic. Counts decide nothing, so the
  /// order of `topics` does not matter.
  public mutating func learn(from topics: [String]) {
    let known = Set(topics.map(Self.normal)).subtracting([""])
    var endings: [String: Set<String>] = [:]
    for topic in known {
      let words = topic.split(separator: " ")
      for start in words.indices.dropFirst() {
        endings[words[start...].joined(separator: " "), default: []].insert(topic)
      }
    }
    for topic in known.sorted() where names[topic] == nil {
      // The longest of a chain stands for it: "scheduler", "nova scheduler".
      guard let longer = endings[topic], longer.count == 1, let name = longer.first else {
        continue
      }
      names[topic] = name
    }
  }

  /// The name of a topic: what its spelling was taught or learnt as, else its normal form.
  public func name(of topic: String) -> String {
    var name = Self.normal(topic)
    // A taught name may itself be a spelling; a table that runs in circles ends at the eighth step.
    for _ in 0..<8 {
      guard let next = names[name], next != name else { break }
      name = next
    }
    return name
  }

  /// Small letters, hyphens and underscores as spaces, no article, quotation marks, version or plural
  /// ending: "Cells v2" are "cell".
  static func normal(_ topic: String) -> String {
    var words = topic.lowercased()
      .split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "+") }
      .map(String.init)
    while let first = words.first, ["the", "a", "an", "our", "my"].contains(first) {
      words.removeFirst()
    }
    if words.count > 1, let last = words.last, last.utf8.first == UInt8(ascii: "v"),
      last.utf8.count > 1,
      last.dropFirst().allSatisfy({ $0.isNumber || $0 == "." })
    {
      words.removeLast()
    }
    if let last = words.popLast() { words.append(VerbEndings.noun(of: last)) }
    return words.joined(separator: " ")
  }
}
