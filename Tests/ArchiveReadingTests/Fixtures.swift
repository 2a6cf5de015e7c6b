import TestSupport

/// The room's fixtures, for suites in folders below.
enum RoomFixture {
  /// The bytes of `Fixtures/<name>`.
  static func bytes(_ name: String) throws -> [UInt8] { try Fixture.bytes(name) }
}
