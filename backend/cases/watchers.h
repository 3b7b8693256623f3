// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/cases/trouble.h"
#include "backend/cases/views.h"

#include <optional>
#include <span>

namespace Doorstep::Cases {

using StopWatcher = std::optional<Trouble> (*)(const StopView &view);
using ClosureWatcher = std::optional<Trouble> (*)(const ClosureView &view);
using RouteWatcher = std::optional<Trouble> (*)(const RouteView &view);

/// One kind of case: a row of the table in watchers.cpp. What a watcher sees must stay so for a while before a case is
/// opened, and stay away for a while before it is closed, so that nothing flaps.
struct Kind
{
    QLatin1StringView word; ///< Exception::kind.
    StopWatcher stopWatcher = nullptr; ///< One of the three is set.
    RouteWatcher routeWatcher = nullptr;
    ClosureWatcher closureWatcher = nullptr;
    std::chrono::seconds openAfter{0};
    std::chrono::seconds clearAfter{0};
    bool clears = true; ///< False for what happened once and does not go away.
};

/// Every kind, in the order in which they are looked at.
[[nodiscard]] std::span<const Kind> kinds();

// Each in a file of its name.
[[nodiscard]] std::optional<Trouble> missedDelivery(const StopView &view);
[[nodiscard]] std::optional<Trouble> addressNotFound(const StopView &view);
[[nodiscard]] std::optional<Trouble> addressUnsure(const StopView &view);
[[nodiscard]] std::optional<Trouble> addressTooFar(const StopView &view);
[[nodiscard]] std::optional<Trouble> willMissWindow(const StopView &view);
[[nodiscard]] std::optional<Trouble> deliveredFarAway(const StopView &view);
[[nodiscard]] std::optional<Trouble> checkInUnanswered(const StopView &view);
[[nodiscard]] std::optional<Trouble> customerAway(const StopView &view);
[[nodiscard]] std::optional<Trouble> instructionsMissing(const StopView &view);
[[nodiscard]] std::optional<Trouble> riskyDropOff(const StopView &view);
[[nodiscard]] std::optional<Trouble> closureTouches(const ClosureView &view);
[[nodiscard]] std::optional<Trouble> runningLate(const RouteView &view);
[[nodiscard]] std::optional<Trouble> driverSilent(const RouteView &view);
[[nodiscard]] std::optional<Trouble> lateStart(const RouteView &view);
[[nodiscard]] std::optional<Trouble> stoppedTooLong(const RouteView &view);
[[nodiscard]] std::optional<Trouble> offRoute(const RouteView &view);
[[nodiscard]] std::optional<Trouble> lowBattery(const RouteView &view);
[[nodiscard]] std::optional<Trouble> mockedPosition(const RouteView &view);

} // namespace Doorstep::Cases
