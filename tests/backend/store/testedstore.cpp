// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/backend/store/testedstore.h"

#include "backend/store/sqlite/sqlitestore.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Doorstep::Test {

TestedStore::TestedStore(const QString & /*driver*/)
{
    reopen();
}

void TestedStore::reopen()
{
    m_store.reset();
    auto store = SqliteStore::open(path());
    if (!store)
        qFatal("%s", qPrintable(store.error().detail));
    m_store = std::move(*store);
}

void TestedStore::addDrivers()
{
    QTest::addColumn<QString>("driver");
    QTest::newRow("SQLite") << u"sqlite"_s;
    QTest::newRow("PostgreSQL") << u"postgresql"_s;
}

QString TestedStore::whyNot(const QString &driver)
{
    if (driver == "sqlite"_L1)
        return {};
    return qEnvironmentVariableIsSet("DOORSTEP_TEST_POSTGRESQL")
        ? u"the PostgreSQL driver is not written yet"_s
        : u"set DOORSTEP_TEST_POSTGRESQL to a server's URL once its driver is there"_s;
}

Commit writing(const QString &feed, const QString &id, const QByteArray &body, std::optional<qint64> ifVersion)
{
    return {.writes = {{.feed = FeedId(feed), .kind = u"stop"_s, .id = id, .body = body, .ifVersion = ifVersion}},
            .claims = {},
            .actor = {},
            .at = noon()};
}

QDateTime noon()
{
    return {QDate(2026, 3, 12), QTime(12, 0), QTimeZone::UTC};
}

Fix fixAt(const QString &driver, int seconds, double longitude)
{
    Fix fix;
    fix.driver = DriverId(driver);
    fix.fixedAt = noon().addSecs(seconds);
    fix.receivedAt = fix.fixedAt.addSecs(1);
    fix.where = QGeoCoordinate(-34.9, longitude);
    return fix;
}

} // namespace Doorstep::Test
