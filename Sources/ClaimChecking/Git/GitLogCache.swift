import Foundation
import MailParsing

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Keeps what `git log` printed of repositories, a file for each, so that it is printed once.
///
/// A commit never changes under its id, so a file says which tips its print reaches back from, and that
/// is all there is to going stale: where a repository has the same tips the file is the answer; where
/// it has gone on from them, the commits since are printed and put before; where a tip is gone from its
/// history, which was then rewritten, all is printed anew. Shallow repositories are not kept: their
/// oldest commits look as if they began everything.
struct GitLogCache: Sendable {
  /// Where the files lie; nil keeps none, and holds the print in memory.
  let folder: String?

  /// The history of a repository. Throws what git does, and where the folder cannot be written.
  func log(of repository: GitRepository) async throws -> (log: GitLog, hasPaths: Bool) {
    do {
      return (try await log(of: repository, withPaths: true), true)
    } catch is GitCommand.Failure where repository.isPartial {
      // Without trees there are no paths to be had; messages still tell.
      return (try await log(of: repository, withPaths: false), false)
    }
  }

  private func log(of repository: GitRepository, withPaths: Bool) async throws -> GitLog {
    let arguments = GitLog.arguments(withPaths: withPaths)
    guard let folder, !repository.isShallow else {
      return try await Self.read(arguments + repository.tips, repository)
    }
    let url = URL(fileURLWithPath: folder).appendingPathComponent(
      Self.name(of: repository, withPaths: withPaths))
    let held = File(at: url)
    if let held, held.tips == repository.tips, let log = GitLog(held.body) { return log }
    let older = await isContinued(held, in: repository) ? held : nil
    let since = older.map { ["--not"] + $0.tips } ?? []
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try await File.write(
        to: url, tips: repository.tips, arguments + repository.tips + since, older: older,
        git: repository.git)
    } catch let error where !(error is GitCommand.Failure || error is CancellationError) {
      // A folder that cannot be written costs time, and no answer.
      return try await Self.read(arguments + repository.tips, repository)
    }
    guard let file = File(at: url), let log = GitLog(file.body) else {
      return try await Self.read(arguments + repository.tips, repository)
    }
    return log
  }

  /// Whether every commit that a file holds is still in the history.
  private func isContinued(_ file: File?, in repository: GitRepository) async -> Bool {
    guard let file, !file.tips.isEmpty else { return false }
    let lost = try? await repository.git.output(
      ["rev-list", "--count", "--max-count=1"] + file.tips + ["--not"] + repository.tips)
    return lost == "0\n"
  }

  private static func read(
    _ arguments: [String], _ repository: GitRepository
  ) async throws -> GitLog {
    var bytes = Data()
    try await repository.git.stream(arguments) { piece in
      try Task.checkCancellation()
      unsafe piece.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }
    guard let log = GitLog(bytes) else {
      throw GitCommand.Failure(said: "git log printed what is no log")
    }
    return log
  }

  private static func name(of repository: GitRepository, withPaths: Bool) -> String {
    let key = Array("\(repository.folder)\u{0}\(withPaths)".utf8)
    return "git-\(SHA256.hexadecimal(of: key.span).prefix(32)).log"
  }
}

/// A kept print: a head, the print, a mark that it is whole.
private struct File {
  var tips: [String]
  var body: Data

  private static let head = "byline git log 1\0"
  private static let end = "\u{1}end\0"

  /// Maps a file; nil where there is none, or it is not whole.
  init?(at url: URL) {
    guard let data = try? Data(contentsOf: url, options: .alwaysMapped),
      data.starts(with: Self.head.utf8), data.suffix(Self.end.utf8.count) == Data(Self.end.utf8)
    else { return nil }
    let opening = data.startIndex + Self.head.utf8.count
    guard let close = data[opening...].firstIndex(of: 0) else { return nil }
    tips = String(decoding: data[opening..<close], as: UTF8.self).split(separator: " ")
      .map(String.init)
    body = data[(close + 1)..<(data.endIndex - Self.end.utf8.count)]
  }

  /// Prints into a new file, puts an older print behind it, and lets it take the old one's place.
  static func write(
    to url: URL, tips: [String], _ arguments: [String], older: File?, git: GitCommand
  ) async throws {
    // Two runs at once write two files; whichever is named last is as true as the other.
    let partial = url.appendingPathExtension("\(ProcessInfo.processInfo.processIdentifier)")
    let descriptor = try FileDescriptor.open(
      FilePath(partial.path), .writeOnly, options: [.create, .truncate],
      permissions: [.ownerReadWrite])
    defer { try? descriptor.close() }
    do {
      try descriptor.writeAll((head + tips.joined(separator: " ") + "\0").utf8)
      try await git.write(arguments, to: descriptor)
      if let older { try descriptor.writeAll(older.body) }
      try descriptor.writeAll(end.utf8)
      guard unsafe rename(partial.path, url.path) == 0 else { throw Errno(rawValue: errno) }
    } catch {
      try? FileManager.default.removeItem(at: partial)
      throw error
    }
  }
}
