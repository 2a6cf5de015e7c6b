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

  private func kinds(_ line: String) -> [Outline.Block.Kind] {
    let text = ScalarText("This is what we did:\n\n" + line + "\n")
    return Outline(text, own: [0..<text.count]).blocks.dropFirst().map(\.kind)
  }
}
