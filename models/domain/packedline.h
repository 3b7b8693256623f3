// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGeoCoordinate>
#include <QList>

#include <cmath>
#include <initializer_list>
#include <limits>

namespace Doorstep {

/// A line on the globe in eight bytes a place, for keeping many: a QGeoCoordinate lies on the heap and takes 56. Places
/// are rounded to a millionth of a degree (11 cm), as they are on the wire, so a line that came from there is the same.
/// An invalid place stays one. Implicitly shared.
class PackedLine
{
public:
    PackedLine() = default;
    PackedLine(std::initializer_list<QGeoCoordinate> places)
        : PackedLine(QList<QGeoCoordinate>(places))
    {
    }
    // NOLINTNEXTLINE(google-explicit-constructor): a line is a line; which one is nobody's business
    PackedLine(const QList<QGeoCoordinate> &places)
    {
        m_points.reserve(places.size());
        for (const auto &place : places)
            m_points.append({.latitude = packed(place.latitude()), .longitude = packed(place.longitude())});
    }

    [[nodiscard]] bool isEmpty() const noexcept { return m_points.isEmpty(); }
    [[nodiscard]] qsizetype size() const noexcept { return m_points.size(); }
    [[nodiscard]] QGeoCoordinate at(qsizetype i) const
    {
        const auto &point = m_points.at(i);
        return {point.latitude / scale, point.longitude / scale};
    }
    [[nodiscard]] QList<QGeoCoordinate> places() const
    {
        QList<QGeoCoordinate> places;
        places.reserve(size());
        for (qsizetype i = 0; i < size(); ++i)
            places.append(at(i));
        return places;
    }

    bool operator==(const PackedLine &) const = default;

private:
    static constexpr double scale = 1e6;

    struct Point
    {
        qint32 latitude = 0; ///< Millionths of a degree.
        qint32 longitude = 0;

        bool operator==(const Point &) const = default;
    };
    /// What is no number, as in an invalid place, becomes one that is nowhere on the globe.
    static qint32 packed(double degrees)
    {
        return std::isfinite(degrees) ? static_cast<qint32>(std::lround(degrees * scale))
                                      : std::numeric_limits<qint32>::max();
    }

    QList<Point> m_points;
};

} // namespace Doorstep
