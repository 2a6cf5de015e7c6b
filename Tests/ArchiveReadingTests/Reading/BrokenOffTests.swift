import ArchiveReading
import Foundation
import MailParsing
import TestSupport
import Testing

@Suite("Compressed files that break off")
struct BrokenOffTests {
  /// Compressions, by the program that makes them and their suffix.
  static let programs = [("gzip", "gz"), ("bzip2", "bz2"), ("xz", "xz"), ("zstd", "zst")]
    .filter { Tool.isInstalled($0.0) }

  /// Letters of words that do not repeat soon, so that each compression makes several blocks of them.
  private static func mbox(_ count: Int) -> String {
    var seed: UInt64 = 2008
    return (0..<count).map { number in
      let words = (0..<400).map { _ in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return String(seed >> 40, radix: 36)
      }
      return Letter.entry(number, body: words.joined(separator: " ") + "\n")
    }.joined()
  }

  @Test(
    "all that the program itself still decompresses is read, the last letter as far as it goes",
    arguments: programs)
  func brokenOff(_ program: String, _ suffix: String) async throws {
    let archives = try Archives(["whole.mbox": Self.mbox(800)])
    try Shell.run("cd '\(archives.path)' && \(program) -c whole.mbox > whole && rm whole.mbox")
    let whole = try Data(contentsOf: URL(fileURLWithPath: archives.file("whole")))
    try archives.write(
      Array(whole.prefix(whole.count * 3 / 4)), to: "broken/letters.mbox.\(suffix)")
    try Shell.run(
      "cd '\(archives.path)' && \(program) -dc < broken/letters.mbox.\(suffix) > kept 2>&- || true")
    let kept = try Data(contentsOf: URL(fileURLWithPath: archives.file("kept")))
    #expect(kept.count > 100_000)

    let read = try await ReadAll([archives.file("broken")])
    let last = try #require(read.readings.last)
    #expect(last.defects.map(\.kind) == [.truncatedInput])
    #expect(last.byteCount >= kept.count)
    #expect(read.entries.last?.range.upperBound == last.byteCount)
    let letters = String(decoding: kept, as: UTF8.self).split(separator: "\nFrom: ").count - 1
    #expect(read.entries.count >= letters)
  }

  @Test("a tar that breaks off gives what there is of its last member")
  func brokenTar() async throws {
    let archives = try Archives(["list/a.mbox": Self.mbox(3), "list/b.mbox": Self.mbox(200)])
    try Shell.run("cd '\(archives.path)' && tar cf letters.tar list && rm -r list")
    let whole = try Data(contentsOf: URL(fileURLWithPath: archives.file("letters.tar")))
    try archives.write(Array(whole.prefix(whole.count / 2)), to: "letters.tar")
    let read = try await ReadAll([archives.path])
    #expect(read.entries.count > 60)
    let broken = try #require(read.readings.last)
    #expect(broken.source.member == "list/b.mbox")
    #expect(broken.defects.map(\.kind) == [.truncatedInput])
  }
}

/// The shell, for the programs that make what a test reads.
enum Shell {
  static func run(_ script: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(script)")
  }
}
