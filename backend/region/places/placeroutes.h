// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/nominatimdialect.h"

#include <QByteArray>

namespace Doorstep {

/// What an HTTP server answers to /nominatim/….
struct PlaceAnswer
{
    int status = 200;
    QByteArray json; ///< application/json; charset=utf-8
};

/// Answers GET \a path, "/nominatim/search", "/nominatim/reverse" or "/nominatim/status" (what stands before the last
/// part does not matter, ".php" after it neither). Computes where it is called: some milliseconds for a region, as long
/// as the other server takes for a Nominatim. Any thread.
[[nodiscard]] PlaceAnswer answerPlaces(const PlaceService &places, QStringView path,
                                       const Nominatim::Parameters &parameters);

} // namespace Doorstep
