// SHA-256 of two messages at once, by the processor's own instructions.
//
// Each of its rounds waits for the one before, so that a processor that digests one message idles half
// of the time. The rounds of a second message, which wait for nothing of the first, fill the gaps.

#include "sha256_pair.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

#define SHA_INSTRUCTIONS __attribute__((target("sha,ssse3,sse4.1")))

/// FIPS 180-4 §4.2.2.
static const _Alignas(16) uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

/// One digest's state in the order that the instructions take it, and the sixteen words of its schedule.
typedef struct {
  __m128i abef, cdgh;
  __m128i words[4];
} lane;

SHA_INSTRUCTIONS
static inline lane lane_from(const uint32_t state[8]) {
  __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
  __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
  return (lane){.abef = _mm_alignr_epi8(cdab, efgh, 8), .cdgh = _mm_blend_epi16(efgh, cdab, 0xF0)};
}

SHA_INSTRUCTIONS
static inline void store(lane lane, uint32_t state[8]) {
  __m128i feba = _mm_shuffle_epi32(lane.abef, 0x1B);
  __m128i dchg = _mm_shuffle_epi32(lane.cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

SHA_INSTRUCTIONS
static inline void load_words(lane *lane, const uint8_t *block) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  for (int i = 0; i < 4; i++) {
    __m128i words = _mm_loadu_si128((const __m128i *)(block + 16 * i));
    lane->words[i] = _mm_shuffle_epi8(words, big_endian);
  }
}

/// The four words of the schedule sixteen places on, in place of those of `step`.
SHA_INSTRUCTIONS
static inline void extend(lane *lane, int step) {
  __m128i last = lane->words[(step + 3) & 3];
  __m128i words = _mm_sha256msg1_epu32(lane->words[step & 3], lane->words[(step + 1) & 3]);
  words = _mm_add_epi32(words, _mm_alignr_epi8(last, lane->words[(step + 2) & 3], 4));
  lane->words[step & 3] = _mm_sha256msg2_epu32(words, last);
}

bool sha256_pair_is_available(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1)) return false;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

SHA_INSTRUCTIONS
void sha256_pair_update(
    uint32_t first[8], const uint8_t *first_blocks, uint32_t second[8], const uint8_t *second_blocks,
    size_t count) {
  lane one = lane_from(first), two = lane_from(second);
  for (size_t block = 0; block < count; block++) {
    lane one_before = one, two_before = two;
    load_words(&one, first_blocks + 64 * block);
    load_words(&two, second_blocks + 64 * block);
#pragma unroll
    for (int step = 0; step < 16; step++) {
      __m128i constant = _mm_load_si128((const __m128i *)(constants + 4 * step));
      __m128i one_words = _mm_add_epi32(one.words[step & 3], constant);
      __m128i two_words = _mm_add_epi32(two.words[step & 3], constant);
      one.cdgh = _mm_sha256rnds2_epu32(one.cdgh, one.abef, one_words);
      two.cdgh = _mm_sha256rnds2_epu32(two.cdgh, two.abef, two_words);
      if (step < 12) {
        extend(&one, step);
        extend(&two, step);
      }
      one.abef = _mm_sha256rnds2_epu32(one.abef, one.cdgh, _mm_shuffle_epi32(one_words, 0x0E));
      two.abef = _mm_sha256rnds2_epu32(two.abef, two.cdgh, _mm_shuffle_epi32(two_words, 0x0E));
    }
    one.abef = _mm_add_epi32(one.abef, one_before.abef);
    one.cdgh = _mm_add_epi32(one.cdgh, one_before.cdgh);
    two.abef = _mm_add_epi32(two.abef, two_before.abef);
    two.cdgh = _mm_add_epi32(two.cdgh, two_before.cdgh);
  }
  store(one, first);
  store(two, second);
}

#else

bool sha256_pair_is_available(void) { return false; }

void sha256_pair_update(
    uint32_t first[8], const uint8_t *first_blocks, uint32_t second[8], const uint8_t *second_blocks,
    size_t count) {
  (void)first, (void)first_blocks, (void)second, (void)second_blocks, (void)count;
}

#endif
