// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/allocator.h"

#include <cstdlib> // says whether the library is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace Doorstep {

void giveMemoryBackEarly()
{
#ifdef __GLIBC__
    constexpr int givenBackFrom = 32 * 1024;
    constexpr int topKept = 128 * 1024;
    constexpr int mostHeaps = 2;
    // NOLINTBEGIN(concurrency-mt-unsafe): called before there is another thread
    mallopt(M_MMAP_THRESHOLD, givenBackFrom);
    mallopt(M_TRIM_THRESHOLD, topKept);
    mallopt(M_ARENA_MAX, mostHeaps);
    // NOLINTEND(concurrency-mt-unsafe)
#endif
}

} // namespace Doorstep
