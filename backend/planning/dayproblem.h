// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/insertions.h"
#include "backend/planning/problem.h"
#include "models/domain/closure.h"
#include "models/domain/depot.h"
#include "models/domain/proposal.h"
#include "models/domain/rates.h"
#include "models/domain/route.h"

#include <QHash>
#include <QSet>

#include <map>
#include <optional>

namespace Doorstep::Planning {

/// A route of today as a rerouting sees it.
struct RouteToday
{
    Route route;
    Doorstep::Vehicle vehicle;
    RouteAhead ahead;
};

/// Everything that a rerouting is made of, as it was at one moment.
struct DayAtHand
{
    QDateTime now; ///< UTC.
    Depot depot;
    QList<RouteToday> routes; ///< Those of the question, in its order.
    QList<Stop> loose; ///< Stops of the question that are on none of its routes: open, with a place.
    QHash<StopId, double> kilograms; ///< Of those stops whose parcels have a weight.
    QList<Closure> closures; ///< Of the depot.
    Rates rates;
};

/// A rerouting as the optimiser's problem, and the optimiser's plans as proposals. A value; pure.
///
/// A route begins as its forecast says, so that what it comes to now is what consoles show: the first arrival is the
/// forecast's, later legs take the matrix's time at the pace of the route's forecast (of all routes together where a
/// route has too few legs to say). Windows are soft; shifts may end up to an hour late, or as late as they do now.
class DayProblem
{
public:
    /// What drives, for whom a matrix is wanted.
    static constexpr std::array kinds{Doorstep::Vehicle::Kind::Van, Doorstep::Vehicle::Kind::Bicycle};

    DayProblem(Rerouting asked, DayAtHand day);

    /// Every place that has to be in the matrices, in their order.
    [[nodiscard]] const QList<QGeoCoordinate> &places() const noexcept { return m_places; }
    /// Which of `kinds` drive at all.
    [[nodiscard]] bool isDriven(Doorstep::Vehicle::Kind kind) const;
    /// Seconds and metres between places(), one for each kind that is driven; before anything below is asked.
    void setMatrices(std::map<Doorstep::Vehicle::Kind, std::shared_ptr<const Matrix>> matrices);

    [[nodiscard]] const Problem &problem() const noexcept { return m_problem; }
    /// Where the search starts: the question's plan, or how things are.
    [[nodiscard]] const Plan &start() const noexcept { return m_start; }
    /// What \a plan means, without its id, number and round.
    [[nodiscard]] Proposal proposalOf(const Plan &plan) const;

private:
    /// One open stop.
    struct Open
    {
        Stop stop;
        std::int32_t place = 0;
        std::int64_t service = 0;
        std::int32_t route = -1; ///< Index of its route; -1: none.
        bool stays = false;
    };
    struct Drive
    {
        std::int64_t leaves = 0; ///< Seconds after `now`, as all times here.
        double pace = 1.0;
        std::int64_t shiftEnd = forever;
        std::int32_t from = 0; ///< Its place.
        std::int32_t fixed = 0; ///< So many of its first stay.
    };
    struct Run
    {
        QList<Proposal::Visit> visits;
        Proposal::Figures figures;
        std::int64_t end = 0;
        bool isReachable = true;
    };

    [[nodiscard]] std::int32_t placeOf(const QGeoCoordinate &where);
    void takeRoute(const RouteToday &today);
    [[nodiscard]] std::int64_t seconds(const QDateTime &at) const { return m_day.now.secsTo(at); }
    [[nodiscard]] const Matrix &matrixOf(const RouteToday &today) const;
    void measurePaces();
    [[nodiscard]] Task taskOf(const Open &open, const QDateTime &expected) const;
    [[nodiscard]] Vehicle vehicleOf(std::size_t index) const;
    [[nodiscard]] std::optional<std::size_t> indexOf(const RouteId &route) const;
    [[nodiscard]] std::vector<std::int32_t> tasksOf(const QList<StopId> &stops, QSet<std::int32_t> &given) const;
    [[nodiscard]] Plan planAsked() const;
    [[nodiscard]] Plan withUnserved(Plan plan, Proposal &proposal) const;
    void countChanges(Proposal &proposal) const;
    void arrive(Run &run, const Open &open, std::int64_t now) const;
    [[nodiscard]] Run run(std::size_t route, const std::vector<std::int32_t> &tasks) const;
    void charge(Proposal::Figures &figures, std::size_t route, std::int64_t end) const;
    [[nodiscard]] Proposal::Line lineOf(std::size_t route, const std::vector<std::int32_t> &tasks) const;
    [[nodiscard]] QList<StopId> listOf(std::size_t route, const std::vector<std::int32_t> &tasks) const;
    [[nodiscard]] std::int64_t gramsOf(const StopId &stop) const;

    Rerouting m_asked;
    DayAtHand m_day;
    QList<QGeoCoordinate> m_places;
    QHash<QPair<double, double>, std::int32_t> m_placeNumbers;
    std::vector<Open> m_open; ///< As the problem's tasks.
    QHash<StopId, std::int32_t> m_taskOf;
    std::vector<Drive> m_drives; ///< As the day's routes.
    std::map<Doorstep::Vehicle::Kind, std::shared_ptr<const Matrix>> m_matrices;
    Plan m_now; ///< How things are.
    std::vector<Run> m_runsNow;
    Plan m_start;
    Problem m_problem;
};

} // namespace Doorstep::Planning
