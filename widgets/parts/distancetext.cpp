// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/distancetext.h"

#include <QLocale>

namespace Doorstep {

QString DistanceText::of(double meters)
{
    constexpr double kilometer = 1000.0;
    const QLocale locale;
    if (meters < kilometer - 5.0) { // what is near is said to 5 m, and further away to 10
        const double step = meters < 100.0 ? 5.0 : 10.0;
        return tr("%1 m", "a distance").arg(locale.toString(qRound(meters / step) * step, 'f', 0));
    }
    const int digits = meters < 20.0 * kilometer ? 1 : 0;
    return tr("%1 km", "a distance").arg(locale.toString(meters / kilometer, 'f', digits));
}

} // namespace Doorstep
