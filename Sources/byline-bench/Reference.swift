import Foundation

/// A C program the bench carries, compiled by the system's `cc` when it is first needed.
struct Reference {
  /// The name of its file in `References`, without `.c`.
  var name: String
  /// The pkg-config packages it needs.
  var packages: [String]

  static let gmimeWalk = Reference(name: "gmime-walk", packages: ["gmime-3.0"])

  static let libxml2Walk = Reference(name: "libxml2-walk", packages: ["libxml-2.0"])

  /// A file the bench carries for other programs.
  static func file(_ name: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("References/\(name)")
  }

  /// The compiled program, in the system's temporary directory.
  func build() throws -> URL {
    let source = Self.file("\(name).c")
    let program = FileManager.default.temporaryDirectory
      .appendingPathComponent("byline-bench-\(name)")
    let flags =
      packages.isEmpty ? "" : "$(pkg-config --cflags --libs \(packages.joined(separator: " ")))"
    do {
      try Program.run("sh", "-c", "cc -O2 -o '\(program.path)' '\(source.path)' \(flags)")
    } catch {
      throw BenchError("\(error); the packages it needs: \(packages.joined(separator: ", "))")
    }
    return program
  }
}
