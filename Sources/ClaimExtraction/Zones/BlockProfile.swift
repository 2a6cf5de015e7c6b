/// What the lines between two blank ones are together: speech, a listing, a run of fields.
///
/// One line of a listing may read like anything; the block it stands in seldom does.
struct BlockProfile {
  /// Unquoted lines of the block.
  private(set) var lineCount = 0
  /// Lines that read like prose, and lines that look machine-made.
  private(set) var proseLines = 0
  private(set) var machineLines = 0
  /// Lines that begin with white space, and fields with a name and a value.
  private(set) var indentedLines = 0
  private(set) var fields = 0
  /// The look that most lines share; the first of equals.
  private(set) var commonLook = LineLook.text

  /// The profile of each line's block. Linear in the number of lines.
  static func profiles(of body: Body) -> [BlockProfile] {
    var profiles: [BlockProfile] = []
    profiles.reserveCapacity(body.lines.count)
    var start = 0
    while start < body.lines.count {
      var end = start + 1
      while end < body.lines.count, body.lines[end].blankLinesBefore == 0 { end += 1 }
      profiles += repeatElement(BlockProfile(of: body.lines[start..<end]), count: end - start)
      start = end
    }
    return profiles
  }

  private init(of lines: ArraySlice<BodyLine>) {
    var looks = Array(repeating: 0, count: LineLook.allCases.count)
    for line in lines where !line.isQuoted {
      lineCount += 1
      looks[Int(line.look.rawValue)] += 1
      if line.tally.classes.contains(.grammar), line.words.count > 5, line.look.isSpeech {
        proseLines += 1
      }
      if line.look.isMachineMade { machineLines += 1 }
      if line.indent > 0 { indentedLines += 1 }
      if line.look == .field || line.look == .headerField { fields += 1 }
    }
    for look in LineLook.allCases where looks[Int(look.rawValue)] > looks[Int(commonLook.rawValue)]
    {
      commonLook = look
    }
  }

  /// A part of the block's lines in eighths, rounded up; 0 where there are none.
  func eighths(_ part: Int) -> UInt8 {
    lineCount == 0 ? 0 : UInt8((part * 8 + lineCount - 1) / lineCount)
  }
}

extension LineLook {
  /// Whether people write such lines.
  var isSpeech: Bool {
    switch self {
    case .text, .bullet, .heading, .greeting, .farewell, .name: true
    default: false
    }
  }

  /// Whether programs write such lines.
  var isMachineMade: Bool {
    switch self {
    case .diffHeader, .hunk, .diffStat, .diffSummary, .diffChange, .tableRow, .log, .prompt, .code,
      .commit:
      true
    default: false
    }
  }
}
