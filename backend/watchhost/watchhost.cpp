// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watchhost/watchhost.h"

#include "backend/http/requestlog.h"
#include "backend/watchhost/roadpath.h"
#include "backend/watchhost/sightings.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr double tickSeconds = 0.5; // what a person changes is on the roads again within two seconds
constexpr double gatherSeconds = 0.25; // what is concluded meanwhile shares a commit

} // namespace

WatchHost::WatchHost(Store &store, const Clock &clock, const RoadService *roads)
    : m_store(store)
    , m_clock(clock)
    , m_roads(roads)
    , m_thread("watch")
{
    m_thread.run();
    m_thread.getLoop()->runEvery(tickSeconds, [this] { see(Watch::Tick{}); });
}

WatchHost::~WatchHost()
{
    m_roadWorker.stop();
}

/// Adds to \a events what documents of \a kind say, in all feeds.
Result<> WatchHost::recall(const QString &kind, std::vector<Watch::Event> &events)
{
    for (const auto &feed : m_store.feeds()) {
        const auto documents = drogon::sync_wait(m_store.documentsOf(feed.id, kind));
        if (!documents)
            return std::unexpected(documents.error());
        for (const auto &document : *documents) {
            if (auto event = sightingOf(document))
                events.push_back(std::move(*event));
        }
    }
    return {};
}

Result<> WatchHost::load()
{
    std::vector<Watch::Event> events;
    for (const auto &kind : watchedKinds()) {
        if (auto recalled = recall(kind, events); !recalled)
            return recalled;
    }
    auto fixes = drogon::sync_wait(m_store.lastFixes());
    if (!fixes)
        return std::unexpected(fixes.error());
    for (auto &fix : *fixes)
        events.emplace_back(Watch::FixSeen{std::move(fix)});
    m_thread.getLoop()->queueInLoop([this, events = std::move(events)] {
        for (const auto &event : events)
            see(event);
    });
    return {};
}

void WatchHost::grown(const Growth &growth)
{
    m_thread.getLoop()->queueInLoop([this, growth] {
        for (const auto &grown : growth) {
            for (const auto &change : grown.changes) {
                if (const auto event = sightingOf(change))
                    see(*event);
            }
        }
    });
}

void WatchHost::fixed(std::vector<Fix> fixes)
{
    m_thread.getLoop()->queueInLoop([this, fixes = std::move(fixes)] {
        for (const auto &fix : fixes)
            see(Watch::FixSeen{fix});
    });
}

void WatchHost::see(const Watch::Event &event)
{
    const auto now = m_clock.now();
    const auto facts = m_watch.see(event, now);
    for (const auto &fact : facts)
        std::visit([this](const auto &known) { conclude(known); }, fact);
    for (const auto &outcome : m_cases.see(event, facts, now))
        m_facts.note(outcome);
    if (std::holds_alternative<Watch::Tick>(event))
        notePaces(now);
    writeSoon();
}

void WatchHost::notePaces(const QDateTime &now)
{
    const auto nowMs = now.toMSecsSinceEpoch();
    const std::scoped_lock lock(m_pacesMutex);
    for (const auto &[whose, pace] : m_watch.learned().traffic)
        m_paces.insert_or_assign(whose, pace.byKind(nowMs));
}

Watch::ByRoadKind WatchHost::paces(const DepotId &depot, Vehicle::Kind vehicles) const
{
    const std::scoped_lock lock(m_pacesMutex);
    const auto known = m_paces.find({depot, vehicles});
    return known == m_paces.end() ? Watch::ByRoadKind{1.0, 1.0, 1.0, 1.0} : known->second;
}

void WatchHost::conclude(const Watch::PathWanted &wish)
{
    if (!m_roads)
        return;
    const auto posted = m_roadWorker.post([this, wish] {
        auto path = findPath(*m_roads, wish);
        m_thread.getLoop()->queueInLoop([this, path = std::move(path)] { see(path); });
    });
    if (!posted)
        Http::logLine(u"warning"_s, u"a path was not looked for"_s, {{u"why"_s, posted.error().detail}});
}

void WatchHost::writeSoon()
{
    if (m_isWriting || m_facts.isEmpty())
        return;
    m_isWriting = true;
    m_thread.getLoop()->runAfter(gatherSeconds, [this] { write(*this); });
}

drogon::AsyncTask WatchHost::write(WatchHost &host)
{
    const auto done = co_await commitFacts(host.m_store, host.m_facts.take(), host.m_clock.now());
    if (!done && done.error().kind == Error::Kind::Stopped)
        co_return; // the next start reads and concludes it all again
    if (!done)
        Http::logLine(u"error"_s, u"what was watched could not be written"_s, {{u"why"_s, done.error().detail}});
    host.m_isWriting = false;
    host.writeSoon();
}

} // namespace Doorstep
