import Glibc

/// The two streams of a command: results on standard output, all else on standard error.
enum Terminal {
  /// Whether people watch standard error.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  /// Tells something that is no result.
  static func note(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

  /// Prints a result and a line end.
  static func print(_ text: String) { write(Array((text + "\n").utf8), to: STDOUT_FILENO) }

  /// Prints a result that ends its own lines.
  static func write(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

  /// Writes all of `bytes`; a reader that has gone ends the process as SIGPIPE would.
  static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress.map { unsafe $0 + start }, $0.count - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { giveUp(descriptor, errno) }
      start += count
    }
  }

  /// Ends the process because a stream takes no more.
  private static func giveUp(_ descriptor: Int32, _ error: CInt) -> Never {
    guard error != EPIPE else { exit(141) }
    if descriptor != STDERR_FILENO {
      note("byline: cannot write to standard output: \(reason(error))")
    }
    exit(ExitStatus.inputOutput)
  }

  /// An error number of the system in words, lower-cased as the middle of a sentence.
  static func reason(_ error: CInt) -> String {
    unsafe String(cString: strerror(error)).lowercased()
  }
}

/// One line on a terminal that is written over as the work goes on; silent where nobody watches.
struct ProgressLine {
  private let isShown = Terminal.showsProgress
  private var last = ContinuousClock.now - .seconds(1)

  /// Shows `text`, at most ten times a second.
  mutating func show(_ text: @autoclosure () -> String) {
    guard isShown, ContinuousClock.now - last > .milliseconds(100) else { return }
    last = .now
    Terminal.write(Array("\r\u{1B}[K\(text())".utf8), to: STDERR_FILENO)
  }

  /// Clears the line.
  func end() {
    if isShown { Terminal.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
  }
}
