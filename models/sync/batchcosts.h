// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/batch.h"

#include <array>
#include <chrono>

namespace Doorstep {

/// What one thing of each kind costs the GUI thread, in microseconds: guessed at first, then learned. A route brings a
/// hundred stops of work to those who follow it, a parcel hardly any, so a batch cannot be measured by its length.
struct BatchCosts
{
    double depot = 50.0;
    double user = 20.0;
    double vehicle = 20.0;
    double driver = 20.0;
    double order = 10.0;
    double parcel = 10.0;
    double stop = 20.0;
    double route = 300.0;
    double path = 100.0;
    double forecast = 200.0;
    double fix = 4.0;

    /// What \a batch should take.
    [[nodiscard]] std::chrono::duration<double, std::micro> of(const Batch &batch) const;
    /// \a batch took \a spent. Learns only from one of a millisecond or more: what each batch costs whatever is in it
    /// would otherwise count for its things.
    void learn(const Batch &batch, std::chrono::microseconds spent);
};

} // namespace Doorstep
