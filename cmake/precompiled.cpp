// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0

// A library has to have a source; what DoorstepPrecompiled.cmake makes here is its precompiled header.
