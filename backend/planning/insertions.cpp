// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/insertions.h"

#include <algorithm>
#include <cmath>

namespace Doorstep::Planning {
namespace {

using std::chrono::seconds;

constexpr seconds worthTelling{60};
constexpr double slowestPace = 3.0; ///< A forecast that is slower than this has waited for something else.

/// One visit of what is simulated.
struct Visit
{
    qsizetype place = 0; ///< As RoadLegs numbers them.
    const Stop *stop = nullptr;
    seconds service{0};
    QDateTime expected; ///< As the route is now; invalid for the one to be put in.
};

seconds lateAt(const Stop &stop, const QDateTime &arrival)
{
    return stop.window.to.isValid() ? std::max(seconds(0), seconds(stop.window.to.secsTo(arrival))) : seconds(0);
}

QDateTime begin(const Stop &stop, const QDateTime &arrival)
{
    return stop.window.from.isValid() ? std::max(arrival, stop.window.from) : arrival;
}

/// A route, and what driving another order of it would be like.
class Simulation
{
public:
    Simulation(const Stop &stop, const RouteAhead &ahead, const RoadLegs &roads)
        : m_stop(stop)
        , m_ahead(ahead)
        , m_roads(roads)
        , m_own(std::ranges::find(ahead.stops, stop.id, &Stop::id) - ahead.stops.begin())
        , m_pace(pace())
    {
        auto now = ahead.leaves;
        for (qsizetype i = 0; i < ahead.stops.size(); ++i) {
            // Not as forecast: that may be a moment older than now, and nobody is later for it.
            const auto arrival = now.addSecs(qRound64(forecastLeg(i)));
            now = begin(ahead.stops.at(i), arrival).addDuration(serviceOf(i));
            if (i == m_own)
                continue;
            m_others.append({.place = i + 1, .stop = &ahead.stops.at(i), .service = serviceOf(i), .expected = arrival});
        }
    }

    [[nodiscard]] bool isOwn() const { return m_own < m_ahead.stops.size(); }
    [[nodiscard]] qsizetype places() const { return m_others.size() + 1; }
    /// Where it is now on its own route.
    [[nodiscard]] qsizetype ownPlace() const { return m_own; }

    /// As the \a position -th of those that are left.
    [[nodiscard]] std::optional<Insertion> at(qsizetype position) const
    {
        auto order = m_others;
        order.insert(position,
                     {.place = m_ahead.stops.size() + 1,
                      .stop = &m_stop,
                      .service = isOwn() ? serviceOf(m_own) : m_stop.serviceTime,
                      .expected = {}});
        Insertion insertion{.route = m_ahead.route, .isOwn = isOwn()};
        if (position < m_others.size())
            insertion.before = m_others.at(position).stop->id;
        auto now = m_ahead.leaves;
        qsizetype from = 0;
        double driven = 0.0;
        double meters = 0.0;
        for (const auto &visit : std::as_const(order)) {
            const auto leg = legSeconds(from, visit.place);
            if (!leg)
                return {};
            driven += *leg;
            meters += m_roads(known(from), known(visit.place)).meters;
            const auto arrival = now.addSecs(qRound64(*leg));
            tell(visit, arrival, insertion);
            now = begin(*visit.stop, arrival).addDuration(visit.service);
            from = visit.place;
        }
        insertion.addedMeters = meters - metersNow();
        insertion.added = seconds(qRound64(driven - drivenNow())) + (isOwn() ? seconds(0) : m_stop.serviceTime);
        return insertion;
    }

private:
    void tell(const Visit &visit, const QDateTime &arrival, Insertion &insertion) const
    {
        if (!visit.expected.isValid()) {
            insertion.arrival = arrival;
            insertion.lateBy = lateAt(m_stop, arrival);
            insertion.waiting = seconds(arrival.secsTo(begin(m_stop, arrival)));
            return;
        }
        const seconds later(visit.expected.secsTo(arrival));
        if (std::chrono::abs(later) >= worthTelling)
            insertion.moves.append({.stop = visit.stop->id,
                                    .later = later,
                                    .lateBy = lateAt(*visit.stop, arrival),
                                    .wasLateBy = lateAt(*visit.stop, visit.expected)});
    }

