// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/archive/archive.h"

#include "models/archive/cacheschema.h"
#include "models/archive/renewedfile.h"
#include "models/wire/kinds.h"

#include <QTimeZone>

#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr auto closedWell = "closed_well";

/// In this order they are read, so that nobody meets a reference to what is still to come.
constexpr std::array kindsInOrder{
    Wire::Kinds::depot,   Wire::Kinds::user,      Wire::Kinds::vehicle, Wire::Kinds::driver, Wire::Kinds::order,
    Wire::Kinds::parcel,  Wire::Kinds::stop,      Wire::Kinds::route,   Wire::Kinds::path,   Wire::Kinds::forecast,
    Wire::Kinds::closure, Wire::Kinds::exception, Wire::Kinds::note};
/// Each of them, and what a newer backend may have in between: before the first, after the last.
constexpr std::size_t partCount = 2 * kindsInOrder.size() + 1;

void bindGap(Disk::Statement &rows, std::size_t gap)
{
    auto sorted = kindsInOrder;
    std::ranges::sort(sorted);
    // Kinds are letters, digits, - and _: all of them lie between these two.
    rows.bind(2, gap == 0 ? QString() : QString(sorted[gap - 1]));
    rows.bind(3, gap == sorted.size() ? u"~"_s : QString(sorted[gap]));
}

/// A number that any damage to \a body changes, never 0. Not for enemies: they have the whole file.
qint64 sumOf(const QByteArray &body)
{
    constexpr quint64 prime = 0x9e3779b97f4a7c15; // odd, so that no difference gets lost in a product
    quint64 sum = prime ^ static_cast<quint64>(body.size());
    for (qsizetype at = 0; at < body.size(); at += 8) {
        quint64 word = 0;
        std::memcpy(&word, body.constData() + at, static_cast<std::size_t>(std::min<qsizetype>(8, body.size() - at)));
        sum = (sum ^ word) * prime;
        sum ^= sum >> 32;
    }
    return std::max<qint64>(1, static_cast<qint64>(sum >> 1));
}

} // namespace

Archive::Archive(std::unique_ptr<Disk::Database> database)
    : m_database(std::move(database))
{
}

Archive::~Archive()
{
    if (!m_database || !m_statements) // moved from, or never opened
        return;
    abandonSnapshot();
    (void)flush();
    m_statements.reset();
    (void)m_database->execute("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);"
                              "INSERT OR REPLACE INTO meta VALUES ('closed_well', '1');");
}

QString Archive::setAside(const QString &path)
{
    return Disk::moveAside(path);
}

Result<Archive::Opened> Archive::open(const QString &path)
{
    auto lock = Disk::lockFor(path, "cache"_L1);
    if (!lock)
        return std::unexpected(lock.error());
    std::unique_ptr<Archive> archive;
    const auto prepare = [&archive](std::unique_ptr<Disk::Database> database, bool) {
        Archive one(std::move(database));
        const bool isSuspect =
            one.m_database->text("SELECT value FROM meta WHERE name = 'closed_well'").value_or(QString()) != "1"_L1;
        auto ready = prepareCache(*one.m_database, isSuspect).and_then([&one] { return one.load(); });
        if (ready)
            archive = std::make_unique<Archive>(std::move(one));
        // Whatever it is: another replica can be had, so this one may go.
        return ready.transform_error(
            [](const Error &error) { return Error{.kind = Error::Kind::Malformed, .detail = error.detail}; });
    };
    auto renewal = Disk::openOrRenew(path, prepare);
    if (!renewal)
        return failure(Error::Kind::Storage, renewal.error().detail);
    archive->m_lock = *std::move(lock);
    return Opened{.archive = std::move(*archive), .movedAside = renewal->movedAside, .reason = renewal->reason};
}

