import MailParsing
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "digests are those of FIPS 180-4's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func example(_ text: String, _ digest: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8).span) == digest)
  }

  @Test("pieces give the digest of the whole, and a copy keeps the digest of its prefix")
  func pieces() {
    var sha256 = SHA256()
    sha256.update(Array("ab".utf8).span)
    let prefix = sha256
    sha256.update(Array("c".utf8).span)
    #expect(sha256.hexadecimal == SHA256.hexadecimal(of: Array("abc".utf8).span))
    #expect(prefix.hexadecimal == SHA256.hexadecimal(of: Array("ab".utf8).span))
  }

  @Test("a digest goes on from the state of another", arguments: [0, 64, 128, 6_400])
  func chain(_ count: Int) throws {
    let bytes = (0..<7_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let (beginning, rest) = (Array(bytes[..<(count + 7)]), Array(bytes[count...]))
    var first = SHA256()
    first.update(beginning.span)
    var second = try #require(SHA256(chain: first.chain, byteCount: count))
    second.update(rest.span)
    #expect(second.hexadecimal == SHA256.hexadecimal(of: bytes.span))
    #expect(SHA256(chain: first.chain, byteCount: count + 7) == nil)
    #expect(SHA256(chain: [1, 2, 3], byteCount: count) == nil)
  }
}
