// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/dayproblem.h"

#include "backend/watch/leg.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace Doorstep::Planning {
namespace {

constexpr std::int64_t notWorthDriving = 60; ///< Seconds late; the search rounds each leg, too.
constexpr double slowest = 3.0; ///< A forecast that is slower than this has waited for something else.
constexpr double leastSecondsForPace = 120.0;
constexpr double secondsAMoveIsWorth = 120.0;
constexpr double secondsAMoveIsWorthToFew = 1800.0;
constexpr double secondsAPromiseIsWorth = 600.0;
constexpr double gramsAKilogram = 1000.0;

QDateTime beginOf(const Stop &stop, const QDateTime &arrival)
{
    return stop.window.from.isValid() ? std::max(arrival, stop.window.from) : arrival;
}

QDateTime promisedUntil(const Stop &stop)
{
    return stop.promises.isEmpty() ? QDateTime() : stop.promises.constLast().window.to;
}

/// Nobody who plans may move it.
bool isRooted(const Stop &stop)
{
    return stop.pinned || stop.held || stop.status == Stop::Status::Arrived;
}

} // namespace

DayProblem::DayProblem(Rerouting asked, DayAtHand day)
    : m_asked(std::move(asked))
    , m_day(std::move(day))
{
    m_places.append(m_day.depot.where);
    for (const auto &today : std::as_const(m_day.routes))
        takeRoute(today);
    for (const auto &stop : std::as_const(m_day.loose)) {
        m_taskOf.insert(stop.id, static_cast<std::int32_t>(m_open.size()));
        m_open.push_back({.stop = stop, .place = placeOf(stop.driveTo()), .service = stop.serviceTime.count()});
    }
}

bool DayProblem::isDriven(Doorstep::Vehicle::Kind kind) const
{
    return std::ranges::any_of(m_day.routes, [kind](const auto &today) { return today.vehicle.kind == kind; });
}

std::int32_t DayProblem::placeOf(const QGeoCoordinate &where)
{
    const QPair key(where.latitude(), where.longitude());
    if (const auto known = m_placeNumbers.constFind(key); known != m_placeNumbers.cend())
        return *known;
    const auto number = static_cast<std::int32_t>(m_places.size());
    m_places.append(where);
    m_placeNumbers.insert(key, number);
    return number;
}

void DayProblem::takeRoute(const RouteToday &today)
{
    const auto &ahead = today.ahead;
    const auto index = static_cast<std::int32_t>(m_drives.size());
    const bool isLeaving = m_asked.leaving.contains(ahead.route);
    Drive drive{.leaves = seconds(ahead.leaves), .from = placeOf(ahead.from)};
    if (today.route.scheduledEnd.isValid())
        drive.shiftEnd = seconds(today.route.scheduledEnd);
    if (!ahead.stops.isEmpty() && (ahead.isAtFirst || (m_asked.keepsNext && !isLeaving)))
        drive.fixed = 1;
    auto &order = m_now.routes.emplace_back();
    order.reserve(static_cast<std::size_t>(ahead.stops.size()));
    for (qsizetype i = 0; i < ahead.stops.size(); ++i) {
        const auto &stop = ahead.stops.at(i);
        const auto &forecast = ahead.forecasts.at(i);
        const auto begin = beginOf(stop, forecast.expectedArrival);
        const auto task = static_cast<std::int32_t>(m_open.size());
        m_taskOf.insert(stop.id, task);
        order.push_back(task);
        m_open.push_back({.stop = stop,
                          .place = placeOf(stop.driveTo()),
                          .service = std::max<std::int64_t>(0, begin.secsTo(forecast.expectedDeparture)),
                          .route = index,
                          .stays = isRooted(stop) || i < drive.fixed});
    }
    m_drives.push_back(drive);
}

const Matrix &DayProblem::matrixOf(const RouteToday &today) const
{
    return *m_matrices.at(today.vehicle.kind);
}

