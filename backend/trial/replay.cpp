// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/trial/replay.h"

#include <QSet>

#include <algorithm>
#include <deque>
#include <map>

using namespace Qt::StringLiterals;

namespace Doorstep::Trial {
namespace {

using namespace std::chrono_literals;

constexpr auto step = 30s; // between two ticks: what lasts a minute is still seen
constexpr auto surelyHeardAfter = 10min; // of the first visit
const auto escalated = u"escalated"_s;

/// Something that the backend learnt at a time.
struct Lesson
{
    QDateTime at;
    Watch::Event event;
};

QDateTime learntAt(const Fix &fix)
{
    return fix.receivedAt.isValid() ? fix.receivedAt : fix.fixedAt;
}

/// \a stop as it was before anybody came: its place, window and customer as they ended.
Stop untouched(Stop stop)
{
    if (stop.status != Stop::Status::Cancelled) // nobody knows since when
        stop.status = Stop::Status::Planned;
    stop.failure = Stop::Failure::None;
    stop.attempts = 0;
    stop.held = false;
    stop.actualArrival = {};
    stop.actualDeparture = {};
    stop.completedAt = {};
    stop.checkIn = {};
    return stop;
}

/// What the watchers of one depot's day conclude, under several sets of thresholds that agree on when a phone is
/// silent: that alone changes what is forecast.
class Strand
{
public:
    Strand(const PastDay &day, const QList<ThresholdValues> &thresholds, const Roads &roads)
        : m_day(day)
        , m_roads(roads)
    {
        for (const auto &values : thresholds)
            m_books.emplace_back(values);
    }

    [[nodiscard]] bool run(const QDateTime &from, const QDateTime &to, const std::function<bool()> &isTimeUp);
    [[nodiscard]] const Counts &counts(std::size_t book) const { return m_books[book].counts; }

private:
    struct Book
    {
        explicit Book(ThresholdValues values)
            : thresholds(std::move(values))
        {
        }

        ThresholdValues thresholds;
        Cases::DayCases cases;
        QHash<ExceptionId, Exception::Escalation> opened;
        Counts counts;
    };

    void announce();
    [[nodiscard]] QHash<DriverId, QDateTime> firstHeard() const;
    [[nodiscard]] bool hasBegunBefore(const Route &route, const QDateTime &heard) const;
    [[nodiscard]] std::vector<Lesson> lessons() const;
    void tell(const Watch::Event &event);
    void learnt(const Watch::StopSeen &report);
    void commit(const Watch::Fact &fact, std::deque<Watch::Event> &events);
    void note(Book &book, const Cases::Outcomes &outcomes);

