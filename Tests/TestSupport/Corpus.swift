public import Foundation

/// The archives of `../shared/corpora`, unpacked once into the checkout's ignored `.corpora/`.
public enum Corpus {
  /// Where the unpacked contents of `../shared/corpora/<archive>` lie; nil where the archive is absent
  /// or `tar` cannot read it, so that a test can be skipped by name:
  /// `.enabled(if: Corpus.unpacked("nova-history.git.tar.zst") != nil)`.
  ///
  /// Safe to call from several processes at once: whoever finishes unpacking first wins.
  public static func unpacked(_ archive: String) -> URL? {
    guard let source = Checkout.shared("corpora/\(archive)") else { return nil }
    let folder = Checkout.root.appendingPathComponent(".corpora")
    let target = folder.appendingPathComponent(archive.prefix { $0 != "." }.description)
    if FileManager.default.fileExists(atPath: target.path) { return target }
    let partial = folder.appendingPathComponent("partial-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: partial) }
    do {
      try FileManager.default.createDirectory(at: partial, withIntermediateDirectories: true)
      let tar = Process()
      tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      tar.arguments = ["tar", "-xf", source.path, "-C", partial.path]
      try tar.run()
      tar.waitUntilExit()
      guard tar.terminationStatus == 0 else { return nil }
      try? FileManager.default.moveItem(at: partial, to: target)
    } catch {
      return nil
    }
    return FileManager.default.fileExists(atPath: target.path) ? target : nil
  }

  /// The mbox of 30,000 messages, which `zstd` unpacks; nil where either is absent.
  public static let linuxMIPS: URL? = {
    guard let packed = Checkout.shared("corpora/linux-mips-1996-first30000.mbox.zst") else {
      return nil
    }
    let folder = Checkout.root.appendingPathComponent(".corpora")
    let target = folder.appendingPathComponent("linux-mips.mbox")
    if FileManager.default.fileExists(atPath: target.path) { return target }
    let partial = folder.appendingPathComponent("partial-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let zstd = Process()
    zstd.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    zstd.arguments = ["zstd", "-q", "-d", packed.path, "-o", partial.path]
    guard (try? zstd.run()) != nil else { return nil }
    zstd.waitUntilExit()
    guard zstd.terminationStatus == 0 else { return nil }
    try? FileManager.default.moveItem(at: partial, to: target)
    return FileManager.default.fileExists(atPath: target.path) ? target : nil
  }()
}
