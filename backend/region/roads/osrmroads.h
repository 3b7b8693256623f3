// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/roads/roadservice.h"
#include "backend/work/otherserver.h"

#include <QUrl>

#include <chrono>
#include <optional>

namespace Doorstep {

/// A real OSRM (osrm-routed), asked over HTTP. Each profile is a server of its own there.
///
/// Closures and speed factors are not in OSRM's protocol: a request with any fails with Refused. Tables are asked for
/// in blocks of 50 x 50, which every osrm-routed allows.
class OsrmRoads : public RoadService
{
public:
    struct Servers
    {
        QUrl car; ///< Such as http://127.0.0.1:5000, with a path in front of /route/v1 where there is one.
        QUrl bicycle; ///< Empty: bicycles are refused.
        std::chrono::milliseconds timeout{10'000}; ///< After which a server counts as Offline.
    };

    explicit OsrmRoads(const Servers &servers);

    [[nodiscard]] Result<RouteAnswer> route(const RouteRequest &request) const override;
    [[nodiscard]] Result<RoadTable> table(const TableRequest &request) const override;
    [[nodiscard]] Result<QList<NearestRoad>> nearest(RoadProfile profile, const QGeoCoordinate &place,
                                                     int count) const override;

private:
    [[nodiscard]] Result<QByteArray> get(RoadProfile profile, const QString &service,
                                         const QList<QGeoCoordinate> &places, const QString &options) const;

    [[nodiscard]] Result<RoadTable> block(RoadProfile profile, const QList<QGeoCoordinate> &sources,
                                          const QList<QGeoCoordinate> &destinations) const;

    std::chrono::milliseconds m_patience;
    std::optional<OtherServer> m_car;
    std::optional<OtherServer> m_bicycle;
};

} // namespace Doorstep