void DayProblem::measurePaces()
{
    double allExpected = 0.0;
    double allPlain = 0.0;
    std::vector<double> own(m_drives.size(), 0.0);
    for (std::size_t r = 0; r < m_drives.size(); ++r) {
        const auto &today = m_day.routes.at(static_cast<qsizetype>(r));
        const auto &matrix = matrixOf(today);
        const auto &order = m_now.routes[r];
        double expected = 0.0;
        double plain = 0.0;
        for (std::size_t i = 1; i < order.size(); ++i) { // the first leg is half driven, or not begun
            const auto road = matrix.seconds[matrix.entry(m_open[order[i - 1]].place, m_open[order[i]].place)];
            if (road >= noRoadSeconds)
                continue;
            const auto at = static_cast<qsizetype>(i);
            const auto leg =
                today.ahead.forecasts.at(at - 1).expectedDeparture.secsTo(today.ahead.forecasts.at(at).expectedArrival);
            expected += static_cast<double>(std::max<qint64>(0, leg));
            plain += road;
        }
        allExpected += expected;
        allPlain += plain;
        own[r] = plain < leastSecondsForPace ? 0.0 : std::clamp(expected / plain, 1.0 / slowest, slowest);
    }
    const double all =
        allPlain < leastSecondsForPace ? 1.0 : std::clamp(allExpected / allPlain, 1.0 / slowest, slowest);
    for (std::size_t r = 0; r < m_drives.size(); ++r)
        m_drives[r].pace = own[r] > 0.0 ? own[r] : all;
}

void DayProblem::setMatrices(std::map<Doorstep::Vehicle::Kind, std::shared_ptr<const Matrix>> matrices)
{
    m_matrices = std::move(matrices);
    measurePaces();
    for (std::size_t r = 0; r < m_drives.size(); ++r) {
        const auto &today = m_day.routes.at(static_cast<qsizetype>(r));
        if (m_now.routes[r].empty())
            continue;
        // So that the first is reached as forecast, rests and what is driven already included.
        auto &drive = m_drives[r];
        const auto &matrix = matrixOf(today);
        const auto road = matrix.seconds[matrix.entry(drive.from, m_open[m_now.routes[r].front()].place)];
        const auto first = seconds(today.ahead.forecasts.constFirst().expectedArrival);
        if (road < noRoadSeconds)
            drive.leaves = first - std::llround(static_cast<double>(road) * drive.pace);
    }
    m_runsNow.clear();
    for (std::size_t r = 0; r < m_drives.size(); ++r)
        m_runsNow.push_back(run(r, m_now.routes[r]));

    m_problem = {};
    m_problem.loads = 1;
    std::map<Doorstep::Vehicle::Kind, std::int32_t> numbers;
    for (const auto &[kind, matrix] : m_matrices) {
        numbers[kind] = static_cast<std::int32_t>(m_problem.matrices.size());
        m_problem.matrices.push_back(matrix);
    }
    m_problem.soft =
        SoftObjective{.costPerMovedTask = m_asked.goal == Rerouting::Goal::FewestChanges ? secondsAMoveIsWorthToFew
                                                                                         : secondsAMoveIsWorth,
                      .costPerBrokenPromise = secondsAPromiseIsWorth};
    std::vector<QDateTime> expected(m_open.size());
    for (std::size_t r = 0; r < m_drives.size(); ++r) {
        for (std::size_t i = 0; i < m_now.routes[r].size(); ++i)
            expected[m_now.routes[r][i]] = m_runsNow[r].visits.at(static_cast<qsizetype>(i)).arrival;
    }
    m_problem.tasks.reserve(m_open.size());
    for (std::size_t t = 0; t < m_open.size(); ++t)
        m_problem.tasks.push_back(taskOf(m_open[t], expected[t]));
    for (std::size_t r = 0; r < m_drives.size(); ++r) {
        m_problem.vehicles.push_back(vehicleOf(r));
        m_problem.vehicles.back().matrix = numbers.at(m_day.routes.at(static_cast<qsizetype>(r)).vehicle.kind);
    }
    m_start = planAsked();
}

