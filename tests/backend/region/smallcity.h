// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/import/regionimport.h"
#include "backend/region/tiles/tilesink.h"

#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <numbers>

namespace Doorstep::Test {

/// A town that is drawn for a test: what is where is said in pixels of zoom 14 from a corner where four metatiles meet.
class SmallCity
{
public:
    static constexpr int zoom = 14;
    static constexpr int cornerX = 5636; // tiles; divisible by four, somewhere in Montevideo
    static constexpr int cornerY = 9884;

    /// A node; y grows to the south.
    void node(double x, double y, const QString &tags = {}) { m_nodes += nodeLine(x, y, tags); }
    /// A way through the points given as x, y, x, y…; closed when \a closed.
    void way(std::initializer_list<double> points, const QString &tags, bool closed = false)
    {
        QStringList references;
        for (auto it = points.begin(); it != points.end(); it += 2) {
            m_nodes += nodeLine(*it, *(it + 1), {});
            references << QStringLiteral("n%1").arg(m_lastNode);
        }
        if (closed)
            references << references.first();
        m_ways += QStringLiteral("w%1 T%2 N%3\n").arg(++m_lastWay).arg(tags, references.join(u','));
    }

    /// Compiles what was said so far.
    [[nodiscard]] Result<Region> compiled(const QTemporaryDir &folder, const QString &name) const
    {
        const auto extract = folder.filePath(name + QStringLiteral(".opl"));
        QFile file(extract);
        if (!file.open(QIODevice::WriteOnly))
            return failure(Error::Kind::Storage, file.errorString());
        file.write((m_nodes + m_ways).toUtf8());
        file.close();
        RegionSinks sinks;
        sinks.push_back(makeTileSink());
        return importRegion(extract, folder.filePath(name + QStringLiteral(".sqlite")), sinks,
                            [](QStringView, double) { });
    }

private:
    QString nodeLine(double x, double y, const QString &tags)
    {
        const double world = std::ldexp(256.0, zoom);
        const double longitude = (cornerX * 256 + x) / world * 360 - 180;
        const double latitude =
            std::atan(std::sinh(std::numbers::pi * (1 - 2 * (cornerY * 256 + y) / world))) * 180 / std::numbers::pi;
        return QStringLiteral("n%1 T%2 x%3 y%4\n")
            .arg(++m_lastNode)
            .arg(tags)
            .arg(longitude, 0, 'f', 7)
            .arg(latitude, 0, 'f', 7);
    }

    QString m_nodes;
    QString m_ways;
    int m_lastNode = 0;
    int m_lastWay = 0;
};

} // namespace Doorstep::Test
