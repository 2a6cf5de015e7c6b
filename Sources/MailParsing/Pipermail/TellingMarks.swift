/// The places of a body at which pipermail may have written over it, found in one pass.
///
/// Most bodies hold few of them, and a pass for each kind would cost more than all that is done there.
struct TellingMarks {
  /// The `>` of each line that begins `>From `: the mbox that pipermail read had it so. One `>` only, as
  /// Mailman itself writes mboxo.
  private(set) var fromEscapes: [Range<Int>] = []
  /// Where lines begin that begin with hyphens, as the scrubber's do.
  private(set) var hyphenLines: [Int] = []
  /// Where `/att` stands, as in links to what was scrubbed.
  private(set) var attachmentLinks: [Int] = []
  /// Where ` at ` stands, which may have been an `@`.
  private(set) var ats: [Int] = []
  /// Whether a line may begin a file that was written into the text.
  private(set) var mayHoldFiles = false

  /// Looks at all of `body`, 16 places a step.
  init(_ body: Span<UInt8>) {
    lookAtLine(body, from: 0)
    var index = 0
    while let place = body.firstTellingPlace(from: index) {
      look(body, at: place)
      index = place + 1
    }
  }

  private mutating func look(_ body: Span<UInt8>, at index: Int) {
    switch body[index] {
    case 0x0A: lookAtLine(body, from: index + 1)
    case 0x20:
      // Two that share a blank are one: the first.
      if body.starts(with: " at ", at: index), index >= (ats.last ?? -4) + 4 { ats.append(index) }
    case 0x2F: if body.starts(with: "/att", at: index) { attachmentLinks.append(index) }
    default: break
    }
  }

  private mutating func lookAtLine(_ body: Span<UInt8>, from index: Int) {
    guard index < body.count else { return }
    switch body[index] {
    case 0x3E:
      if body.starts(with: ">From ", at: index) { fromEscapes.append(index..<(index + 1)) }
    case 0x2D: if body.starts(with: "----", at: index) { hyphenLines.append(index) }
    case 0x62: if body.starts(with: "begin ", at: index) { mayHoldFiles = true }
    case 0x3D: if body.starts(with: "=ybegin ", at: index) { mayHoldFiles = true }
    default: break
    }
  }
}

extension Span where Element == UInt8 {
  /// The first place from `start` on that the first three bytes of a mark stand at; near the end, where a
  /// step would look too far, each place counts. Nil where none is left.
  fileprivate func firstTellingPlace(from start: Int) -> Int? {
    precondition(start >= 0 && start <= count)
    return unsafe withUnsafeBytes { bytes in
      func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }
      var index = start
      // A step looks at three neighbouring bytes of each of its places.
      while index + 18 <= bytes.count {
        let one = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        let two = unsafe bytes.loadUnaligned(fromByteOffset: index + 1, as: SIMD16<UInt8>.self)
        let three = unsafe bytes.loadUnaligned(fromByteOffset: index + 2, as: SIMD16<UInt8>.self)
        let isWord =
          ((one .== all(0x20)) .| (one .== all(0x2F))) .& (two .== all(0x61))
          .& (three .== all(0x74))
        let isLine =
          (one .== all(0x0A))
          .& ((two .== all(0x2D)) .| (two .== all(0x3D))
            .| ((two .== all(0x3E)) .& (three .== all(0x46)))
            .| ((two .== all(0x62)) .& (three .== all(0x65))))
        if let lane = (isWord .| isLine).firstSet { return index + lane }
        index += 16
      }
      return index < bytes.count ? index : nil
    }
  }
}
