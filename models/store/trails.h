// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/fix.h"

#include <QHash>
#include <QList>
#include <QObject>

namespace Doorstep {

/// Where drivers are and where they were in the last half hour.
///
/// Lives in the GUI thread; only a Fleet writes.
class Trails : public QObject
{
    Q_OBJECT
public:
    /// One point of a trail. Plain numbers: there are hundreds for each driver.
    struct Point
    {
        qint64 atMilliseconds = 0; ///< The fix's own time, since 1970, UTC.
        double latitude = 0.0;
        double longitude = 0.0;
    };

    static constexpr qint64 keptMilliseconds = qint64{30} * 60 * 1'000;
    static constexpr qint64 spacingMilliseconds = 10'000;

    using QObject::QObject;

    /// The newest fix of \a driver, nullptr when none was ever heard.
    [[nodiscard]] const Fix *last(const DriverId &driver) const;
    /// Oldest first, at least ten seconds apart, ending with the newest fix; at most the last 30 minutes.
    [[nodiscard]] QList<Point> trail(const DriverId &driver) const;
    /// Everyone ever heard of, in no order.
    [[nodiscard]] QList<DriverId> drivers() const { return m_tracks.keys(); }
    [[nodiscard]] qsizetype size() const noexcept { return m_tracks.size(); }

    /// Takes in \a fixes in any order: an older one never moves a driver back, a repeated one changes nothing.
    void apply(const QList<Fix> &fixes);
    void clear();

Q_SIGNALS:
    void moved(const QList<Doorstep::DriverId> &drivers); ///< Each once; their last fix is a newer one now.
    void reset();

private:
    struct Track
    {
        Fix last;
        QList<Point> points; ///< Without the last fix.
    };

    static bool take(Track &track, const Fix &fix);

    QHash<DriverId, Track> m_tracks;
};

} // namespace Doorstep
