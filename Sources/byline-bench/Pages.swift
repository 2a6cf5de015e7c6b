import ArgumentParser
import Foundation
import MailParsing

/// Times reading pipermail pages.
struct Pages: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Reads archive pages, with and without JSON lines; against libxml2's tree walked in C.",
    discussion: """
      The pages are opened and read by every program; what that costs alone is measured too. In the end \
      each page is read by the scanner and through libxml2's tree, and the pages are counted on which both \
      give the same message.
      """)

  /// What a run does with each page.
  enum Stage: String, ExpressibleByArgument, CaseIterable {
    case open, scan, tree, lines
  }

  @Argument(help: "Directories of pipermail months; their numbered pages are read.")
  var paths: [String]

  @Option(help: "How often each program runs; the best counts.")
  var rounds = 3

  /// What to do with the pages that the one file in ``paths`` lists.
  @Option(help: .hidden)
  var once: Stage?

  func run() throws {
    if let once { return try read(once, listed: paths.first ?? "") }
    let walk = try Reference.libxml2Walk.build()
    let pages = PageFile.pages(paths)
    let list = FileManager.default.temporaryDirectory.appendingPathComponent("byline-bench-pages")
    try Data(pages.joined(separator: "\n").utf8).write(to: list)
    func own(_ name: String, _ stage: Stage, discardsOutput: Bool = false) -> Stopwatch.Command {
      Stopwatch.Command(
        name: name, executable: Split.executable,
        arguments: ["pages", "--once", stage.rawValue, list.path], discardsOutput: discardsOutput)
    }
    let measurements = try Stopwatch.measure(
      [
        own("pages opened and read alone", .open),
        own("byline pages", .scan),
        own("byline pages, JSON lines", .lines, discardsOutput: true),
        own("byline pages through libxml2", .tree),
        .init(name: "libxml2 tree walk in C", executable: walk, arguments: [list.path]),
      ], rounds: rounds)
    Report.print(measurements, files: pages)
    let agreeing = try pages.count(where: Self.agree)
    print("\(agreeing) of \(pages.count) pages give the same message by the scanner and the tree")
  }

  /// Whether the scanner and libxml2's tree read the same on a page.
  private static func agree(on page: String) throws -> Bool {
    let bytes = try PageFile.bytes(of: page)
    let (scanned, mended) = (
      PipermailPage.read(bytes.span), PipermailPage.readThroughTree(bytes.span)
    )
    return scanned.parsed.message == mended.parsed.message && scanned.links == mended.links
  }

  /// Reads every page once, as a process of its own that is timed from outside.
  private func read(_ stage: Stage, listed list: String) throws {
    var (pages, text) = (0, 0)
    var message = FlatMessage()
    var line = MessageLine()
    var output: [UInt8] = []
    var bytes: [UInt8] = []
    let names = try PageFile.bytes(of: list)
    for name in names.split(separator: 0x0A) {
      let file = String(decoding: name, as: UTF8.self)
      let length = try PageFile.read(file, into: &bytes)
      let page = bytes.span.extracting(0..<length)
      switch stage {
      case .open: text += length
      case .scan: PipermailPage.parse(page, into: &message)
      case .tree: message = FlatMessage(PipermailPage.readThroughTree(page).parsed)
      case .lines:
        PipermailPage.parse(page, into: &message)
        let source = MessageLine.Source(
          path: file, member: nil, format: .pipermailHTML, entry: 0..<length,
          sha256: SHA256.hexadecimal(of: page))
        line.append(message, source: source, to: &output)
        if output.count > 1 << 20 {
          FileHandle.standardOutput.write(Data(output))
          output.removeAll(keepingCapacity: true)
        }
      }
      pages += 1
      text += message.text.count
    }
    if stage == .lines {
      FileHandle.standardOutput.write(Data(output))
    } else {
      print("\(pages) pages, \(text) bytes of text")
    }
  }
}

/// Finds pages and reads them, without a mapping each.
enum PageFile {
  /// The numbered pages below the given paths, sorted; a file counts as itself.
  static func pages(_ paths: [String]) -> [String] {
    paths.flatMap { path -> [String] in
      guard let names = FileManager.default.enumerator(atPath: path) else { return [path] }
      var pages: [String] = []
      while let name = names.nextObject() as? String {
        guard name.hasSuffix(".html"), let base = name.split(separator: "/").last,
          base.first?.isNumber == true
        else { continue }
        pages.append("\(path)/\(name)")
      }
      return pages.isEmpty ? [path] : pages.sorted()
    }
  }

  /// Reads the file into an array whose room is used again, which grows until a file leaves
  /// some over; gives the file's length.
  static func read(_ path: String, into bytes: inout [UInt8]) throws -> Int {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw BenchError("cannot read \(path)") }
    defer { close(descriptor) }
    if bytes.isEmpty { bytes = [UInt8](repeating: 0, count: 1 << 16) }
    var filled = 0
    while true {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Foundation.read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
      }
      guard count >= 0 else { throw BenchError("cannot read \(path)") }
      filled += count
      guard filled == bytes.count else { return filled }
      bytes.append(contentsOf: repeatElement(0, count: bytes.count))
    }
  }

  /// The bytes of the file.
  static func bytes(of path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BenchError("cannot read \(path)")
    }
    return [UInt8](data)
  }
}
