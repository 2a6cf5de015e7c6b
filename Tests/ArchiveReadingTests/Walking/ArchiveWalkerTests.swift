import ArchiveReading
import Foundation
import Testing

@Suite("Walking paths")
struct ArchiveWalkerTests {
  private func paths(_ items: some Sequence<WalkedItem>, below root: String) -> [String] {
    items.map { item in
      switch item {
      case .file(let file): file.path
      case .repository(let path): path
      case .skipped(let skipped): "\(skipped.path): \(skipped.because)"
      }
    }.map { $0.replacing(root + "/", with: "") }
  }

  @Test("paths are sorted by their bytes, so that a month's text comes before its pages")
  func order() throws {
    let archives = try Archives([
      "b.mbox": "", "a/2": "", "a/10": "", "Z": "", "é": "", "a.txt": "", "a0": "",
    ])
    let walked = paths(try ArchiveWalker(paths: [archives.path]), below: archives.path)
    #expect(walked == ["Z", "a.txt", "a/10", "a/2", "a0", "b.mbox", "é"])
  }

  @Test("arguments keep their order, and each is walked as given")
  func arguments() throws {
    let archives = try Archives(["b": "", "a": ""])
    let walked = paths(
      try ArchiveWalker(paths: [archives.file("b"), archives.file("a")]), below: archives.path)
    #expect(walked == ["b", "a"])
  }

  @Test("a path that is not there is an error that names it, before anything is walked")
  func missing() throws {
    let archives = try Archives(["a": ""])
    let error = #expect(throws: ReadingError.self) {
      try ArchiveWalker(paths: [archives.file("a"), archives.file("gone")])
    }
    #expect(error?.code == .missing)
    #expect(error?.path == archives.file("gone"))
    #expect(error?.description.hasPrefix("cannot read \(archives.file("gone")): ") == true)
  }

  @Test(
    "a link to what the walk meets anyway, to nowhere or to a directory is passed over with its reason"
  )
  func links() throws {
    let archives = try Archives(["list/thread.html": "", "outside/file": ""])
    let elsewhere = try Archives(["month.txt": ""])
    let files = FileManager.default
    for (link, target) in [
      ("list/index.html", "thread.html"), ("list/gone", "nothing"),
      ("list/loop", ".."), ("list/month.txt", elsewhere.file("month.txt")),
      ("list/directory", elsewhere.path),
    ] {
      try files.createSymbolicLink(atPath: archives.file(link), withDestinationPath: target)
    }
    let walked = paths(try ArchiveWalker(paths: [archives.file("list")]), below: archives.path)
    #expect(
      walked == [
        "list/directory: a symbolic link to a directory; name it to have it read",
        "list/gone: a symbolic link that leads nowhere",
        "list/index.html: a symbolic link to what is read where it lies",
        "list/loop: a symbolic link to a directory; name it to have it read",
        "list/month.txt", "list/thread.html",
      ])
  }

  @Test("what was removed from an MH folder is kept there, and is no message of it")
  func removed() throws {
    let archives = try Archives(["box/1": "", "box/,2": "", "box/#7": "", "box/.mh_sequences": ""])
    let walked = paths(try ArchiveWalker(paths: [archives.path]), below: archives.path)
    #expect(
      walked == [
        "box/#7: a mail that was removed from its MH folder",
        "box/,2: a mail that was removed from its MH folder", "box/.mh_sequences", "box/1",
      ])
  }

  @Test("the tmp of a Maildir is mail not yet delivered")
  func maildir() throws {
    let archives = try Archives(["box/cur/1": "", "box/new/2": "", "box/tmp/3": ""])
    let walked = paths(try ArchiveWalker(paths: [archives.path]), below: archives.path)
    #expect(
      walked == ["box/cur/1", "box/new/2", "box/tmp: Maildir's tmp: mail not yet delivered"])
  }
}