Result<> Archive::load()
{
    auto feeds = m_database->prepare("SELECT n, id, epoch, seq, checksum, current_at, generation FROM feed");
    if (!feeds)
        return std::unexpected(std::move(feeds).error());
    for (;;) {
        const auto row = feeds->step();
        if (!row)
            return failure(Error::Kind::Malformed, row.error().detail);
        if (!*row)
            break;
        const FeedId feed(feeds->text(1));
        const auto epoch = Wire::epochFromText(feeds->text(2));
        const auto checksum = Wire::checksumFromText(feeds->text(4));
        if (!feed.isValid() || !epoch || !checksum)
            return failure(Error::Kind::Malformed, u"cache: the feeds' table does not make sense"_s);
        m_numbers.insert(feed, feeds->integer(0));
        m_generations.insert(feed, feeds->integer(6));
        m_states.insert(feed,
                        {.cursor = {.epoch = *epoch, .seq = feeds->integer(3)},
                         .checksum = *checksum,
                         .currentAt = QDateTime::fromMSecsSinceEpoch(feeds->integer(5), QTimeZone::UTC)});
    }
    feeds->reset();

    Statements statements;
    const std::pair<Disk::Statement *, const char *> texts[] = {
        {&statements.versionOf, "SELECT version FROM document WHERE feed = ? AND kind = ? AND id = ?"},
        {&statements.put,
         "INSERT INTO document (feed, kind, id, version, body, generation, sum) VALUES (?, ?, ?, ?, ?, ?, ?)"},
        {&statements.replace,
         "UPDATE document SET version = ?4, body = ?5, generation = ?6, sum = ?7 WHERE feed = ?1 AND kind = ?2 AND id "
         "= "
         "?3"},
        {&statements.remove, "DELETE FROM document WHERE feed = ? AND kind = ? AND id = ?"},
        {&statements.putFeed,
         "INSERT INTO feed (id, epoch, seq, checksum, current_at, generation) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT "
         "(id) DO "
         "UPDATE SET epoch = excluded.epoch, seq = excluded.seq, checksum = excluded.checksum, current_at = "
         "excluded.current_at, generation = excluded.generation"},
        {&statements.dropFeed, "DELETE FROM feed WHERE n = ?"},
        {&statements.names, "SELECT kind, id FROM document WHERE feed = ?"},
        {&statements.stale, "SELECT kind, id FROM document WHERE feed = ? AND generation <> ?"},
        {&statements.removeStale, "DELETE FROM document WHERE feed = ? AND generation <> ?"},
    };
    for (const auto &[statement, text] : texts) {
        auto prepared = m_database->prepare(text);
        if (!prepared)
            return failure(Error::Kind::Malformed, prepared.error().detail);
        *statement = *std::move(prepared);
    }
    m_statements = std::make_unique<Statements>(std::move(statements));
    // On a full disk it can still be read.
    (void)setMeta(QString::fromLatin1(closedWell), u"0"_s);
    return {};
}

std::optional<ReplicaState> Archive::state(const FeedId &feed) const
{
    const auto state = m_states.constFind(feed);
    return state == m_states.cend() ? std::nullopt : std::optional(*state);
}

Result<> Archive::read(const FeedId &feed, const std::function<void(Document)> &take)
{
    auto reading = beginReading(feed);
    if (!reading)
        return std::unexpected(std::move(reading).error());
    return readOn(*reading, std::numeric_limits<int>::max(), take).transform([](bool) { });
}

Result<Archive::Reading> Archive::beginReading(const FeedId &feed)
{
    Reading reading;
    reading.m_feed = feed;
    const auto prepare = [this](Disk::Statement &statement, const char *sql) {
        return m_database->prepare(sql).transform([&statement](Disk::Statement made) { statement = std::move(made); });
    };
    auto prepared =
        prepare(reading.m_ofKind, "SELECT kind, id, version, body, sum FROM document WHERE feed = ? AND kind = ?")
            .and_then([&] {
                return prepare(reading.m_between,
                               "SELECT kind, id, version, body, sum FROM document WHERE feed = ? AND kind > ? AND kind "
                               "< ?");
            });
    if (!prepared)
        return std::unexpected(std::move(prepared).error());
    return reading;
}

/// Hands out at most \a most of \a rows; how many more it might have been.
Result<int> Archive::readRows(Reading &reading, Disk::Statement &rows, int most,
                              const std::function<void(Document)> &take)
{
    for (; most > 0; --most) {
        const auto row = rows.step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            break;
        Document document{.kind = rows.text(0),
                          .id = rows.text(1),
                          .version = rows.integer(2),
                          .deleted = false,
                          .body = rows.blob(3)};
        reading.m_checksum ^= Wire::digestOf(document);
        if (const auto sum = rows.integer(4); sum != 0 && sum != sumOf(document.body))
            reading.m_isDamaged = true; // nor is it handed out
        else
            take(std::move(document));
    }
    return most;
}