    const PastDay &m_day;
    const Roads &m_roads;
    Watch::DayWatch m_watch;
    std::vector<Book> m_books;
    QHash<StopId, Stop> m_stops;
    std::vector<Lesson> m_joining; ///< Routes of which the beginning is not known.
    QDateTime m_now;
    qint64 m_version = 0;
    std::function<bool()> m_isTimeUp = [] { return false; };
};

void Strand::announce()
{
    tell(Watch::DepotSeen{m_day.depot});
    (void)m_watch.see(Watch::ThresholdsSeen{{.id = m_day.depot.id, .values = m_books.front().thresholds}}, m_now);
    for (auto &book : m_books) {
        const Watch::ThresholdsSeen own{{.id = m_day.depot.id, .values = book.thresholds}};
        note(book, book.cases.see(own, {}, m_now));
    }
    for (const auto &vehicle : m_day.vehicles)
        tell(Watch::VehicleSeen{vehicle});
    for (const auto &stop : m_day.stops) {
        m_stops.insert(stop.id, untouched(stop));
        tell(Watch::StopSeen{.stop = m_stops.value(stop.id), .version = ++m_version});
    }
    const auto heard = firstHeard();
    for (auto route : m_day.routes) {
        if (!heard.contains(route.driver))
            continue;
        route.actualEnd = {};
        if (hasBegunBefore(route, heard.value(route.driver))) {
            route.status = Route::Status::Underway;
            m_joining.push_back({.at = heard.value(route.driver), .event = Watch::RouteSeen{.route = route}});
            continue;
        }
        route.status = Route::Status::Planned;
        route.actualStart = {};
        tell(Watch::RouteSeen{.route = route, .version = ++m_version});
    }
}

/// Since when each driver's phone is heard. Of who never was nothing is stored: nobody can say what became of them.
QHash<DriverId, QDateTime> Strand::firstHeard() const
{
    QHash<DriverId, QDateTime> first;
    for (const auto &fix : m_day.fixes) {
        const auto at = learntAt(fix);
        const auto known = first.constFind(fix.driver);
        if (known == first.cend() || at < *known)
            first.insert(fix.driver, at);
    }
    return first;
}

/// Whether visits of \a route are over before anything is stored of its driver's phone: older fixes are forgotten, and
/// silence means nothing. It is replayed from there on.
bool Strand::hasBegunBefore(const Route &route, const QDateTime &heard) const
{
    return std::ranges::any_of(m_day.stops, [&](const Stop &stop) {
        return stop.route == route.id && stop.completedAt.isValid()
            && stop.completedAt.addDuration(surelyHeardAfter) < heard;
    });
}

/// In the order in which the backend learnt them.
std::vector<Lesson> Strand::lessons() const
{
    auto all = m_joining; // before the fix that brings them
    for (const auto &fix : m_day.fixes)
        all.push_back({.at = learntAt(fix), .event = Watch::FixSeen{fix}});
    for (const auto &stop : m_day.stops) {
        const auto &asked = stop.checkIn;
        if (asked.askedAt.isValid()) {
            auto told = stop;
            told.checkIn = {.askedAt = asked.askedAt, .how = asked.how};
            told.completedAt = {};
            all.push_back({.at = asked.askedAt, .event = Watch::StopSeen{.stop = told}});
        }
        if (asked.answeredAt.isValid()) {
            auto told = stop;
            told.completedAt = {};
            all.push_back({.at = asked.answeredAt, .event = Watch::StopSeen{.stop = told}});
        }
        if (stop.completedAt.isValid())
            all.push_back({.at = stop.completedAt, .event = Watch::StopSeen{.stop = stop}});
    }
    std::ranges::stable_sort(all, {}, &Lesson::at);
    return all;
}

/// A visit that is over, or a check-in: the rest of the stop is as it is known.
void Strand::learnt(const Watch::StopSeen &report)
{
    auto stop = m_stops.value(report.stop.id);
    stop.checkIn = report.stop.checkIn;
    if (report.stop.completedAt.isValid()) {
        stop.status = report.stop.status;
        stop.failure = report.stop.failure;
        stop.attempts = report.stop.attempts;
        stop.completedAt = report.stop.completedAt;
    }
    m_stops.insert(stop.id, stop);
    tell(Watch::StopSeen{.stop = stop, .version = ++m_version});
}

void Strand::tell(const Watch::Event &event)
{
    std::deque<Watch::Event> events{event};
    while (!events.empty()) {
        const auto facts = m_watch.see(events.front(), m_now);
        for (auto &book : m_books)
            note(book, book.cases.see(events.front(), facts, m_now));
        events.pop_front();
        for (const auto &fact : facts)
            commit(fact, events);
    }
}

/// As if it was committed at once.
void Strand::commit(const Watch::Fact &fact, std::deque<Watch::Event> &events)
{
    if (const auto *became = std::get_if<Watch::StopBecame>(&fact)) {
        m_stops.insert(became->stop.id, became->stop);
        events.emplace_back(Watch::StopSeen{.stop = became->stop, .version = ++m_version});
    } else if (const auto *route = std::get_if<Watch::RouteBecame>(&fact)) {
        events.emplace_back(Watch::RouteSeen{.route = route->route, .version = ++m_version});
    } else if (const auto *path = std::get_if<Watch::PathMade>(&fact)) {
        events.emplace_back(Watch::PathSeen{path->path});
    } else if (const auto *wanted = std::get_if<Watch::PathWanted>(&fact)) {
        if (m_roads && !m_isTimeUp()) // a slow road service would take longer than all the rest
            events.emplace_back(m_roads(*wanted));
    }
}

void Strand::note(Book &book, const Cases::Outcomes &outcomes)
{
    for (const auto &[exception, base] : outcomes) {
        const bool isNew = !book.opened.contains(exception.id);
        auto &raised = book.opened[exception.id];
        if (isNew)
            ++book.counts[exception.kind];
        if (exception.escalation == Exception::Escalation::Raised && raised != exception.escalation)
            ++book.counts[escalated];
        raised = exception.escalation;
        note(book, book.cases.see(Watch::ExceptionSeen{.exception = exception, .version = ++m_version}, {}, m_now));
    }
}

bool Strand::run(const QDateTime &from, const QDateTime &to, const std::function<bool()> &isTimeUp)
{
    m_isTimeUp = isTimeUp;
    m_now = from;
    announce();
    const auto all = lessons();
    auto next = all.begin();
    while (m_now < to) {
        if (isTimeUp())
            return false;
        m_now = m_now.addDuration(step);
        for (; next != all.end() && next->at <= m_now; ++next) {
            const auto *report = std::get_if<Watch::StopSeen>(&next->event);
            report == nullptr ? tell(next->event) : learnt(*report);
        }
        tell(Watch::Tick{});
    }
    return !isTimeUp(); // else roads may be missing
}

/// Asks for the roads of each list of places once.
class RememberedRoads
{
public:
    explicit RememberedRoads(const Roads &roads)
        : m_roads(roads)
    {
    }
    Watch::PathFound operator()(const Watch::PathWanted &wanted)
    {
        auto &known = m_known[wanted.route];
        if (known.first != wanted.places)
            known = {wanted.places, m_roads(wanted)};
        auto found = known.second;
        found.wish = wanted.wish;
        return found;
    }

private:
    const Roads &m_roads;
    std::map<RouteId, std::pair<QList<QGeoCoordinate>, Watch::PathFound>> m_known;
};

} // namespace

std::optional<std::pair<Counts, Counts>> replay(const PastDay &day, const ThresholdValues &now,
                                                const ThresholdValues &proposed, const Roads &roads,
                                                const std::function<bool()> &isTimeUp)
{
    const auto span = spanOf(day.routes);
    if (!span)
        return std::pair<Counts, Counts>();
    const auto to = day.until.isValid() ? std::min(span->second, day.until) : span->second;
    RememberedRoads remembered(roads);
    const Roads known =
        roads ? Roads([&remembered](const Watch::PathWanted &wanted) { return remembered(wanted); }) : Roads();
    const auto lived = [&](const QList<ThresholdValues> &thresholds) -> std::optional<QList<Counts>> {
        Strand strand(day, thresholds, known);
        if (!strand.run(span->first, to, isTimeUp))
            return {};
        QList<Counts> counts;
        for (qsizetype i = 0; i < thresholds.size(); ++i)
            counts.append(strand.counts(static_cast<std::size_t>(i)));
        return counts;
    };
    if (now.value(Threshold::SilentAfter) == proposed.value(Threshold::SilentAfter)) {
        const auto both = lived({now, proposed});
        return both ? std::optional(std::pair(both->at(0), both->at(1))) : std::nullopt;
    }
    const auto first = lived({now});
    const auto second = first ? lived({proposed}) : std::nullopt;
    return second ? std::optional(std::pair(first->at(0), second->at(0))) : std::nullopt;
}

QList<ThresholdTrial::Count> governed(const Counts &now, const Counts &proposed)
{
    QList<ThresholdTrial::Count> counts;
    for (const auto &row : thresholdRows()) {
        const auto kind = row.kind.isEmpty() ? escalated : QString(row.kind);
        if (std::ranges::find(counts, kind, &ThresholdTrial::Count::kind) == counts.cend())
            counts.append({.kind = kind, .now = now.value(kind), .proposed = proposed.value(kind)});
    }
    return counts;
}

} // namespace Doorstep::Trial
