// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/backend/api/httpclient.h"
#include "tests/support/backendprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Doorstep::Test;

namespace {

constexpr auto depotsPlan = R"({"depots":[{"id":"d1","name":"Depot","address":{"text":"x"},"where":[-56.1,-34.9],
    "time_zone":"America/Montevideo"},{"id":"d2","name":"Depot","address":{"text":"x"},"where":[-56.1,-34.9],
    "time_zone":"America/Montevideo"}]})";

QJsonObject objectIn(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject mixed(QJsonObject object, const QJsonObject &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonObject addressOf(const QString &text)
{
    return {{u"text"_s, text}};
}

/// A visit that is as it must be, with \a more of it.
QJsonObject visitOf(const QJsonObject &more = {})
{
    return mixed({{u"depot"_s, u"d1"_s},
                  {u"reference"_s, u"old-1"_s},
                  {u"at"_s, u"2026-01-12T10:05:00.000Z"_s},
                  {u"outcome"_s, u"delivered"_s},
                  {u"address"_s, addressOf(u"Rivera 100"_s)}},
                 more);
}

QByteArray lineOf(const QJsonObject &visit)
{
    return QJsonDocument(visit).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

/// Visits of before Doorstep, told to the real doorstepd.
class TestImportVisits : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<BackendProcess> m_backend;
    std::unique_ptr<HttpClient> m_client;
    int m_orders = 0;

    Answer import(const QByteArray &lines) const
    {
        return m_client->call("POST", "/v1/visits", lines, {{"Content-Type", "application/x-ndjson"}});
    }
    QByteArray newStop(const QString &address, const QJsonObject &more = {})
    {
        const auto reference = u"r%1"_s.arg(++m_orders);
        const auto order = mixed({{u"depot"_s, u"d1"_s},
                                  {u"reference"_s, reference},
                                  {u"shop"_s, u"s"_s},
                                  {u"customer"_s, u"C"_s},
                                  {u"address"_s, addressOf(address)},
                                  {u"where"_s, QJsonArray{-56.1, -34.9}},
                                  {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.0}}}}},
                                 more);
        const auto placed = m_client->call("POST", "/v1/orders", QJsonObject{{u"orders"_s, QJsonArray{order}}},
                                           {{"Idempotency-Key", '"' + reference.toLatin1() + '"'}});
        return placed.json()["orders"_L1][0]["stop"_L1].toString().toLatin1();
    }
    QJsonObject historyOf(const QByteArray &stop, const QByteArray &doors = {})
    {
        return m_client->call("GET", "/v1/stops/" + stop + "/history" + doors).json();
    }
    void signIn()
    {
        m_client = std::make_unique<HttpClient>(m_backend->url());
        QVERIFY(!m_client->signIn(u"admin"_s, QString::fromLatin1(BackendProcess::password)).isEmpty());
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void initTestCase()
    {
        m_backend = std::make_unique<BackendProcess>(QStringLiteral(DOORSTEP_PROGRAMS));
        QVERIFY2(m_backend->start(), qPrintable(m_backend->problem()));
        signIn();
        QCOMPARE(m_client->call("PUT", "/v1/plan", objectIn(depotsPlan)).status, 200);
    }

    void cleanupTestCase() { m_backend.reset(); }

    void areEarlierVisitsAlsoAfterARestart()
    {
        const QJsonObject ana{{u"customer"_s, u"Ana Pérez"_s}, {u"phone"_s, u"099 123 456"_s}};
        const auto theirs = lineOf(visitOf(mixed(ana,
                                                 {{u"reference"_s, u"a"_s},
                                                  {u"address"_s, addressOf(u"Magallanes 1234"_s)},
                                                  {u"door"_s, QJsonArray{-56.01, -34.85}},
                                                  {u"where"_s, QJsonArray{-56.0101, -34.8501}},
                                                  {u"driver_name"_s, u"Beto Silva"_s}})));
        const auto here = lineOf(visitOf({{u"reference"_s, u"b"_s},
                                          {u"at"_s, u"2026-01-12T07:05:00-03:00"_s},
                                          {u"outcome"_s, u"failed"_s},
                                          {u"failure"_s, u"nobody_home"_s},
                                          {u"customer"_s, u"Bo Secret"_s},
                                          {u"note"_s, u"Blue gate"_s},
                                          {u"driver_name"_s, u"Beto Silva"_s},
                                          {u"address"_s, addressOf(u"MAGALLANES  1243"_s)}}));
        const auto otherDepot = lineOf(visitOf(mixed(ana, {{u"reference"_s, u"c"_s}, {u"depot"_s, u"d2"_s}})));
        const auto answer = import(theirs + here + "\r\n" + otherDepot);
        QVERIFY2(answer.status == 200, answer.body.constData());
        QCOMPARE(answer.json(), (QJsonObject{{u"written"_s, 3}, {u"known"_s, 0}}));

        const auto stop = newStop(u"Magallanes 1243"_s, ana);
        const auto history = historyOf(stop);
        QCOMPARE(history["visits"_L1].toArray().size(), 1);
        const auto visit = history["visits"_L1][0];
        QCOMPARE(visit["failure"_L1].toString(), u"nobody_home"_s);
        QCOMPARE(visit["note"_L1].toString(), u"Blue gate"_s);
        QCOMPARE(visit["driver_name"_L1].toString(), u"Beto Silva"_s);
        QCOMPARE(visit["at"_L1].toString(), u"2026-01-12T10:05:00.000Z"_s);
        QCOMPARE(history["elsewhere"_L1].toArray().size(), 1);
        const auto elsewhere = history["elsewhere"_L1][0];
        QCOMPARE(elsewhere["recipient"_L1].toString(), u"phone"_s);
        QCOMPARE(elsewhere["door"_L1].toArray(), (QJsonArray{-56.01, -34.85}));
        QCOMPARE(elsewhere["where"_L1].toArray(), (QJsonArray{-56.0101, -34.8501}));
        QVERIFY(!QJsonDocument(history).toJson().contains("Secret"));

        m_backend->kill();
        QVERIFY2(m_backend->start(), qPrintable(m_backend->problem()));
        signIn();
        QCOMPARE(historyOf(stop), history);
    }

    void areKnownByTheirDoor()
    {
        QCOMPARE(import(lineOf(visitOf({{u"reference"_s, u"door"_s}, {u"door"_s, QJsonArray{-56.2, -34.8}}}))).status,
                 200);
        const auto stop = newStop(u"Canelones 1"_s);
        QCOMPARE(historyOf(stop)["elsewhere"_L1].toArray().size(), 0);
        QCOMPARE(historyOf(stop, "?doors=-56.2,-34.8")["elsewhere"_L1].toArray().size(), 1);
    }

    void theSameAgainChangesNothing()
    {
        const auto at = [](int minute) { return u"2026-01-13T10:%1:00.000Z"_s.arg(minute, 2, 10, QChar(u'0')); };
        const auto tells = [&at](int minute, const QString &note) {
            return lineOf(visitOf({{u"reference"_s, u"again"_s},
                                   {u"at"_s, at(minute)},
                                   {u"address"_s, addressOf(u"Agraciada 7"_s)},
                                   {u"note"_s, note}}));
        };
        const auto counts = [this](const QByteArray &lines) {
            const auto answer = import(lines).json();
            return std::pair(answer["written"_L1].toInt(), answer["known"_L1].toInt());
        };
        QCOMPARE(counts(tells(1, u"one"_s) + tells(2, u"two"_s)), std::pair(2, 0)); // two visits of one order
        QCOMPARE(counts(tells(1, u"one"_s) + tells(2, u"two"_s)), std::pair(0, 2));
        QCOMPARE(counts(tells(1, u"was wrong"_s) + tells(1, u"uno"_s) + tells(2, u"two"_s)), std::pair(1, 1));
        const auto stop = newStop(u"Agraciada 7"_s);
        const auto visits = historyOf(stop)["visits"_L1].toArray();
        QCOMPARE(visits.size(), 2);
        QCOMPARE(visits[1]["note"_L1].toString(), u"uno"_s);

        const auto forgotten =
            lineOf({{u"depot"_s, u"d1"_s}, {u"reference"_s, u"again"_s}, {u"at"_s, at(2)}, {u"deleted"_s, true}});
        QCOMPARE(counts(forgotten), std::pair(1, 0));
        QCOMPARE(counts(forgotten), std::pair(0, 1));
        QCOMPARE(historyOf(stop)["visits"_L1].toArray().size(), 1);
    }

    void theNewestAreKeptWhateverCameFirst()
    {
        QByteArray lines;
        for (int i = 59; i >= 0; --i)
            lines += lineOf(visitOf({{u"reference"_s, u"m%1"_s.arg(i)},
                                     {u"at"_s, u"2026-01-14T10:%1:00.000Z"_s.arg(i, 2, 10, QChar(u'0'))},
                                     {u"address"_s, addressOf(u"Mercedes 60"_s)}}));
        QCOMPARE(import(lines).json()["written"_L1].toInt(), 60);
        const auto visits = historyOf(newStop(u"Mercedes 60"_s))["visits"_L1].toArray();
        QCOMPARE(visits.size(), 20);
        QCOMPARE(visits[0]["at"_L1].toString(), u"2026-01-14T10:59:00.000Z"_s);
        QCOMPARE(visits[19]["at"_L1].toString(), u"2026-01-14T10:40:00.000Z"_s);
    }

    void reachNoConsole()
    {
        QCOMPARE(import(lineOf(visitOf({{u"reference"_s, u"hidden"_s}}))).status, 200);
        QVERIFY(!m_client->call("GET", "/v1/feeds").body.contains("visits-"));
        QVERIFY(!m_client->call("GET", "/v1/session").body.contains("visits-"));
        for (const auto *path : {"/v1/feeds/visits-d1/snapshot", "/v1/feeds/visits-d1/changes?epoch=1&after=0&limit=9",
                                 "/v1/feeds/visits-d1/audit"})
            QVERIFY2(m_client->call("GET", path).status >= 400, path);
        QVERIFY(!m_client->call("GET", "/v1/feeds/depot-d1/snapshot").body.contains("hidden"));
    }

    void refusesWhatIsNoVisit_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("why");
        const auto row = [](const char *name, const QJsonObject &more, const char *why) {
            QTest::newRow(name) << lineOf(visitOf(more)) << QByteArray(why);
        };
        QTest::newRow("no JSON") << QByteArray("depot;reference;at\n") << QByteArray("line 2");
        QTest::newRow("an array") << QByteArray("[1]\n") << QByteArray("line 2");
        QTest::newRow("half a line") << lineOf(visitOf()).chopped(9) << QByteArray("line 2");
        QTest::newRow("not UTF-8") << QByteArray("{\"depot\":\"\xff\xfe\"}") << QByteArray("line 2");
        QTest::newRow("a zero byte") << QByteArray("{\0}", 3) << QByteArray("line 2");
        QTest::newRow("deep") << QByteArray(100'000, '[') << QByteArray("line 2");
        row("no depot", {{u"depot"_s, QJsonValue()}}, "depot");
        row("a path", {{u"depot"_s, u"../d1"_s}}, "depot");
        row("a feed's name", {{u"depot"_s, QString(60, u'd')}}, "too long|so long|there is no depot");
        row("an unknown depot", {{u"depot"_s, u"d9"_s}}, "there is no depot d9");
        row("no reference", {{u"reference"_s, QString()}}, "reference");
        row("a huge reference", {{u"reference"_s, QString(201, u'r')}}, "reference");
        row("no time", {{u"at"_s, u"yesterday"_s}}, "at");
        row("tomorrow", {{u"at"_s, u"2999-01-01T00:00:00Z"_s}}, "at");
        row("a broken clock", {{u"at"_s, u"1970-01-01T00:00:00Z"_s}}, "at");
        row("still planned", {{u"outcome"_s, u"planned"_s}}, "outcome");
        row("another word", {{u"outcome"_s, u"lost"_s}}, "outcome");
        row("delivered and failed", {{u"failure"_s, u"refused"_s}}, "failure");
        row("another failure", {{u"outcome"_s, u"failed"_s}, {u"failure"_s, u"rain"_s}}, "failure");
        row("an address that is a text", {{u"address"_s, u"Rivera 100"_s}}, "address");
        row("a huge address", {{u"address"_s, addressOf(QString(1'001, u'a'))}}, "address");
        row("a huge name", {{u"customer"_s, QString(201, u'n')}}, "customer");
        row("a phone that is a number", {{u"phone"_s, 99123456}}, "phone");
        row("a huge note", {{u"note"_s, QString(2'001, u'n')}}, "note");
        row("a huge driver", {{u"driver_name"_s, QString(201, u'n')}}, "driver_name");
        row("a door off the globe", {{u"door"_s, QJsonArray{-56.1, -134.9}}}, "door");
        row("half a place", {{u"where"_s, QJsonArray{-56.1}}}, "where");
        row("deleted or not", {{u"deleted"_s, u"yes"_s}}, "deleted");
    }

    void refusesWhatIsNoVisit()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QByteArray, why);
        const QString street = u"Unkept %1"_s.arg(QLatin1StringView(QTest::currentDataTag()));
        const auto good = lineOf(visitOf({{u"reference"_s, street}, {u"address"_s, addressOf(street)}}));
        const auto answer = import(good + line);
        QVERIFY2(answer.status == 400 || answer.status == 422, answer.body.constData());
        const auto detail = answer.json()["detail"_L1].toString();
        QVERIFY2(detail.contains(QRegularExpression(QString::fromLatin1(why))), qPrintable(detail));
        QVERIFY(!detail.contains(u"Rivera"_s)); // never what was in the body
        QCOMPARE(historyOf(newStop(street))["visits"_L1].toArray().size(), 0); // all or nothing
    }

    void keepsItsLimits()
    {
        QByteArray lines;
        for (int i = 0; i < 5'000; ++i)
            lines += lineOf(visitOf({{u"reference"_s, u"many-%1"_s.arg(i)}}));
        const auto answer = import(lines);
        QVERIFY2(answer.status == 200, answer.body.constData());
        QCOMPARE(answer.json()["written"_L1].toInt(), 5'000);
        QCOMPARE(import(lines + lines).json()["known"_L1].toInt(), 5'000); // each counts once
        const auto more = import(lines + lineOf(visitOf({{u"reference"_s, u"one too many"_s}})));
        QCOMPARE(more.status, 400);
        QVERIFY(more.json()["detail"_L1].toString().contains(u"5000"_s));
        QCOMPARE(import(QByteArray(4LL * 1024 * 1024 + 1, '\n')).status, 413);
        QCOMPARE(import(QByteArray(4LL * 1024 * 1024, '\n')).status, 400); // there is no visit
        QCOMPARE(import({}).status, 400);
    }

    void areForAdmins()
    {
        QVERIFY(m_backend->addUser(u"dora"_s, u"dispatcher,supervisor,support"_s));
        HttpClient dora(m_backend->url());
        QTRY_VERIFY(!dora.signIn(u"dora"_s, QString::fromLatin1(BackendProcess::password)).isEmpty());
        QCOMPARE(dora.call("POST", "/v1/visits", lineOf(visitOf())).status, 403);
        QCOMPARE(HttpClient(m_backend->url()).call("POST", "/v1/visits", lineOf(visitOf())).status, 401);
    }
};

QTEST_GUILESS_MAIN(TestImportVisits)
#include "tst_importvisits.moc"
