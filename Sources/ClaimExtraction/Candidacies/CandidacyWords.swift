/// A quick look that tells nearly all posts from those that may announce a candidacy.
enum CandidacyWords {
  /// Whether a text has a word of candidacies, or one of running and one of offices. Linear, without
  /// allocation.
  static func occur(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { unsafe occur(in: $0.span) }
  }

  private static func occur(in bytes: Span<UInt8>) -> Bool {
    let marks = marks
    var seen: UInt32 = 0
    var index = 0
    while index < bytes.count {
      let first = index
      while index < bytes.count {
        let byte = bytes[index]
        guard (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 || byte == 0x2D else { break }
        index += 1
      }
      if index == first {
        index += 1
        continue
      }
      seen |= marks.mark(of: first..<index, in: bytes)
      if seen & act != 0 || seen == move | office { return true }
    }
    return false
  }

  private static let act: UInt32 = 1
  private static let move: UInt32 = 2
  private static let office: UInt32 = 4

  private static let marks = WordMarks([
    (
      act,
      "candidacy candidature nominate nominating nomination self-nomination self-nominate "
        + "self-nominating re-election reelection re-elected reelected nominee"
    ),
    (
      move,
      "candidate run running stand standing hat hats forward continue continuing serve serving "
        + "considered elected election propose proposing opportunity"
    ),
    (
      office,
      "ptl tc dpl committee board council chair chairman chairperson president treasurer secretary "
        + "leader lead director trustee trustees fesco ring"
    ),
  ])
}
