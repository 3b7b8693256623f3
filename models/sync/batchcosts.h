// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/batch.h"

#include <array>
#include <chrono>

namespace Doorstep {

/// How many things of each kind a batch holds.
struct BatchSizes
{
    qsizetype depots = 0;
    qsizetype users = 0;
    qsizetype vehicles = 0;
    qsizetype drivers = 0;
    qsizetype orders = 0;
    qsizetype parcels = 0;
    qsizetype stops = 0;
    qsizetype routes = 0;
    qsizetype paths = 0;
    qsizetype forecasts = 0;
    qsizetype fixes = 0;

    [[nodiscard]] static BatchSizes of(const Batch &batch);
};

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
    double forecast = 350.0;
    double fix = 4.0;
    double batch = 200.0; ///< Whatever is in it: some who follow look at all they show.

    /// What a batch of \a sizes should take.
    [[nodiscard]] std::chrono::duration<double, std::micro> of(const BatchSizes &sizes) const;
    /// A batch of \a sizes took \a spent. Learns only from one of a millisecond or more, expected or spent: the clock
    /// and the caches say too little about less.
    void learn(const BatchSizes &sizes, std::chrono::microseconds spent);
};

} // namespace Doorstep
