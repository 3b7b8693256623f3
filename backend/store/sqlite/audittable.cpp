// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/audittable.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Doorstep::StoreFile {
namespace {

struct Head
{
    qint64 number = 0;
    QByteArray hash = chainBegin();
};

Result<Head> headIn(Statement &select, qint64 feed)
{
    const auto row = select.with(feed).next();
    if (!row)
        return std::unexpected(row.error());
    Head head;
    if (*row)
        head = {.number = select.integer(0), .hash = QByteArray::fromHex(select.bytes(1))};
    select.reset();
    return head;
}

/// Of a row whose columns are: n, at, actor, device, action, about, body, before, after, hash.
AuditRecord recordIn(const Statement &row, const FeedId &feed)
{
    return {.number = row.integer(0),
            .at = row.time(1),
            .actor = UserId(row.text(2)),
            .note = {.feed = feed,
                     .device = DeviceId(row.text(3)),
                     .action = row.text(4),
                     .about = row.text(5).split(u'\n', Qt::SkipEmptyParts),
                     .body = row.bytes(6)},
            .before = QByteArray::fromHex(row.bytes(7)),
            .after = QByteArray::fromHex(row.bytes(8)),
            .hash = QByteArray::fromHex(row.bytes(9))};
}

Result<AuditChain> verifyChain(Database &database, qint64 number, const FeedId &feed)
{
    AuditChain chain{.feed = feed, .entries = 0, .head = chainBegin(), .problem = {}};
    Statement rows(database,
                   "SELECT n, at, actor, device, action, about, body, before, after, hash FROM audit"
                   " WHERE feed=?1 ORDER BY n");
    rows.with(number);
    for (auto row = rows.next(); !row || *row; row = rows.next()) {
        if (!row)
            return std::unexpected(row.error());
        const auto record = recordIn(rows, feed);
        if (record.number != chain.entries + 1) {
            chain.problem = u"entry %1 is missing"_s.arg(chain.entries + 1);
            return chain;
        }
        if (record.hash != chainedHash(chain.head, record)) {
            chain.problem = u"entry %1 is not what was written"_s.arg(record.number);
            return chain;
        }
        chain.head = record.hash;
        ++chain.entries;
    }
    Statement heads(database, "SELECT n, hash FROM audit_head WHERE feed=?1");
    const auto head = headIn(heads, number);
    if (!head)
        return std::unexpected(head.error());
    if (head->number > chain.entries)
        chain.problem = u"entry %1 is missing"_s.arg(chain.entries + 1);
    else if (head->number < chain.entries)
        chain.problem = u"entry %1 was added by somebody else"_s.arg(head->number + 1);
    else if (head->hash != chain.head)
        chain.problem = u"entry %1 is not the last that was written"_s.arg(head->number);
    return chain;
}

} // namespace

AuditTable::AuditTable(Database &database)
    : m_selectHead(database, "SELECT n, hash FROM audit_head WHERE feed=?1")
    , m_upsertHead(database,
                   "INSERT INTO audit_head(feed, n, hash) VALUES(?1, ?2, ?3)"
                   " ON CONFLICT DO UPDATE SET n=excluded.n, hash=excluded.hash")
    , m_insertEntry(database,
                    "INSERT INTO audit(feed, n, at, actor, device, action, about, body, before, after, hash)"
                    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
    , m_insertSubject(database, "INSERT OR IGNORE INTO audit_subject(feed, subject, n) VALUES(?1, ?2, ?3)")
{
}

Result<> AuditTable::append(qint64 feedNumber, AuditRecord record)
{
    const auto head = headIn(m_selectHead, feedNumber);
    if (!head)
        return std::unexpected(head.error());
    record.number = head->number + 1;
    record.at = QDateTime::fromMSecsSinceEpoch(record.at.toMSecsSinceEpoch(), QTimeZone::UTC);
    record.hash = chainedHash(head->hash, record);
    const auto &note = record.note;
    auto done =
        m_insertEntry
            .with(feedNumber, record.number, record.at, record.actor.toString(), note.device.toString(), note.action,
                  note.about.join(u'\n'), note.body, record.before.toHex(), record.after.toHex(), record.hash.toHex())
            .run();
    if (!done)
        return done;
    // Asking for a person finds what they did, too.
    const auto subjects = note.about + QStringList{u"user/"_s + record.actor.toString()};
    for (const auto &subject : subjects) {
        if (done = m_insertSubject.with(feedNumber, subject, record.number).run(); !done)
            return done;
    }
    return m_upsertHead.with(feedNumber, record.number, record.hash.toHex()).run();
}

Result<std::vector<AuditRecord>> readAudit(Database &database, const FeedId &feed, const QString &about, qint64 before,
                                           int limit)
{
    Statement feeds(database, "SELECT no FROM feed WHERE id=?1");
    const auto known = feeds.with(feed.toString()).next();
    if (!known)
        return std::unexpected(known.error());
    if (!*known)
        return failure(Error::Kind::NotFound, u"there is no feed of that name"_s);
    const auto number = feeds.integer(0);
    feeds.reset();
    const auto last = before > 0 ? before : std::numeric_limits<qint64>::max();
    Statement all(database,
                  "SELECT n, at, actor, device, action, about, body, before, after, hash FROM audit"
                  " WHERE feed=?1 AND n<?2 ORDER BY n DESC LIMIT ?3");
    Statement some(database,
                   "SELECT audit.n, at, actor, device, action, about, body, before, after, hash FROM audit_subject AS s"
                   " JOIN audit ON audit.feed=s.feed AND audit.n=s.n"
                   " WHERE s.feed=?1 AND s.n<?2 AND s.subject=?4 ORDER BY s.n DESC LIMIT ?3");
    auto &rows = about.isEmpty() ? all.with(number, last, limit) : some.with(number, last, limit, about);
    std::vector<AuditRecord> records;
    for (auto row = rows.next(); !row || *row; row = rows.next()) {
        if (!row)
            return std::unexpected(row.error());
        records.push_back(recordIn(rows, feed));
    }
    return records;
}

Result<std::vector<AuditChain>> verifyAudit(Database &database)
{
    if (auto begun = database.execute("BEGIN"); !begun)
        return std::unexpected(begun.error());
    Statement feeds(database, "SELECT no, id FROM feed ORDER BY id");
    std::vector<AuditChain> chains;
    for (auto row = feeds.next(); !row || *row; row = feeds.next()) {
        if (!row)
            return std::unexpected(row.error());
        const auto chain = verifyChain(database, feeds.integer(0), FeedId(feeds.text(1)));
        if (!chain)
            return std::unexpected(chain.error());
        chains.push_back(*chain);
    }
    feeds.reset();
    static_cast<void>(database.execute("ROLLBACK"));
    return chains;
}

} // namespace Doorstep::StoreFile
