// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QStringList>

namespace Doorstep {

/// The faces the map is lettered in, by the names Mapnik knows them under, best first: Inter, then Noto Sans for what
/// it lacks.
struct MapFonts
{
    QStringList regular;
    QStringList medium;
    QStringList semiBold;
};

/// Where fonts are looked for when nobody says otherwise.
[[nodiscard]] QStringList fontFolders();

/// Finds Inter and Noto Sans in \a folders and the folders in them, and makes them known to Mapnik (which keeps fonts
/// for the whole process). NotFound, with what to install, when there is neither. Any thread.
[[nodiscard]] Result<MapFonts> registerMapFonts(const QStringList &folders = fontFolders());

} // namespace Doorstep
