// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/archive/archive.h"
#include "models/archive/database.h"
#include "models/store/fleet.h"
#include "models/store/serverclock.h"
#include "models/sync/connection.h"
#include "tests/support/days.h"
#include "tests/support/documents.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto nobody = u"http://127.0.0.1:9/"_s;
constexpr int drivers = 40;
constexpr int stops = 3'000; // more than is read ahead

void fill(const QString &path)
{
    auto opened = Archive::open(path);
    QVERIFY(opened.has_value());
    auto depot = depotDocuments(drivers, stops);
    depot.append({.kind = u"zeppelin"_s, .id = u"z1"_s, .version = depot.size() + 1, .body = "{}"});
    depot.append({.kind = u"balloon"_s, .id = u"b1"_s, .version = depot.size() + 1, .body = "{}"});
    const std::pair<QString, QList<Document>> feeds[] = {{u"depot-aguada"_s, depot},
                                                         {u"organisation"_s, organisationDocuments(drivers)}};
    for (const auto &[name, documents] : feeds) {
        Wire::Checksum checksum = 0;
        for (const auto &document : documents)
            checksum ^= Wire::digestOf(document);
        QVERIFY(opened->archive.beginSnapshot(FeedId(name), {.epoch = 1, .seq = documents.size()}).has_value());
        QVERIFY(opened->archive.addToSnapshot(documents).has_value());
        QVERIFY(opened->archive.finishSnapshot(checksum).has_value());
    }
    QVERIFY(opened->archive.setMeta(u"server"_s, nobody).has_value());
}

/// Changes one letter of the last stop's body, as a failing disk does, so that SQLite does not notice.
void damage(const QString &path)
{
    auto database = Disk::Database::open(path);
    QVERIFY(database.has_value());
    QVERIFY(database
                ->execute("UPDATE document SET body = CAST(replace(CAST(body AS TEXT), 'aguada', 'aguadb') AS BLOB) "
                          "WHERE kind = 'stop' AND id = 'stop-2990'")
                .has_value());
    QCOMPARE(database->integer("SELECT changes()").value_or(0), 1);
}

} // namespace

/// The cache is shown while it is read: all of it, once, and nobody meets what is still to come.
class CacheLoadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void showsAllOfItOnceAndInOrder()
    {
        const QTemporaryDir dir;
        const auto cache = dir.filePath(u"cache.db"_s);
        fill(cache);
        Fleet fleet;
        ServerClock clock;
        Connection connection(fleet, clock, {.server = QUrl(nobody), .cachePath = cache});
        QSignalSpy loaded(&connection, &Connection::loaded);
        QSignalSpy applied(&fleet, &Fleet::applied);
        QSignalSpy changed(&fleet.stops(), &TableSignals::changed);
        connect(&fleet.routes(), &TableSignals::inserted, this, [&fleet](qsizetype first, qsizetype last) {
            for (auto row = first; row <= last; ++row) {
                const auto &route = fleet.routes().at(row);
                QVERIFY(fleet.driverOf(route) != nullptr);
                for (const auto &stop : route.stops)
                    QVERIFY(fleet.stops().find(stop) != nullptr);
            }
        });
        qsizetype stopsWhenLoaded = 0;
        connect(&connection, &Connection::loaded, this, [&] { stopsWhenLoaded = fleet.stops().size(); });
        connection.start();
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(stopsWhenLoaded, stops);
        QVERIFY(applied.size() > 3);
        QCOMPARE(changed.size(), 0); // nothing came twice

        const auto day = someDay(drivers, stops);
        QCOMPARE(fleet.stops().size(), stops);
        for (const auto &stop : day.stops.written) {
            const auto *shown = fleet.stops().find(stop.id);
            QVERIFY(shown != nullptr);
            QCOMPARE(*shown, stop);
        }
        QCOMPARE(fleet.parcels().size(), stops);
        QCOMPARE(fleet.orders().size(), stops);
        QCOMPARE(fleet.paths().size(), drivers);
        QCOMPARE(fleet.forecasts().size(), drivers);
        QCOMPARE(fleet.drivers().size(), drivers);
        QVERIFY(connection.freshness().isFromCache);
        QCOMPARE(loaded.size(), 1);
    }

    void takesBackWhatItShowedOfADamagedOne()
    {
        const QTemporaryDir dir;
        const auto cache = dir.filePath(u"cache.db"_s);
        fill(cache);
        damage(cache);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the cache cannot be read"_s));
        Fleet fleet;
        ServerClock clock;
        Connection connection(fleet, clock, {.server = QUrl(nobody), .cachePath = cache});
        QSignalSpy loaded(&connection, &Connection::loaded);
        QSignalSpy moved(&connection, &Connection::cacheMovedAside);
        connection.start();
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(moved.size(), 1);
        QTRY_COMPARE(fleet.stops().size(), 0);
        QCOMPARE(fleet.drivers().size(), 0);
    }

    void forgetsAllOfItWhenSignedOutMeanwhile()
    {
        const QTemporaryDir dir;
        const auto cache = dir.filePath(u"cache.db"_s);
        fill(cache);
        Fleet fleet;
        ServerClock clock;
        Connection connection(fleet, clock, {.server = QUrl(nobody), .cachePath = cache});
        QSignalSpy applied(&fleet, &Fleet::applied);
        connection.start();
        QTRY_VERIFY(!applied.isEmpty());
        connection.signOut();
        QTRY_COMPARE(connection.status().state, ConnectionStatus::State::NeedsSignIn);
        QTRY_COMPARE(fleet.drivers().size(), 0);
        QTRY_COMPARE(fleet.stops().size(), 0);
        connection.signIn(u"maria"_s, u"secret"_s);
        QTRY_COMPARE(connection.status().state, ConnectionStatus::State::Offline); // it goes on from there
    }

    void stopsInTheMiddle()
    {
        const QTemporaryDir dir;
        const auto cache = dir.filePath(u"cache.db"_s);
        fill(cache);
        for (int round = 0; round < 5; ++round) {
            Fleet fleet;
            ServerClock clock;
            Connection connection(fleet, clock, {.server = QUrl(nobody), .cachePath = cache});
            QSignalSpy applied(&fleet, &Fleet::applied);
            connection.start();
            QTRY_VERIFY(applied.size() >= round);
        }
        auto opened = Archive::open(cache);
        QVERIFY(opened.has_value());
        QVERIFY(opened->movedAside.isEmpty());
        QCOMPARE(opened->archive.feeds().size(), 2);
    }
};

QTEST_GUILESS_MAIN(CacheLoadTest)
#include "tst_cacheload.moc"
