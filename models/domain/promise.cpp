// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/promise.h"

namespace Doorstep {
namespace {

/// Begun minutes: a promise that was missed by seconds was missed.
std::chrono::minutes begun(qint64 milliseconds)
{
    return std::chrono::ceil<std::chrono::minutes>(std::chrono::milliseconds(milliseconds));
}

} // namespace

std::chrono::minutes Promise::missedBy(const QDateTime &arrival) const
{
    if (window.to.isValid() && arrival > window.to)
        return begun(window.to.msecsTo(arrival));
    if (window.from.isValid() && arrival < window.from)
        return -begun(arrival.msecsTo(window.from));
    return std::chrono::minutes(0);
}

} // namespace Doorstep

#include "moc_promise.cpp"