Result<bool> Archive::readOn(Reading &reading, int most, const std::function<void(Document)> &take)
{
    const auto number = m_numbers.value(reading.m_feed, -1);
    while (reading.m_part < partCount) {
        const bool isKind = reading.m_part < kindsInOrder.size();
        auto &rows = isKind ? reading.m_ofKind : reading.m_between;
        if (!std::exchange(reading.m_isUnderWay, true)) {
            rows.bind(1, number);
            if (isKind)
                rows.bind(2, QString(kindsInOrder[reading.m_part]));
            else
                bindGap(rows, reading.m_part - kindsInOrder.size());
        }
        const auto left = readRows(reading, rows, most, take);
        if (!left)
            return std::unexpected(left.error());
        most = *left;
        if (most == 0)
            return true;
        rows.reset();
        reading.m_isUnderWay = false;
        ++reading.m_part;
    }
    if (reading.m_isDamaged || reading.m_checksum != m_states.value(reading.m_feed).checksum)
        return failure(Error::Kind::Malformed, u"cache: the documents are not those that were written"_s);
    return false;
}

Result<qint64> Archive::numberOf(const FeedId &feed)
{
    if (const auto known = m_numbers.constFind(feed); known != m_numbers.cend())
        return *known;
    auto made =
        m_database->prepare("INSERT INTO feed (id, epoch, seq, checksum) VALUES (?, '0', 0, '0000000000000000')");
    if (!made)
        return std::unexpected(std::move(made).error());
    return made->bind(1, feed.toString()).run().and_then([this] {
        return m_database->integer("SELECT last_insert_rowid()");
    });
}

Result<> Archive::write(const Place &place, const Document &document, Wire::Checksum &checksum)
{
    const auto kind = document.kind.toUtf8();
    const auto id = document.id.toUtf8();
    auto &known = m_statements->versionOf.bind(1, place.number).bindText(2, kind).bindText(3, id);
    const auto hasOne = known.step();
    const bool isKnown = hasOne && *hasOne;
    const auto version = isKnown ? known.integer(0) : 0;
    known.reset();
    if (!hasOne)
        return std::unexpected(hasOne.error());
    if (isKnown)
        checksum ^= Wire::digestOf(document.kind, document.id, version);
    if (document.deleted)
        return m_statements->remove.bind(1, place.number).bindText(2, kind).bindText(3, id).run();
    checksum ^= Wire::digestOf(document);
    auto &put = isKnown ? m_statements->replace : m_statements->put;
    return put.bind(1, place.number)
        .bindText(2, kind)
        .bindText(3, id)
        .bind(4, document.version)
        .bindBlob(5, document.body)
        .bind(6, place.generation)
        .bind(7, sumOf(document.body))
        .run();
}

Result<> Archive::writeState(const FeedId &feed, const ReplicaState &state, qint64 generation)
{
    return m_statements->putFeed.bind(1, feed.toString())
        .bind(2, Wire::epochText(state.cursor.epoch))
        .bind(3, state.cursor.seq)
        .bind(4, Wire::checksumText(state.checksum))
        .bind(5, state.currentAt.isValid() ? state.currentAt.toMSecsSinceEpoch() : qint64{0})
        .bind(6, generation)
        .run();
}

