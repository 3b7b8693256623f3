// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/forecast.h"

#include <QColor>

namespace Doorstep {

struct Theme;

/// The theme's colours in the parts they play on the map.
struct MapPalette
{
    bool dark = false;
    QColor land; ///< Where no tile is.
    QColor panel;
    QColor text;
    QColor muted;
    QColor accent;
    QColor ok;
    QColor risk;
    QColor bad;
    QColor silent;
    QColor ring; ///< Around markers, so that they stand out from any street.
    QColor onMarker; ///< Text upon a status colour.

    [[nodiscard]] static MapPalette of(const Theme &theme);

    [[nodiscard]] QColor status(Forecast::State state) const;
    [[nodiscard]] QColor route(int index) const;

    bool operator==(const MapPalette &) const = default;
};

} // namespace Doorstep