Task DayProblem::taskOf(const Open &open, const QDateTime &expected) const
{
    Task task{.id = &open - m_open.data(), .place = open.place, .serviceSeconds = open.service};
    task.delivery.assign(1, gramsOf(open.stop.id));
    auto &window = task.windows.front();
    if (open.stop.window.from.isValid())
        window.from = seconds(open.stop.window.from);
    if (open.stop.window.to.isValid())
        window.to = std::max(seconds(open.stop.window.to), window.from);
    if (const auto told = promisedUntil(open.stop); told.isValid())
        task.promisedUntil = seconds(told);
    // Nobody gets later than they would be anyway, and all else is driving.
    if (m_asked.goal == Rerouting::Goal::LeastDriving && expected.isValid()) {
        const auto anyway = seconds(expected) + notWorthDriving;
        window.to = std::max(window.to, anyway);
        task.promisedUntil = std::max(task.promisedUntil, anyway);
    }
    const bool mayMove = m_asked.stops.isEmpty() || m_asked.stops.contains(open.stop.id);
    if (open.route >= 0 && (open.stays || !mayMove))
        task.pinnedTo = open.route;
    return task;
}

Vehicle DayProblem::vehicleOf(std::size_t index) const
{
    const auto &today = m_day.routes.at(static_cast<qsizetype>(index));
    const auto &drive = m_drives[index];
    const auto &tasks = m_now.routes[index];
    Vehicle vehicle{.id = static_cast<std::int64_t>(index), .start = drive.from, .end = 0};
    vehicle.speedFactor = 1.0 / drive.pace;
    vehicle.fixedTasks = drive.fixed;
    // What it does now it may go on doing, however late or heavy that is.
    vehicle.window.from = drive.leaves;
    if (drive.shiftEnd < forever)
        vehicle.window.to =
            std::max(drive.shiftEnd + std::chrono::seconds(mostOvertime).count(), m_runsNow[index].end + 60);
    std::int64_t load = 0;
    for (const auto task : tasks)
        load += gramsOf(m_open[task].stop.id);
    const std::int64_t takes = std::llround(today.vehicle.capacityKilograms * gramsAKilogram);
    vehicle.capacity.assign(1, takes > 0 ? std::max(load, takes) : forever);
    if (m_asked.leaving.contains(today.route.id)) {
        vehicle.maxTasks = static_cast<std::int32_t>(
            std::ranges::count_if(tasks, [this](std::int32_t task) { return m_open[task].stays; }));
    }
    vehicle.costs.perKilometer = m_day.rates.perHour > 0.0
        ? m_day.rates.perKilometer(today.vehicle.kind) / m_day.rates.perHour * vehicle.costs.perHour
        : 0.0;
    return vehicle;
}

/// Where \a route is among the day's; none when it is not driven.
std::optional<std::size_t> DayProblem::indexOf(const RouteId &route) const
{
    const auto found = std::ranges::find(m_day.routes, route, [](const auto &one) { return one.route.id; });
    if (found == m_day.routes.cend())
        return {};
    return static_cast<std::size_t>(found - m_day.routes.cbegin());
}

/// The open ones of \a stops that \a given does not have yet: not what is done, without a place, or named twice.
std::vector<std::int32_t> DayProblem::tasksOf(const QList<StopId> &stops, QSet<std::int32_t> &given) const
{
    std::vector<std::int32_t> tasks;
    tasks.reserve(static_cast<std::size_t>(stops.size()));
    for (const auto &stop : stops) {
        const auto task = m_taskOf.value(stop, -1);
        if (task < 0 || given.contains(task))
            continue;
        given.insert(task);
        tasks.push_back(task);
    }
    return tasks;
}

/// The question's lists, and what they leave out as it is.
Plan DayProblem::planAsked() const
{
    Plan plan = m_now;
    QSet<std::int32_t> given;
    std::vector<bool> isGiven(m_drives.size(), false);
    for (const auto &order : m_asked.plan) {
        if (const auto route = indexOf(order.route)) {
            isGiven[*route] = true;
            plan.routes[*route] = tasksOf(order.stops, given);
        }
    }
    const auto hasPlace = [&given](std::int32_t task) { return given.contains(task); };
    for (std::size_t r = 0; r < m_drives.size(); ++r) {
        if (isGiven[r]) // what it leaves out: nobody's word is that it should go
            std::ranges::remove_copy_if(m_now.routes[r], std::back_inserter(plan.routes[r]), hasPlace);
        else
            std::erase_if(plan.routes[r], hasPlace);
    }
    return plan;
}

