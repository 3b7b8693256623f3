// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/documenttables.h"

#include "models/wire/checksum.h"

#include <QRandomGenerator>

#include <bit>

using namespace Qt::StringLiterals;

namespace Doorstep::StoreFile {

DocumentTables::DocumentTables(Database &database)
    : m_database(database)
    , m_selectDataVersion(database, "PRAGMA data_version")
    , m_selectChanges(database,
                      "SELECT kind, id, seq, deleted, body FROM change_log WHERE feed=?1 AND seq>?2 ORDER BY seq")
    , m_selectFeeds(database, "SELECT no, id, epoch, last_seq FROM feed")
    , m_selectVersions(database, "SELECT kind, id, version FROM document WHERE feed=?1 AND NOT deleted")
    , m_insertFeed(database, "INSERT INTO feed(id, epoch, last_seq, horizon) VALUES(?1, ?2, 0, 0) RETURNING no")
    , m_updateFeed(database, "UPDATE feed SET last_seq=?2 WHERE no=?1")
    , m_selectDocument(database, "SELECT version, deleted, body FROM document WHERE feed=?1 AND kind=?2 AND id=?3")
    , m_upsertDocument(
          database,
          "INSERT INTO document(feed, kind, id, version, deleted, body) VALUES(?1, ?2, ?3, ?4, ?5, ?6)"
          " ON CONFLICT DO UPDATE SET version=excluded.version, deleted=excluded.deleted, body=excluded.body")
    , m_insertChange(database,
                     "INSERT INTO change_log(feed, seq, at, actor, kind, id, deleted, body)"
                     " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
    , m_selectClaim(database, "SELECT holder FROM claim WHERE space=?1 AND key=?2")
    , m_insertClaim(database, "INSERT INTO claim(space, key, holder) VALUES(?1, ?2, ?3)")
    , m_deleteClaim(database, "DELETE FROM claim WHERE space=?1 AND key=?2")
    , m_forget(database, "DELETE FROM change_log WHERE feed=?1 AND seq<=?2")
    , m_moveHorizon(database, "UPDATE feed SET horizon=max(horizon, ?2) WHERE no=?1")
{
}

Result<> DocumentTables::load()
{
    Memory feeds;
    m_selectFeeds.with();
    for (;;) {
        const auto row = m_selectFeeds.next();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            break;
        const FeedState state{.id = FeedId(m_selectFeeds.text(1)),
                              .epoch = std::bit_cast<quint64>(m_selectFeeds.integer(2)),
                              .head = m_selectFeeds.integer(3)};
        feeds.insert({state.id.toString(), {m_selectFeeds.integer(0), state}});
    }
    m_selectFeeds.reset();
    for (auto &[id, feed] : feeds) {
        const auto known = m_feeds.find(id);
        if (known != m_feeds.end() && known->second.second.head == feed.second.head) {
            feed = known->second;
            continue;
        }
        m_selectVersions.with(feed.first);
        for (auto row = m_selectVersions.next(); !row || *row; row = m_selectVersions.next()) {
            if (!row)
                return std::unexpected(row.error());
            feed.second.checksum ^=
                Wire::digestOf(m_selectVersions.text(0), m_selectVersions.text(1), m_selectVersions.integer(2));
        }
        m_selectVersions.reset();
    }
    m_feeds = std::move(feeds);
    return {};
}

Result<Growth> DocumentTables::catchUp()
{
    const auto row = m_selectDataVersion.with().next();
    if (!row)
        return std::unexpected(row.error());
    const auto dataVersion = m_selectDataVersion.integer(0);
    m_selectDataVersion.reset();
    m_sawOtherWriter = m_dataVersion != neverLooked && dataVersion != m_dataVersion;
    if (dataVersion == m_dataVersion)
        return Growth();

    const auto before = m_feeds;
    if (auto loaded = load(); !loaded)
        return std::unexpected(loaded.error());
    m_dataVersion = dataVersion;
    Growth growth;
    for (const auto &[id, feed] : m_feeds) {
        const auto known = before.find(id);
        const auto from = known == before.end() ? 0 : known->second.second.head;
        if (from == feed.second.head)
            continue;
        FeedGrowth grown{.state = feed.second, .changes = {}};
        m_selectChanges.with(feed.first, from);
        for (auto change = m_selectChanges.next(); !change || *change; change = m_selectChanges.next()) {
            if (!change)
                return std::unexpected(change.error());
            grown.changes.append({.kind = m_selectChanges.text(0),
                                  .id = m_selectChanges.text(1),
                                  .version = m_selectChanges.integer(2),
                                  .deleted = m_selectChanges.integer(3) != 0,
                                  .body = m_selectChanges.bytes(4)});
        }
        growth.push_back(std::move(grown));
    }
    return growth;
}

std::vector<FeedState> DocumentTables::feeds() const
{
    std::vector<FeedState> states;
    for (const auto &[id, feed] : m_feeds)
        states.push_back(feed.second);
    return states;
}

Result<std::pair<qint64, FeedState> *> DocumentTables::feed(const FeedId &id)
{
    if (const auto known = m_feeds.find(id.toString()); known != m_feeds.end())
        return &known->second;
    if (!id.isValid())
        return failure(Error::Kind::Malformed, u"no feed is called so"_s);
    const auto epoch = QRandomGenerator::system()->generate64();
    const auto row = m_insertFeed.with(id.toString(), std::bit_cast<qint64>(epoch)).next();
    if (!row)
        return std::unexpected(row.error());
    const auto number = m_insertFeed.integer(0);
    m_insertFeed.reset();
    const FeedState state{.id = id, .epoch = epoch};
    return &m_feeds.insert({id.toString(), {number, state}}).first->second;
}

Result<> DocumentTables::write(const DocumentWrite &write, const Commit &commit, const Watcher &watcher,
                               FeedGrowth &growth)
{
    const auto feed = this->feed(write.feed);
    if (!feed)
        return std::unexpected(feed.error());
    auto &[number, state] = **feed;

    const auto found = m_selectDocument.with(number, write.kind, write.id).next();
    if (!found)
        return std::unexpected(found.error());
    const bool isLive = *found && m_selectDocument.integer(1) == 0;
    const qint64 version = isLive ? m_selectDocument.integer(0) : 0;
    if (watcher)
        watcher(write, isLive ? m_selectDocument.bytes(2) : QByteArray());
    m_selectDocument.reset();

    growth.state = state;
    if (write.ifVersion && *write.ifVersion != version)
        return failure(Error::Kind::Conflict, u"%1 %2 has version %3 by now"_s.arg(write.kind, write.id).arg(version));
    const bool isDeletion = write.body.isEmpty();
    if (isDeletion && !isLive)
        return {};

    const qint64 seq = ++state.head;
    if (isLive)
        state.checksum ^= Wire::digestOf(write.kind, write.id, version);
    if (!isDeletion)
        state.checksum ^= Wire::digestOf(write.kind, write.id, seq);
    growth.state = state;
    growth.changes.append(
        {.kind = write.kind, .id = write.id, .version = seq, .deleted = isDeletion, .body = write.body});
    if (auto done = m_upsertDocument.with(number, write.kind, write.id, seq, isDeletion, write.body).run(); !done)
        return done;
    return m_insertChange
        .with(number, seq, commit.at, commit.actor.toString(), write.kind, write.id, isDeletion, write.body)
        .run();
}

Result<> DocumentTables::claim(const Claim &claim)
{
    const auto found = m_selectClaim.with(claim.space, claim.key).next();
    if (!found)
        return std::unexpected(found.error());
    const auto holder = *found ? m_selectClaim.text(0) : QString();
    m_selectClaim.reset();
    if (holder == claim.holder)
        return {};
    if (claim.holder.isEmpty())
        return m_deleteClaim.with(claim.space, claim.key).run();
    if (!holder.isEmpty())
        return failure(Error::Kind::Conflict, u"%1 %2 is taken by %3"_s.arg(claim.space, claim.key, holder));
    return m_insertClaim.with(claim.space, claim.key, claim.holder).run();
}

Result<> DocumentTables::check(const std::vector<DocumentRead> &reads)
{
    for (const auto &[key, version] : reads) {
        const auto feed = m_feeds.find(key.feed.toString());
        qint64 now = 0;
        if (feed != m_feeds.end()) {
            const auto found = m_selectDocument.with(feed->second.first, key.kind, key.id).next();
            if (!found)
                return std::unexpected(found.error());
            now = *found && m_selectDocument.integer(1) == 0 ? m_selectDocument.integer(0) : 0;
            m_selectDocument.reset();
        }
        if (now != version)
            return failure(Error::Kind::Conflict, u"%1 %2 has version %3 by now"_s.arg(key.kind, key.id).arg(now));
    }
    return {};
}

Result<Growth> DocumentTables::commit(const Commit &commit, const Watcher &watcher)
{
    Growth growth;
    for (const auto &name : commit.claims) {
        if (auto done = claim(name); !done)
            return std::unexpected(done.error());
    }
    for (const auto &change : commit.writes) {
        auto grown = std::ranges::find(growth, change.feed, [](const FeedGrowth &g) { return g.state.id; });
        if (grown == growth.end())
            grown = growth.insert(grown, FeedGrowth{.state = {.id = change.feed}, .changes = {}});
        if (auto done = write(change, commit, watcher, *grown); !done)
            return std::unexpected(done.error());
    }
    std::erase_if(growth, [](const FeedGrowth &grown) { return grown.changes.isEmpty(); });
    for (const auto &grown : growth) {
        const auto number = m_feeds.at(grown.state.id.toString()).first;
        if (auto done = m_updateFeed.with(number, grown.state.head).run(); !done)
            return std::unexpected(done.error());
    }
    return growth;
}

Result<> DocumentTables::compact(qint64 keep)
{
    for (const auto &[id, feed] : m_feeds) {
        const auto horizon = std::max<qint64>(0, feed.second.head - keep);
        if (auto done = m_forget.with(feed.first, horizon).run(); !done)
            return done;
        if (auto done = m_moveHorizon.with(feed.first, horizon).run(); !done)
            return done;
    }
    return {};
}

} // namespace Doorstep::StoreFile
