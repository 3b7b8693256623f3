// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/putplan.h"

#include "backend/commands/documents.h"
#include "backend/store/audittrail.h"
#include "models/wire/kinds.h"
#include "models/wire/timewire.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int triesOfPlan = 5;

/// What is stored of the things that a plan names, by "kind/id".
class Stored
{
public:
    void add(const std::vector<Found> &all)
    {
        for (const auto &found : all)
            m_found.insert(found.document.kind + u'/' + found.document.id, found);
    }
    [[nodiscard]] Found of(QLatin1StringView kind, const QString &id) const { return m_found.value(kind + u'/' + id); }

private:
    QHash<QString, Found> m_found;
};

void want(std::vector<DocumentKey> &keys, const FeedId &feed, QLatin1StringView kind, const QString &id)
{
    keys.push_back({.feed = feed, .kind = kind, .id = id});
}

/// Everything whose stored state matters, except routes' old stops, which are known only after this.
std::vector<DocumentKey> keysOf(const Plan &plan)
{
    using namespace Wire::Kinds;
    std::vector<DocumentKey> keys;
    const auto organisation = organisationFeed();
    for (const auto &[value, body] : plan.depots)
        want(keys, organisation, depot, value.id.toString());
    for (const auto &[value, body] : plan.vehicles) {
        want(keys, organisation, vehicle, value.id.toString());
        want(keys, organisation, depot, value.depot.toString());
    }
    for (const auto &[value, body] : plan.drivers) {
        want(keys, organisation, driver, value.id.toString());
        want(keys, organisation, depot, value.depot.toString());
    }
    for (const auto &[value, body] : plan.routes) {
        want(keys, feedOf(value.depot), route, value.id.toString());
        want(keys, organisation, depot, value.depot.toString());
        want(keys, organisation, driver, value.driver.toString());
        want(keys, organisation, vehicle, value.vehicle.toString());
        for (const auto &id : value.stops)
            want(keys, feedOf(value.depot), stop, id.toString());
    }
    return keys;
}

QStringList stopsOf(const QJsonObject &route)
{
    QStringList stops;
    for (const auto &stop : route["stops"_L1].toArray())
        stops += stop.toString();
    return stops;
}

/// The stops that stored routes had and the plan takes from them.
std::vector<DocumentKey> droppedStops(const Plan &plan, const Stored &stored)
{
    QSet<QString> kept;
    for (const auto &[value, body] : plan.routes) {
        for (const auto &id : value.stops)
            kept.insert(id.toString());
    }
    std::vector<DocumentKey> keys;
    for (const auto &[value, body] : plan.routes) {
        for (const auto &id : stopsOf(stored.of(Wire::Kinds::route, value.id.toString()).body)) {
            if (!kept.contains(id))
                want(keys, feedOf(value.depot), Wire::Kinds::stop, id);
        }
    }
    return keys;
}

qint64 sizeOf(const auto &things)
{
    return static_cast<qint64>(things.size());
}

/// What is remembered of \a plan; the documents themselves are in the change log.
QJsonObject summaryOf(const Plan &plan)
{
    return {{u"depots"_s, sizeOf(plan.depots)},
            {u"vehicles"_s, sizeOf(plan.vehicles)},
            {u"drivers"_s, sizeOf(plan.drivers)},
            {u"routes"_s, sizeOf(plan.routes)}};
}

/// Turns a plan and what is stored into one commit.
class PlanWriter
{
public:
    PlanWriter(const Plan &plan, const Stored &stored)
        : m_plan(plan)
        , m_stored(stored)
    {
        for (const auto &[value, body] : plan.depots)
            m_planned.insert(Wire::Kinds::depot + u'/' + value.id.toString());
        for (const auto &[value, body] : plan.drivers)
            m_planned.insert(Wire::Kinds::driver + u'/' + value.id.toString());
        for (const auto &[value, body] : plan.vehicles)
            m_planned.insert(Wire::Kinds::vehicle + u'/' + value.id.toString());
    }

    Result<Commit> commit(const std::vector<DocumentKey> &dropped)
    {
        for (const auto &[value, body] : m_plan.depots)
            put(organisationFeed(), Wire::Kinds::depot, value.id.toString(), body);
        for (const auto &[value, body] : m_plan.vehicles) {
            refer(Wire::Kinds::depot, value.depot.toString());
            put(organisationFeed(), Wire::Kinds::vehicle, value.id.toString(), body);
        }
        for (const auto &[value, body] : m_plan.drivers) {
            refer(Wire::Kinds::depot, value.depot.toString());
            putDriver(value, body);
        }
        for (const auto &key : dropped)
            drop(key);
        for (const auto &[value, body] : m_plan.routes)
            putRoute(value, body);
        if (m_error)
            return std::unexpected(*m_error);
        // Names are given up before they are taken: two drivers may swap their phones.
        std::ranges::stable_partition(m_commit.claims, [](const Claim &claim) { return claim.holder.isEmpty(); });
        return std::move(m_commit);
    }

private:
    void refuse(const QString &why)
    {
        if (!m_error)
            m_error = Error{.kind = Error::Kind::Refused, .detail = why};
    }

    void refer(QLatin1StringView kind, const QString &id)
    {
        if (!m_planned.contains(kind + u'/' + id) && !m_stored.of(kind, id).exists())
            refuse(u"there is no %1 %2, neither in the plan nor before"_s.arg(kind, id));
    }