std::int64_t DayProblem::gramsOf(const StopId &stop) const
{
    return std::llround(m_day.kilograms.value(stop, 0.0) * gramsAKilogram);
}

/// Notes in \a run that \a open is reached \a now, in time or not.
void DayProblem::arrive(Run &run, const Open &open, std::int64_t now) const
{
    Proposal::Visit visit{.stop = open.stop.id, .arrival = m_day.now.addSecs(now), .stays = open.stays};
    if (open.stop.window.to.isValid())
        visit.lateBy = std::max(std::chrono::seconds(0), std::chrono::seconds(now - seconds(open.stop.window.to)));
    if (visit.lateBy.count() > 0) {
        ++run.figures.lateStops;
        run.figures.late += visit.lateBy;
    }
    run.visits.append(visit);
}

DayProblem::Run DayProblem::run(std::size_t route, const std::vector<std::int32_t> &tasks) const
{
    const auto &today = m_day.routes.at(static_cast<qsizetype>(route));
    const auto &matrix = matrixOf(today);
    const auto &drive = m_drives[route];
    Run run;
    auto now = drive.leaves;
    auto from = drive.from;
    double driven = 0.0;
    const auto go = [&](std::int32_t to) {
        const auto entry = matrix.entry(from, to);
        const auto road = matrix.seconds[entry];
        const bool isRoad = road < noRoadSeconds;
        run.isReachable = run.isReachable && isRoad;
        const auto leg = isRoad ? static_cast<double>(road) * drive.pace
                                : Watch::crowSeconds(m_places.at(from), m_places.at(to), today.vehicle.kind);
        driven += leg;
        if (!isRoad)
            run.figures.meters += m_places.at(from).distanceTo(m_places.at(to));
        else if (!matrix.meters.empty())
            run.figures.meters += matrix.meters[entry];
        now += std::llround(leg);
        from = to;
    };
    for (const auto task : tasks) {
        const auto &open = m_open[task];
        go(open.place);
        arrive(run, open, now);
        if (open.stop.window.from.isValid())
            now = std::max(now, seconds(open.stop.window.from));
        now += open.service;
    }
    const bool isDriven = !tasks.empty() || today.route.status == Route::Status::Underway;
    if (isDriven)
        go(0);
    run.end = now;
    run.figures.driving = std::chrono::seconds(std::llround(driven));
    if (!isDriven)
        return run;
    charge(run.figures, route, now);
    return run;
}

/// Adds to \a figures what it costs that \a route ends \a end.
void DayProblem::charge(Proposal::Figures &figures, std::size_t route, std::int64_t end) const
{
    const auto kind = m_day.routes.at(static_cast<qsizetype>(route)).vehicle.kind;
    const auto &drive = m_drives[route];
    if (drive.shiftEnd < forever)
        figures.overtime = std::chrono::seconds(std::max<std::int64_t>(0, end - drive.shiftEnd));
    const double kilometers = figures.meters / 1000.0;
    const double hours =
        static_cast<double>(std::max<std::int64_t>(0, end - std::max<std::int64_t>(0, drive.leaves))) / 3600.0;
    figures.cost = hours * m_day.rates.perHour + kilometers * m_day.rates.perKilometer(kind);
    figures.gramsCo2 = kilometers * m_day.rates.gramsCo2PerKilometer(kind);
}

