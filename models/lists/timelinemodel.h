// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/stopmarks.h"
#include "models/domain/timewindow.h"
#include "models/lists/routerowsmodel.h"

#include <QHash>

namespace Doorstep {

struct Route;

/// One stop of a timeline row: three spans of time that may each be absent (invalid ends).
struct TimelineBar
{
    Q_GADGET
public:
    /// What the bar is coloured by.
    enum class State : quint8 {
        Delivered,
        DeliveredLate,
        Failed,
        Cancelled,
        Here,
        OnTime,
        AtRisk,
        Late,
        Silent,
        NoForecast
    };
    Q_ENUM(State)

    StopId stop;
    int number = 0; ///< 1 is the first of its route.
    State state = State::NoForecast;
    TimeWindow window; ///< When service may begin.
    TimeWindow scheduled; ///< From the scheduled arrival for the planned time of service.
    TimeWindow expected; ///< Of an open stop: P50 until the expected departure. Here: since the actual arrival.
    TimeWindow actual; ///< Of a done one.
    StopMarks marks;

    /// The span to draw: actual, else expected, else scheduled.
    [[nodiscard]] const TimeWindow &span() const
    {
        if (actual.from.isValid())
            return actual;
        return expected.from.isValid() ? expected : scheduled;
    }

    bool operator==(const TimelineBar &) const = default;
};

/// The day as rows of bars: a row a route, in the order of the fleet's table (the same rows as RouteListModel, so a
/// view may follow a RouteFilterModel's order by mapping rows).
class TimelineModel : public RouteRowsModel
{
    Q_OBJECT
public:
    enum Role : quint16 {
        RouteIdRole = Qt::UserRole, ///< QString
        DriverIdRole, ///< QString
        NameRole, ///< QString: the driver's; also Qt::DisplayRole
        StateRole, ///< Forecast::State
        ColourIndexRole, ///< int
        BarsRole, ///< QList<TimelineBar>, in the order of the route; or call bars()
        ScheduledStartRole, ///< QDateTime UTC
        ActualStartRole, ///< QDateTime UTC; absent before the start
        EndRole, ///< QDateTime UTC: actual, else when the last stop is expected to be left, else scheduled
        IsOfTheDayRole, ///< bool
    };
    Q_ENUM(Role)

    /// \a fleet must outlive the model.
    explicit TimelineModel(const Fleet &fleet, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// The bars of \a row; worked out when first asked for after a change.
    [[nodiscard]] const QList<TimelineBar> &bars(int row) const;
    /// From the earliest start to the latest end of the day's bars; invalid ends when there are none.
    [[nodiscard]] TimeWindow extent() const;

protected:
    void forget(const RouteId &route) override { m_bars.remove(route); }
    void forgetAll() override { m_bars.clear(); }

private:
    [[nodiscard]] QList<TimelineBar> barsOf(const Route &route) const;
    [[nodiscard]] QDateTime endOf(const Route &route) const;

    mutable QHash<RouteId, QList<TimelineBar>> m_bars;
};

} // namespace Doorstep

Q_DECLARE_METATYPE(Doorstep::TimelineBar)