    void put(const FeedId &feed, QLatin1StringView kind, const QString &id, const QJsonObject &body)
    {
        const auto before = m_stored.of(kind, id);
        if (before.exists() && before.body == body)
            return;
        m_commit.writes.push_back(
            {.feed = feed, .kind = kind, .id = id, .body = Wire::compact(body), .ifVersion = before.document.version});
    }

    void putDriver(const Driver &driver, QJsonObject body)
    {
        const auto id = driver.id.toString();
        const auto stored = m_stored.of(Wire::Kinds::driver, id).body;
        for (const auto key : {"duty"_L1, "position_asked_at"_L1}) {
            if (!body.contains(key) && stored.contains(key))
                body.insert(key, stored[key]); // somebody said so today; a plan is of yesterday
        }
        const auto before = stored["device_id"_L1].toString();
        if (driver.deviceId.isEmpty() && !before.isEmpty())
            body.insert("device_id"_L1, before); // whoever is no admin could not know it
        const auto now = body["device_id"_L1].toString();
        if (now != before && !before.isEmpty())
            m_commit.claims.push_back({.space = u"device"_s, .key = before, .holder = {}});
        if (now != before && !now.isEmpty())
            m_commit.claims.push_back({.space = u"device"_s, .key = now, .holder = id});
        put(organisationFeed(), Wire::Kinds::driver, id, body);
    }

    void drop(const DocumentKey &key)
    {
        const auto before = m_stored.of(Wire::Kinds::stop, key.id);
        auto body = before.body;
        refusePinned(body, key.id);
        body.remove("route"_L1);
        if (before.exists())
            put(key.feed, Wire::Kinds::stop, key.id, body);
    }

    void putRoute(const Route &route, QJsonObject body)
    {
        refer(Wire::Kinds::depot, route.depot.toString());
        refer(Wire::Kinds::driver, route.driver.toString());
        refer(Wire::Kinds::vehicle, route.vehicle.toString());
        const auto id = route.id.toString();
        const auto before = m_stored.of(Wire::Kinds::route, id);
        for (const auto key : {"status"_L1, "actual_start"_L1, "actual_end"_L1}) {
            if (before.body.contains(key))
                body.insert(key, before.body[key]);
            else
                body.remove(key);
        }
        if (!before.exists())
            body.insert("status"_L1, u"planned"_s);
        put(feedOf(route.depot), Wire::Kinds::route, id, body);
        for (const auto &stop : route.stops)
            putStop(route, stop.toString());
    }

    void putStop(const Route &route, const QString &id)
    {
        const auto before = m_stored.of(Wire::Kinds::stop, id);
        if (!before.exists())
            return refuse(u"depot %1 has no stop %2"_s.arg(route.depot.toString(), id));
        const auto other = before.body["route"_L1].toString();
        if (!other.isEmpty() && other != route.id.toString() && !losesStop(other, id))
            return refuse(u"stop %1 belongs to route %2"_s.arg(id, other));
        auto body = before.body;
        if (!other.isEmpty() && other != route.id.toString())
            refusePinned(body, id);
        body.insert("route"_L1, route.id.toString());
        if (const auto arrival = m_plan.scheduledArrivals.value(StopId(id)); arrival.isValid())
            body.insert("scheduled_arrival"_L1, Wire::timeText(arrival));
        put(feedOf(route.depot), Wire::Kinds::stop, id, body);
    }

    /// Whoever plans leaves pinned stops where they are.
    void refusePinned(const QJsonObject &stop, const QString &id)
    {
        if (stop["pinned"_L1].toBool())
            refuse(u"stop %1 is pinned to its route"_s.arg(id));
    }

    /// Whether the plan sends \a route without \a stop.
    [[nodiscard]] bool losesStop(const QString &route, const QString &stop) const
    {
        const auto planned =
            std::ranges::find(m_plan.routes, route, [](const auto &r) { return r.value.id.toString(); });
        return planned != m_plan.routes.end() && !planned->value.stops.contains(StopId(stop));
    }

    const Plan &m_plan;
    const Stored &m_stored;
    QSet<QString> m_planned;
    Commit m_commit;
    std::optional<Error> m_error;
};

} // namespace

drogon::Task<Result<int>> putPlan(Store &store, Plan plan, UserId actor, QDateTime now)
{
    Error last;
    for (int attempt = 0; attempt < triesOfPlan; ++attempt) {
        Stored stored;
        const auto named = co_await findAll(store, keysOf(plan));
        if (!named)
            co_return std::unexpected(named.error());
        stored.add(*named);
        const auto dropped = droppedStops(plan, stored);
        const auto left = co_await findAll(store, dropped);
        if (!left)
            co_return std::unexpected(left.error());
        stored.add(*left);

        PlanWriter writer(plan, stored);
        auto commit = writer.commit(dropped);
        if (!commit)
            co_return std::unexpected(commit.error());
        commit->actor = actor;
        commit->at = now;
        leaveTrail(*commit, u"plan"_s, summaryOf(plan));
        const int count = static_cast<int>(commit->writes.size());
        const auto done = co_await store.commit(std::move(*commit));
        if (done)
            co_return count;
        if (done.error().kind != Error::Kind::Conflict)
            co_return std::unexpected(done.error());
        last = done.error(); // somebody was faster: look again
    }
    co_return std::unexpected(last);
}

} // namespace Doorstep