Result<> Archive::apply(const FeedId &feed, const Wire::ChangeRun &run)
{
    const auto known = m_states.constFind(feed);
    if (known == m_states.cend() || m_snapshot || !run.isContiguous || run.after > known->cursor.seq
        || run.to <= known->cursor.seq)
        return failure(Error::Kind::Refused, u"cache: these changes do not follow the cursor"_s);

    auto state = *known;
    const Place place{.number = m_numbers.value(feed), .generation = m_generations.value(feed)};
    auto transaction = Disk::Transaction::begin(*m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    for (const auto &change : run.changes) {
        if (change.version <= known->cursor.seq)
            continue;
        if (auto written = write(place, change, state.checksum); !written)
            return written;
    }
    state.cursor.seq = run.to;
    auto done = writeState(feed, state, place.generation).and_then([&transaction] { return transaction->commit(); });
    if (done)
        m_states.insert(feed, state);
    return done;
}

Result<> Archive::beginSnapshot(const FeedId &feed, const Cursor &cursor)
{
    abandonSnapshot();
    auto transaction = Disk::Transaction::begin(*m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto number = numberOf(feed);
    if (!number)
        return std::unexpected(number.error());
    m_snapshot =
        std::make_unique<Snapshot>(Snapshot{.feed = feed,
                                            .cursor = cursor,
                                            .place = {.number = *number, .generation = m_generations.value(feed) + 1},
                                            .transaction = *std::move(transaction)});
    return {};
}

Result<> Archive::addToSnapshot(const QList<Document> &documents)
{
    Q_ASSERT(m_snapshot);
    for (const auto &document : documents) {
        Wire::Checksum ignored = 0; // of what was there before
        m_snapshot->checksum ^= Wire::digestOf(document);
        if (auto written = write(m_snapshot->place, document, ignored); !written) {
            abandonSnapshot();
            return written;
        }
    }
    return {};
}

Result<QList<DocumentName>> Archive::finishSnapshot(Wire::Checksum checksum)
{
    Q_ASSERT(m_snapshot);
    if (m_snapshot->checksum != checksum) {
        abandonSnapshot();
        return failure(Error::Kind::Conflict, u"cache: the snapshot's checksum is not that of its documents"_s);
    }
    const auto place = m_snapshot->place;
    const ReplicaState state{
        .cursor = m_snapshot->cursor, .checksum = checksum, .currentAt = QDateTime::currentDateTimeUtc()};
    auto gone = namesFrom(m_statements->stale.bind(1, place.number).bind(2, place.generation));
    auto done = gone.and_then([&](const QList<DocumentName> &) -> Result<> {
        return m_statements->removeStale.bind(1, place.number)
            .bind(2, place.generation)
            .run()
            .and_then([&] { return writeState(m_snapshot->feed, state, place.generation); })
            .and_then([&] { return m_snapshot->transaction.commit(); });
    });
    const auto feed = m_snapshot->feed;
    abandonSnapshot();
    if (!done)
        return std::unexpected(std::move(done).error());
    m_numbers.insert(feed, place.number);
    m_generations.insert(feed, place.generation);
    m_states.insert(feed, state);
    return gone;
}

void Archive::abandonSnapshot()
{
    m_snapshot.reset(); // its transaction rolls back unless it was committed
}

Result<QList<DocumentName>> Archive::namesFrom(Disk::Statement &statement)
{
    QList<DocumentName> names;
    for (;;) {
        const auto row = statement.step();
        if (!row || !*row) {
            statement.reset();
            return row ? Result<QList<DocumentName>>(names) : std::unexpected(row.error());
        }
        names.append({.kind = statement.text(0), .id = statement.text(1)});
    }
}

Result<QList<DocumentName>> Archive::drop(const FeedId &feed)
{
    if (!m_numbers.contains(feed))
        return QList<DocumentName>();
    auto names = namesFrom(m_statements->names.bind(1, m_numbers.value(feed)));
    if (!names)
        return names;
    if (auto dropped = m_statements->dropFeed.bind(1, m_numbers.value(feed)).run(); !dropped)
        return std::unexpected(std::move(dropped).error());
    m_numbers.remove(feed);
    m_generations.remove(feed);
    m_states.remove(feed);
    m_hasNews.remove(feed);
    return names;
}

void Archive::markCurrent(const FeedId &feed, const QDateTime &when)
{
    const auto state = m_states.find(feed);
    if (state == m_states.end())
        return;
    state->currentAt = when;
    m_hasNews.insert(feed);
}

Result<> Archive::flush()
{
    if (m_hasNews.isEmpty() || m_snapshot)
        return {};
    auto transaction = Disk::Transaction::begin(*m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    for (const auto &feed : std::as_const(m_hasNews)) {
        if (auto written = writeState(feed, m_states.value(feed), m_generations.value(feed)); !written)
            return written;
    }
    m_hasNews.clear();
    return transaction->commit();
}

Result<QString> Archive::meta(const QString &name)
{
    auto statement = m_database->prepare("SELECT value FROM meta WHERE name = ?");
    if (!statement)
        return std::unexpected(std::move(statement).error());
    const auto row = statement->bind(1, name).step();
    if (!row)
        return std::unexpected(row.error());
    return *row ? statement->text(0) : QString();
}

Result<> Archive::setMeta(const QString &name, const QString &value)
{
    auto statement = m_database->prepare("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)");
    if (!statement)
        return std::unexpected(std::move(statement).error());
    return statement->bind(1, name).bind(2, value).run();
}

} // namespace Doorstep