/// All of a route's list with \a tasks for what is open of it: what is done, or has no place, stays where it is.
QList<StopId> DayProblem::listOf(std::size_t route, const std::vector<std::int32_t> &tasks) const
{
    const auto &was = m_day.routes.at(static_cast<qsizetype>(route)).route.stops;
    if (tasks == m_now.routes[route])
        return was;
    QList<StopId> done;
    QList<StopId> placeless;
    const auto firstOpen = std::ranges::find_if(was, [this](const auto &stop) { return m_taskOf.contains(stop); });
    for (auto it = was.cbegin(); it != was.cend(); ++it) {
        if (!m_taskOf.contains(*it))
            (it < firstOpen ? done : placeless).append(*it);
    }
    QList<StopId> list = done;
    list.reserve(was.size() + static_cast<qsizetype>(tasks.size()));
    for (const auto task : tasks)
        list.append(m_open[task].stop.id);
    return list + placeless;
}

Proposal::Line DayProblem::lineOf(std::size_t route, const std::vector<std::int32_t> &tasks) const
{
    const auto &today = m_day.routes.at(static_cast<qsizetype>(route));
    const auto &now = m_runsNow[route];
    auto proposed = run(route, tasks);
    Proposal::Line line{.route = today.route.id,
                        .order = {.route = today.route.id, .was = today.route.stops, .stops = listOf(route, tasks)},
                        .before = now.visits,
                        .after = std::move(proposed.visits),
                        .now = now.figures,
                        .proposed = proposed.figures};
    if (!proposed.isReachable)
        line.breaches.append(Proposal::Breach::Unreachable);
    std::int64_t load = 0;
    for (const auto task : tasks)
        load += gramsOf(m_open[task].stop.id);
    const auto capacity = std::llround(today.vehicle.capacityKilograms * gramsAKilogram);
    if (capacity > 0 && load > capacity)
        line.breaches.append(Proposal::Breach::Load);
    if (proposed.figures.overtime > mostOvertime)
        line.breaches.append(Proposal::Breach::Shift);
    return line;
}

/// \a plan with what it leaves unserved, which cannot be taken elsewhere, where it is now. Says so in \a proposal, and
/// how many change their driver.
Plan DayProblem::withUnserved(Plan plan, Proposal &proposal) const
{
    std::vector<std::int32_t> driver(m_open.size(), -1);
    for (std::size_t r = 0; r < plan.routes.size(); ++r) {
        for (const auto task : plan.routes[r])
            driver[task] = static_cast<std::int32_t>(r);
    }
    for (std::size_t t = 0; t < m_open.size(); ++t) {
        if (driver[t] >= 0)
            continue;
        proposal.unserved.append(m_open[t].stop.id);
        if (m_open[t].route >= 0) {
            driver[t] = m_open[t].route;
            plan.routes[m_open[t].route].push_back(static_cast<std::int32_t>(t));
        }
    }
    proposal.moved = static_cast<int>(std::ranges::count_if(
        std::views::iota(std::size_t{0}, m_open.size()), [&](std::size_t t) { return driver[t] != m_open[t].route; }));
    return plan;
}

/// For whom \a proposal changes what they expect, or were promised.
void DayProblem::countChanges(Proposal &proposal) const
{
    QHash<StopId, QDateTime> before;
    for (const auto &now : m_runsNow) {
        for (const auto &visit : now.visits)
            before.insert(visit.stop, visit.arrival);
    }
    for (const auto &visit : proposal.lines | std::views::transform(&Proposal::Line::after) | std::views::join) {
        const auto was = before.value(visit.stop);
        if (!was.isValid())
            continue;
        if (std::chrono::abs(std::chrono::seconds(was.secsTo(visit.arrival))) >= Proposal::worthTelling)
            proposal.toTell.append(visit.stop);
        const auto told = promisedUntil(m_open[m_taskOf.value(visit.stop)].stop);
        if (told.isValid() && was <= told && visit.arrival > told)
            ++proposal.brokenPromises;
    }
}

Proposal DayProblem::proposalOf(const Plan &plan) const
{
    Proposal proposal;
    proposal.depot = m_asked.depot;
    proposal.asked = m_asked;
    proposal.askedAt = m_day.now;
    const auto whole = withUnserved(plan, proposal);
    for (std::size_t r = 0; r < whole.routes.size(); ++r)
        proposal.lines.append(lineOf(r, whole.routes[r]));
    countChanges(proposal);
    return proposal;
}

} // namespace Doorstep::Planning
