// swift-tools-version: 6.2
import PackageDescription

// The rooms of the house and the arrows between them. An import that is not listed here does not
// compile; `Sources/byline/byline.docc/Architecture.md` says what each room owns and why.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .strictMemorySafety(),
]

/// A library room and the arrows that leave it.
func room(_ name: String, imports dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of a room; `Fixtures` lie beside them and are read by path.
func tests(of room: String, imports dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(room)Tests",
    dependencies: [.target(name: room), "TestSupport"] + dependencies,
    exclude: ["Fixtures"],
    swiftSettings: settings)
}

/// A C library of the system: a module map and a shim header, no Swift.
func system(_ name: String, pkgConfig: String? = nil, apt package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "byline",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "byline", targets: ["byline"]),
    .library(name: "MailParsing", targets: ["MailParsing"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    system("CLibXML2", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
    system("CArchive", pkgConfig: "libarchive", apt: "libarchive-dev"),
    system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    system("CBzip2", apt: "libbz2-dev"),
    system("CLZMA", pkgConfig: "liblzma", apt: "liblzma-dev"),
    system("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
    system("CZstd", pkgConfig: "libzstd", apt: "libzstd-dev"),
    system("CEvent", pkgConfig: "libevent", apt: "libevent-dev"),
    system("CNettle", pkgConfig: "nettle", apt: "nettle-dev"),

    // Bytes become values.
    room("MailParsing", imports: ["CLibXML2", "CNettle"]),
    room("ResumeReading", imports: ["CLibXML2", "CArchive", subprocess]),
    room(
      "ArchiveReading",
      imports: ["MailParsing", "CArchive", "CZlib", "CBzip2", "CLZMA", "CZstd", subprocess]),
    room("PeopleMerging", imports: ["MailParsing"]),

    // The record, and the way in.
    room(
      "ArchiveStorage", imports: ["MailParsing", "ResumeReading", "CSQLite", "CZstd", grdb, sqlite]),
    room(
      "ArchiveIngesting",
      imports: ["ArchiveReading", "MailParsing", "PeopleMerging", "ArchiveStorage"]),

    // Claims, findings, reports: three rooms that do not know one another.
    room("ClaimExtraction", imports: ["ArchiveStorage", "MailParsing", "ResumeReading"]),
    room(
      "ClaimChecking",
      imports: ["ArchiveStorage", "MailParsing", "PeopleMerging", "ResumeReading", subprocess]),
    room("Reporting", imports: ["ArchiveStorage", "MailParsing", "ResumeReading"]),

    // The command, and the developers' own two.
    room("CommandStarting", imports: [arguments]),
    .executableTarget(
      name: "byline",
      dependencies: [
        "MailParsing", "ResumeReading", "ArchiveReading", "PeopleMerging", "ArchiveStorage",
        "ArchiveIngesting", "ClaimExtraction", "ClaimChecking", "Reporting", "CommandStarting",
        "CEvent", arguments,
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "byline-bench",
      dependencies: [
        "MailParsing", "ArchiveReading", "ArchiveStorage", "ArchiveIngesting", "ClaimExtraction",
        "ClaimChecking", "PeopleMerging", "ResumeReading", "CommandStarting", arguments,
      ],
      // C programs that the bench compiles itself and measures against, and a Perl script that runs one.
      exclude: ["References"],
      swiftSettings: settings),
    .executableTarget(
      name: "byline-train",
      dependencies: ["ClaimExtraction", arguments],
      exclude: ["Examples"],
      swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "MailParsing"),
    tests(of: "ResumeReading"),
    tests(of: "ArchiveReading", imports: ["MailParsing"]),
    tests(of: "PeopleMerging", imports: ["MailParsing"]),
    tests(of: "ArchiveStorage", imports: ["MailParsing", "ResumeReading"]),
    tests(
      of: "ArchiveIngesting",
      imports: ["ArchiveReading", "ArchiveStorage", "MailParsing", "PeopleMerging"]),
    tests(of: "ClaimExtraction", imports: ["ArchiveStorage", "MailParsing", "ResumeReading"]),
    tests(
      of: "ClaimChecking",
      imports: ["ArchiveStorage", "MailParsing", "PeopleMerging", "Reporting", "ResumeReading"]),
    tests(of: "Reporting", imports: ["ArchiveStorage", "MailParsing", "ResumeReading"]),
    // Drives the built binary as a user would.
    tests(of: "byline"),
  ],
  swiftLanguageModes: [.v6]
)
