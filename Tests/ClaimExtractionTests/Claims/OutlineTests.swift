import ClaimExtraction
import Testing

@Suite("The layout of a statement")
struct OutlineTests {
  @Test(
    "a number that a capital follows marks an item, with or without a space",
    arguments: ["1. Update the guide", "1.Update the guide", "2)Keep the gate green", "- Fix it"])
  func items(line: String) {
    #expect(kinds(line) == [.item])
  }

  @Test(
    "a number in running text marks none",
    arguments: ["1.2 was released in May", "3.x brought plugins", "2019 was a good year"])
  func numbers(line: String) {
    #expect(kinds(line) == [.paragraph])
  }

  @Test("a remark in brackets neither heads a list nor ends one")
  func remarks() {
    let text = ScalarText(
      "I did this:\n\n- Fix it\n(in spring)\n- Test it\n\n(in no order)\n- Ship it\n")
    let blocks = Outline(text, own: [0..<text.count]).blocks
    #expect(blocks.filter { $0.kind == .item }.map(\.governor) == [0, 0, 0])
  }

  @Test("stars head what stands right below them, and mark items elsewhere")
  func stars() {
    let outlined = ScalarText(
      "* Done so far\n** Testing\n- Fix it\n- Test it\n* Plans\nWe ship it.\n")
    let blocks = Outline(outlined, own: [0..<outlined.count]).blocks
    #expect(blocks.map(\.kind) == [.heading, .heading, .item, .item, .heading, .paragraph])
    #expect(blocks[2].governor == 1)
    let list = ScalarText("This is what we did:\n\n* Fix it\n** All of it\n* Test it\n")
    #expect(
      Outline(list, own: [0..<list.count]).blocks.map(\.kind) == [.heading, .item, .item, .item])
  }

  private func kinds(_ line: String) -> [Outline.Block.Kind] {
    let text = ScalarText("This is what we did:\n\n" + line + "\n")
    return Outline(text, own: [0..<text.count]).blocks.dropFirst().map(\.kind)
  }
}
