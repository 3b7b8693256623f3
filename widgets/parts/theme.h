// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/forecast.h"
#include "models/domain/stop.h"

#include <QColor>
#include <QPalette>

#include <array>

namespace Doorstep {

/// Every colour of the console. Colour means status; surfaces are neutral. Nothing outside this file names a colour.
///
/// A widget asks `Theme::of(palette())` when it paints, so that it follows a change of scheme without being told.
struct Theme
{
    bool isDark = false;
    QColor window; ///< Behind panels.
    QColor panel; ///< Lists, headers.
    QColor panelAlt; ///< Detail areas, fields.
    QColor line; ///< Separators one pixel wide.
    QColor text;
    QColor muted;
    QColor accent; ///< Selection and the one primary action.
    QColor accentSoft;
    QColor onAccent; ///< Text upon `accent`.
    QColor ok; ///< On time, delivered.
    QColor okSoft;
    QColor risk; ///< At risk.
    QColor riskSoft;
    QColor bad; ///< Late, failed, past due.
    QColor badSoft;
    QColor silent; ///< No signal.

    [[nodiscard]] static const Theme &light();
    [[nodiscard]] static const Theme &dark();
    /// The theme that \a palette was made from, told by how dark its window is.
    [[nodiscard]] static const Theme &of(const QPalette &palette);

    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QColor colorOf(Forecast::State state) const;
    [[nodiscard]] QColor softColorOf(Forecast::State state) const;
    [[nodiscard]] QColor colorOf(Stop::Status status) const;

    /// One of twelve categorical colours that stay apart for people with deuteranopia and are unlike every status
    /// colour.
    /// \a number is Fleet::colourOf(): the same route has the same place in the palette everywhere, in both themes.
    [[nodiscard]] QColor routeColor(int number) const;
    [[nodiscard]] const std::array<QColor, 12> &routeColors() const;
};

/// Black or white, whichever reads better upon \a background.
[[nodiscard]] QColor inkOn(const QColor &background);

/// Contrast of two opaque colours by WCAG 2: 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

/// \a share of \a top over \a bottom, opaque.
[[nodiscard]] QColor mixed(const QColor &top, const QColor &bottom, float share);

} // namespace Doorstep
