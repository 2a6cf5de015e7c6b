import ArgumentParser
import Foundation
import MailParsing

/// Times reading every message of an mbox.
struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Parses mboxes, with and without JSON lines; against GMime's walk and wc -l.")

  /// What a run does with each message.
  enum Stage: String, ExpressibleByArgument, CaseIterable {
    case parse, lines
  }

  @Argument(help: "mbox or pipermail text files, uncompressed.")
  var files: [String]

  @Option(help: "How often each program runs; the best counts.")
  var rounds = 3

  @Option(help: .hidden)
  var once: Stage?

  func run() throws {
    if let once { return try read(once) }
    let gmime = try Reference.gmimeWalk.build()
    let measurements = try Stopwatch.measure(
      [
        .init(
          name: "byline parse", executable: Split.executable,
          arguments: ["parse", "--once", "parse"] + files),
        .init(
          name: "byline parse, JSON lines", executable: Split.executable,
          arguments: ["parse", "--once", "lines"] + files, discardsOutput: true),
        .init(name: "GMime walk", executable: gmime, arguments: files),
        .init(
          name: "wc -l", executable: URL(fileURLWithPath: "/usr/bin/wc"), arguments: ["-l"] + files),
      ], rounds: rounds)
    Report.print(measurements, files: files)
  }

  /// Reads every message once, as a process of its own that is timed from outside.
  private func read(_ stage: Stage) throws {
    var counts = (messages: 0, text: 0, references: 0)
    var message = FlatMessage()
    var line = MessageLine()
    var output: [UInt8] = []
    let parser = MessageParser()
    for file in files {
      try MappedFile.withBytes(of: file) { bytes in
        let reader = Self.reader(of: bytes)
        let dialect = reader.dialect
        _ = reader.split(bytes, isWhole: true) { entry in
          parser.parse(bytes, entry: entry, dialect: dialect, into: &message)
          counts.messages += 1
          counts.text += message.text.count
          counts.references += message.references.count
          guard stage == .lines else { return }
          let source = MessageLine.Source(
            path: file, member: nil, format: dialect.format, entry: entry.range,
            sha256: SHA256.hexadecimal(of: bytes.extracting(entry.range)))
          line.append(message, source: source, to: &output)
          if output.count > 1 << 20 { Self.write(&output) }
        }
      }
    }
    Self.write(&output)
    if stage == .parse {
      print(
        "\(counts.messages) messages, \(counts.text) bytes of text, \(counts.references) references"
      )
    }
  }

  /// A reader of the file's dialect, which its head tells.
  private static func reader(of bytes: Span<UInt8>) -> MboxReader {
    let head = bytes.extracting(first: min(bytes.count, MboxRecognition.sampleByteCount))
    return MboxRecognition(recognizing: head)?.reader ?? MboxReader(dialect: .mboxrd)
  }

  private static func write(_ output: inout [UInt8]) {
    unsafe output.withUnsafeBytes {
      unsafe _ = Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count)
    }
    output.removeAll(keepingCapacity: true)
  }
}
