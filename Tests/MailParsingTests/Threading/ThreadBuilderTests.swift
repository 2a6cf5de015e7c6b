import MailParsing
import Testing

@Suite("ThreadBuilder puts messages into threads")
struct ThreadBuilderTests {
  private func entry(
    _ id: String?, _ references: [String] = [], inReplyTo: [String] = [], at date: Int64? = 0
  ) -> ThreadBuilder.Entry {
    ThreadBuilder.Entry(
      messageID: id.map { [$0] } ?? [], references: references, inReplyTo: inReplyTo, sentAt: date)
  }

  /// One line a node, two spaces a level, ghosts in parentheses.
  private func outline(_ entries: [ThreadBuilder.Entry]) -> [String] {
    ThreadBuilder.threads(of: entries).flatMap(\.nodes).map { node in
      let name = node.messageID ?? "-"
      return String(repeating: "  ", count: node.depth) + (node.isGhost ? "(\(name))" : name)
    }
  }

  @Test("answers stand under what they answer, in order of date")
  func order() {
    let entries = [
      entry("c", ["a"], at: 3), entry("b", ["a"], at: 2), entry("a", at: 1),
      entry("d", inReplyTo: ["b"], at: 4),
    ]
    #expect(outline(entries) == ["a", "  b", "    d", "  c"])
  }

  @Test("a message that nobody holds is a ghost that keeps its answers together")
  func ghosts() {
    let entries = [entry("b", ["lost"], at: 2), entry("c", ["root", "lost"], at: 3)]
    #expect(outline(entries) == ["(root)", "  (lost)", "    b", "    c"])
  }

  @Test("a reference that would close a loop is refused")
  func loops() {
    #expect(outline([entry("a", ["b"]), entry("b", ["a"])]).count == 2)
    #expect(outline([entry("a", ["a"])]) == ["a"])
    #expect(outline([entry("a", ["c"]), entry("b", ["a"]), entry("c", ["b"])]).count == 3)
  }

  @Test("two messages under one id are both kept")
  func repeatedID() {
    let entries = [entry("a"), entry("b", ["a"], at: 1), entry("b", ["a"], at: 2)]
    #expect(outline(entries) == ["a", "  b", "  b"])
  }

  @Test("equal subjects alone join nothing, and messages without an id stand alone")
  func unrelated() {
    #expect(ThreadBuilder.threads(of: [entry(nil), entry(nil)]).count == 2)
  }

  @Test("the order of the messages does not matter")
  func orderOfInput() {
    let entries = [
      entry("a", at: 1), entry("b", ["a"], at: 2), entry("c", ["a", "b"], at: 3),
      entry("d", ["x"], at: 4), entry("e", ["x", "d"], at: 5),
    ]
    let expected = outline(entries)
    #expect(outline(entries.reversed()) == expected)
    #expect(outline([entries[2], entries[4], entries[0], entries[3], entries[1]]) == expected)
  }

  @Test("a chain of a hundred thousand answers is one thread")
  func longChain() {
    let entries = (0..<100_000).map { entry("\($0)", $0 == 0 ? [] : ["\($0 - 1)"], at: Int64($0)) }
    let threads = ThreadBuilder.threads(of: entries)
    #expect(threads.count == 1)
    #expect(threads.first?.nodes.last?.depth == 99_999)
  }

  @Test("every message stands in one thread once, whatever the references say", arguments: 0..<20)
  func partition(seed: UInt64) {
    var state = seed &* 6_364_136_223_846_793_005 &+ 1
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let entries = (0..<200).map { _ in
      entry(
        "\(random(150))", (0..<random(4)).map { _ in "\(random(170))" }, at: Int64(random(1000)))
    }
    let messages = ThreadBuilder.threads(of: entries).flatMap(\.nodes).compactMap(\.message)
    #expect(messages.sorted() == Array(0..<200), "seed \(seed)")
  }
}
