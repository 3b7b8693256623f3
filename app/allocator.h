// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Doorstep {

/// Keeps what a load, a picture or a list has freed from staying with the process for the day: large pieces are given
/// back at once, small ones do not spread over a heap for each thread. Once, first thing in main(). Does nothing where
/// the system's allocator cannot be asked.
///
/// glibc (mallopt(3)) raises the size from which a piece is given back with each that was, up to 32 MB; of the pieces
/// below it the heap keeps the holes. docs/performance.md says what this saves and what it costs.
void giveMemoryBackEarly();

} // namespace Doorstep
