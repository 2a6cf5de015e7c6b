#ifndef SHA256_PAIR_H
#define SHA256_PAIR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor takes two digests faster side by side than one after the other.
bool sha256_pair_is_available(void);

/// Takes `count` blocks of 64 bytes into each of two states of SHA-256 (FIPS 180-4 §6.2.2). To be called only
/// where `sha256_pair_is_available` says so.
void sha256_pair_update(
    uint32_t first[8], const uint8_t *first_blocks, uint32_t second[8], const uint8_t *second_blocks,
    size_t count);

#endif
