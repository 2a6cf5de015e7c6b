/// A word of the feature language: its text and the number that stands for it in the model.
package struct Name: Sendable, Hashable {
  package let text: String
  package let number: UInt64

  package init(_ text: String) {
    self.text = text
    self.number = Name.digest(text)
  }

  package static func == (left: Name, right: Name) -> Bool { left.number == right.number }
  package func hash(into hasher: inout Hasher) { hasher.combine(number) }

  /// FNV-1a over the UTF-8 bytes: stable between runs and machines, unlike `Hasher`.
  package static func digest(_ text: String) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return state
  }

  /// The number of a sequence of names, different for every order.
  package static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var state = left ^ (right &* 0x9E37_79B9_7F4A_7C15)
    state ^= state >> 29
    state = state &* 0xBF58_476D_1CE4_E5B9
    return state ^ (state >> 32)
  }
}
