// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadservice.h"

#include <QByteArray>
#include <QHash>

namespace Doorstep {

struct OsrmReply
{
    int status = 200; ///< HTTP: 200 or 400.
    QByteArray json;
};

/// Answers as osrm-routed does. \a path is what follows `/osrm`, percent-decoded:
/// `/route/v1/car/-56.16,-34.9;-56.17,-34.91`; services are route, table and nearest, profiles car, driving and bicycle
/// (also bike, cycling). \a query holds the options, decoded; `key` and `access_token` are left to whoever asked.
/// Computes where it is called.
///
/// Limits: 500 places for a route, 2000 for a table of at most 250,000 cells, 100 nearest roads. docs/region.md lists
/// what of OSRM's options is not there.
[[nodiscard]] OsrmReply answerOsrm(const RoadService &roads, const QString &path, const QHash<QString, QString> &query);

} // namespace Doorstep
