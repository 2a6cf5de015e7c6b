extension Unicode.Scalar {
  /// Whether a terminal or a page would obey the scalar and not show it: the C0, DEL and C1 controls, and
  /// the controls of the bidirectional algorithm (UAX #9 §2). All of them lie below U+10000.
  package var steersDisplay: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
