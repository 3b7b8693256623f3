// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Doorstep {

/// Drops the one line that Qt Location writes as a warning when all is well, under no category that a rule could name.
/// Everything else goes where it went before.
void dropKnownNoise();

} // namespace Doorstep
