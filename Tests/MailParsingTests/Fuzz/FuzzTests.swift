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
      var bytes: [UInt8] = []
      for _ in 0..<next(60) {
        if next(12) == 0 {
          bytes.append(UInt8(next(256)))
        } else {
          bytes.append(contentsOf: Self.alphabet[next(Self.alphabet.count)].utf8)
        }
      }
      for target in FuzzTargets.all { target.run(bytes) }
    }
  }

  private static let alphabet: [String] = [
    "\n", "\n", "\n\n", "\r\n", " ", "\t", ":", ";", ",", "<", ">", "(", ")", "\"", "\\", "@", "=",
    "=?", "?=", "=?utf-8?Q?", "=?iso-2022-jp?B?GyRC", "=C3", "--b", "--b--", "--", "-", "From ",
    "From a@b.c Mon Jan  5 10:00:00 2004\n", ">From ", "From: ", "To: a, b:c;", "Subject: ",
    "Date: ", "Mon, 5 Jan 2004 10:00:00 +0000", "99999999999999999999", "Message-ID: <a@b>",
    "References: ", "Content-Type: ", "multipart/mixed; boundary=b", "text/plain; charset=",
    "text/html", "message/rfc822", "utf-8", "koi8-r", "utf-7", "format=flowed",
    "Content-Transfer-Encoding: ", "base64", "quoted-printable", "AAAA", "Content-Length: ", "7",
    "begin 644 x\n", "#0V%T\n", "`\nend\n", "=ybegin line=1 size=1 name=x\n", " at ", "é", "<p>",
    "-------------- next part --------------\n", "URL: <http://a/attachments/b>\n",
    "name*0*=utf-8''%C3", "filename=\"", "digest",
  ]
}
