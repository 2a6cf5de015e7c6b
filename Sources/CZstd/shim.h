/// For two parameters that have no lasting name; they are numbers that zstd takes since 1.4.6.
#define ZSTD_STATIC_LINKING_ONLY
#include <zstd.h>

/// The decompressor writes straight to where it is asked to, which is one place until the frame ends.
static const ZSTD_dParameter bylineStableOutput = ZSTD_d_stableOutBuffer;

/// The decompressor passes over checksums.
static const ZSTD_dParameter bylineIgnoreChecksum = ZSTD_d_forceIgnoreChecksum;
