// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QGeoCoordinate>
#include <QList>
#include <QString>
#include <QStringView>

namespace Doorstep {

/// \a line in the Encoded Polyline Algorithm Format (latitude first), rounded to \a decimals places: 6 is OSRM's and
/// Valhalla's "polyline6" and ours on the wire (11 cm), 5 is Google's own. ASCII only; empty for an empty line.
[[nodiscard]] QString encodedPolyline(const QList<QGeoCoordinate> &line, int decimals = 6);

/// The places of \a text. Fails with Malformed when it is cut short, has a character outside `?`…`~`, or leaves the
/// globe.
[[nodiscard]] Result<QList<QGeoCoordinate>> decodedPolyline(QStringView text, int decimals = 6);

} // namespace Doorstep
