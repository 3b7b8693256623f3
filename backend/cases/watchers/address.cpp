// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/watchers.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Cases {
namespace {

QDateTime neededAt(const StopView &view)
{
    if (view.forecast != nullptr)
        return view.forecast->expectedArrival;
    return view.stop.scheduledArrival.isValid() ? view.stop.scheduledArrival : view.stop.window.to;
}

} // namespace

std::optional<Trouble> addressNotFound(const StopView &view)
{
    if (!view.stop.isOpen() || view.stop.where.isValid())
        return {};
    return Trouble{
        .instance = instanceOf(view.stop.address.text), .severity = Exception::Severity::High, .dueAt = neededAt(view)};
}

std::optional<Trouble> addressUnsure(const StopView &view)
{
    if (!view.stop.isOpen() || !view.stop.where.isValid() || view.stop.whereScore >= view.settings.sureScore)
        return {};
    return Trouble{.instance = instanceOf(view.stop.address.text),
                   .severity = Exception::Severity::Medium,
                   .dueAt = neededAt(view),
                   .chancePercent = qBound(1, qRound(100.0 * (1.0 - view.stop.whereScore)), 100)};
}

std::optional<Trouble> addressTooFar(const StopView &view)
{
    if (!view.stop.isOpen() || !view.stop.where.isValid() || view.depot == nullptr || !view.depot->where.isValid()
        || view.depot->where.distanceTo(view.stop.where) <= view.settings.farthestMeters)
        return {};
    return Trouble{
        .instance = instanceOf(view.stop.address.text), .severity = Exception::Severity::High, .dueAt = neededAt(view)};
}

} // namespace Doorstep::Cases
