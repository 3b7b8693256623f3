// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "widgets/map/mapcard.h"

#include <QCoreApplication>

namespace Doorstep {

class Clock;
class Fleet;
struct Forecast;

/// What the card beside a marker says, from the store. Empty for something that is no more.
class MapCards
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::MapCards)
public:
    [[nodiscard]] static MapCard of(const DriverId &driver, const Fleet &fleet, const Clock &clock);
    [[nodiscard]] static MapCard of(const StopId &stop, const Fleet &fleet, const Clock &clock);
    [[nodiscard]] static MapCard of(const ClosureId &closure, const Fleet &fleet, const Clock &clock);

private:
    static void addForecast(MapCard &card, const Forecast &forecast, const Fleet &fleet);
};

} // namespace Doorstep
