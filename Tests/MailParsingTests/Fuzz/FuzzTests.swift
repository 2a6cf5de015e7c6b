import Foundation
import TestSupport
import Testing

@Suite("Hostile bytes neither trap nor lose")
struct FuzzTests {
  @Test("the saved inputs pass every target")
  func saved() throws {
    let folder = Fixture.url("fuzz", testFile: #filePath.replacing("/Fuzz/", with: "/"))
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    #expect(!files.isEmpty)
    for file in files {
      let bytes = Array(try Data(contentsOf: file))
      for target in FuzzTargets.all { target.run(bytes) }
    }
  }

  @Test("random mail-like bytes pass every target", arguments: UInt64(1)...UInt64(12))
  func random(seed: UInt64) {
    var state = seed
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<120 {
      let bytes = (0..<next(60)).map { _ in UInt8(next(256)) }
      let mail = FuzzTargets.asMail(bytes)
      for target in FuzzTargets.all {
        target.run(bytes)
        target.run(mail)
      }
    }
  }
}
