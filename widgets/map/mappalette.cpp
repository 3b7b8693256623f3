// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/mappalette.h"

#include "widgets/parts/theme.h"

namespace Doorstep {

MapPalette MapPalette::of(const Theme &theme)
{
    return {.dark = theme.isDark,
            .land = theme.isDark ? theme.panel : theme.panelAlt,
            .panel = theme.panel,
            .text = theme.text,
            .muted = theme.muted,
            .accent = theme.accent,
            .ok = theme.ok,
            .risk = theme.risk,
            .bad = theme.bad,
            .silent = theme.silent,
            .ring = theme.isDark ? theme.text : theme.panel,
            .onMarker = theme.panel};
}

QColor MapPalette::status(Forecast::State state) const
{
    return (dark ? Theme::dark() : Theme::light()).colorOf(state);
}

QColor MapPalette::route(int index) const
{
    const auto &colours = (dark ? Theme::dark() : Theme::light()).routeColors();
    return colours.at(size_t(std::max(index, 0)) % colours.size());
}

} // namespace Doorstep
