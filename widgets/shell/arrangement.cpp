// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/arrangement.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

QString wordOf(Arrangement arrangement)
{
    switch (arrangement) {
    case Arrangement::Dispatch:
        return u"dispatch"_s;
    case Arrangement::Support:
        return u"support"_s;
    case Arrangement::Reroute:
        return u"reroute"_s;
    case Arrangement::Supervise:
        return u"supervise"_s;
    }
    std::unreachable();
}

std::optional<Arrangement> arrangementOf(const QString &key)
{
    for (const auto arrangement : arrangements)
        if (wordOf(arrangement) == key)
            return arrangement;
    return {};
}

QString titleOf(Arrangement arrangement)
{
    switch (arrangement) {
    case Arrangement::Dispatch:
        return QCoreApplication::translate("Doorstep::Arrangement", "Dispatch");
    case Arrangement::Support:
        return QCoreApplication::translate("Doorstep::Arrangement", "Support");
    case Arrangement::Reroute:
        return QCoreApplication::translate("Doorstep::Arrangement", "Reroute");
    case Arrangement::Supervise:
        return QCoreApplication::translate("Doorstep::Arrangement", "Supervise");
    }
    std::unreachable();
}

} // namespace Doorstep
