import CNettle
import CSHA256

extension SHA256 {
  /// The digests of two texts as 64 lower-case hexadecimal digits each.
  ///
  /// Where the processor allows it, what the shorter has in common with the longer in length is taken side
  /// by side, in three fifths of the time that one after the other takes.
  public static func hexadecimal(
    of one: Span<UInt8>, and other: Span<UInt8>
  ) -> (String, String) {
    var (first, second) = (SHA256(), SHA256())
    let blockCount = pairIsAvailable ? min(one.count, other.count) / blockByteCount : 0
    unsafe one.withUnsafeBufferPointer { one in
      unsafe other.withUnsafeBufferPointer { other in
        guard blockCount > 0, let one = one.baseAddress, let other = other.baseAddress else {
          return
        }
        unsafe withUnsafeMutableBytes(of: &first.context.state) { firstState in
          unsafe withUnsafeMutableBytes(of: &second.context.state) { secondState in
            unsafe sha256_pair_update(
              firstState.assumingMemoryBound(to: UInt32.self).baseAddress, one,
              secondState.assumingMemoryBound(to: UInt32.self).baseAddress, other, blockCount)
          }
        }
      }
    }
    // Nettle goes on from there; it counts whole blocks, for the length at the end.
    first.context.count = UInt64(blockCount)
    second.context.count = UInt64(blockCount)
    first.update(one.extracting(droppingFirst: blockCount * blockByteCount))
    second.update(other.extracting(droppingFirst: blockCount * blockByteCount))
    return (first.hexadecimal, second.hexadecimal)
  }

  private static let pairIsAvailable = sha256_pair_is_available()
  private static let blockByteCount = Int(SHA256_BLOCK_SIZE)
}
