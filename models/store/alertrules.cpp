// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/alertrules.h"

namespace Doorstep {

bool AlertRules::isQuietAt(QTime now) const
{
    if (!hasQuietHours)
        return false;
    if (quietFrom < quietTo)
        return now >= quietFrom && now < quietTo;
    return now >= quietFrom || now < quietTo; // over midnight
}

AlertRules::Way AlertRules::wayFor(Exception::Severity severity, QTime now) const
{
    const bool isAlwaysTold = severity == Exception::Severity::High && isHighAlwaysTold;
    if (isQuietAt(now) && !isAlwaysTold)
        return {};
    return ways.at(static_cast<std::size_t>(severity));
}

} // namespace Doorstep