    [[nodiscard]] seconds serviceOf(qsizetype i) const
    {
        const auto &forecast = m_ahead.forecasts.at(i);
        // At the first the driver may be already: what is left of that visit counts.
        const auto arrival = i == 0 ? std::max(forecast.expectedArrival, m_ahead.leaves) : forecast.expectedArrival;
        const seconds there(begin(m_ahead.stops.at(i), arrival).secsTo(forecast.expectedDeparture));
        return std::max(seconds(0), there);
    }

    /// Of the leg to the \a i-th, as it is forecast.
    [[nodiscard]] double forecastLeg(qsizetype i) const
    {
        const auto left = i == 0 ? m_ahead.leaves : m_ahead.forecasts.at(i - 1).expectedDeparture;
        return std::max<double>(0.0, static_cast<double>(left.secsTo(m_ahead.forecasts.at(i).expectedArrival)));
    }

    [[nodiscard]] double pace() const
    {
        double expected = 0.0;
        double plain = 0.0;
        for (qsizetype i = 1; i < m_ahead.stops.size(); ++i) { // the first leg is half driven, or not begun
            const double road = m_roads(i, i + 1).seconds;
            if (std::isnan(road))
                continue;
            expected += forecastLeg(i);
            plain += road;
        }
        return plain < 1.0 ? 1.0 : std::clamp(expected / plain, 1.0 / slowestPace, slowestPace);
    }

    /// The one to be put in may be on the route already.
    [[nodiscard]] qsizetype known(qsizetype place) const
    {
        return place == m_ahead.stops.size() + 1 && isOwn() ? m_own + 1 : place;
    }

    /// None where no road leads.
    [[nodiscard]] std::optional<double> legSeconds(qsizetype from, qsizetype to) const
    {
        const auto a = known(from);
        const auto b = known(to);
        if (b == a + 1 && b <= m_ahead.stops.size())
            return forecastLeg(b - 1);
        const double road = m_roads(a, b).seconds;
        if (std::isnan(road))
            return {};
        return road * m_pace;
    }

    [[nodiscard]] double drivenNow() const
    {
        double driven = 0.0;
        for (qsizetype i = 0; i < m_ahead.stops.size(); ++i)
            driven += forecastLeg(i);
        return driven;
    }

    [[nodiscard]] double metersNow() const
    {
        double meters = 0.0;
        for (qsizetype i = 0; i < m_ahead.stops.size(); ++i)
            meters += m_roads(i, i + 1).meters;
        return meters;
    }

    const Stop &m_stop;
    const RouteAhead &m_ahead;
    const RoadLegs &m_roads;
    qsizetype m_own; ///< Among the stops of its own route; their number when it is another's.
    double m_pace;
    QList<Visit> m_others;
};

seconds latenessAdded(const Insertion &insertion)
{
    auto sum = insertion.lateBy;
    for (const auto &move : insertion.moves)
        sum += std::max(seconds(0), move.lateBy - move.wasLateBy);
    return sum;
}

} // namespace

bool isBetter(const Insertion &a, const Insertion &b)
{
    const auto missed = [](const Insertion &one) { return one.missed() + (one.lateBy > seconds(0) ? 1 : 0); };
    const auto of = [&](const Insertion &one) {
        return std::tuple(missed(one), latenessAdded(one), one.added + one.waiting, one.arrival, one.route.toString());
    };
    return of(a) < of(b);
}

std::optional<Insertion> bestInsertion(const Stop &stop, const RouteAhead &ahead, const RoadLegs &roads)
{
    const Simulation simulation(stop, ahead, roads);
    std::optional<Insertion> best;
    for (qsizetype position = ahead.isAtFirst ? 1 : 0; position < simulation.places(); ++position) {
        if (simulation.isOwn() && position == simulation.ownPlace())
            continue; // as it is
        const auto insertion = simulation.at(position);
        if (insertion && (!best || isBetter(*insertion, *best)))
            best = insertion;
    }
    return best;
}

} // namespace Doorstep::Planning
