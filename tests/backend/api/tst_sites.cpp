// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/neworders.h"
#include "backend/commands/placeorders.h"
#include "models/wire/verbwire.h"
#include "tests/backend/api/smalltown.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using drogon::sync_wait;

namespace {

const DepotId here(u"d1"_s);
const SiteFacts facts{.where = QGeoCoordinate(-34.91, -56.15),
                      .entrance = QGeoCoordinate(-34.911, -56.15),
                      .gateCode = u"12#4"_s,
                      .instructions = u"Second gate"_s};

/// Finds everything at one place, and is not sure of it.
class SomewhereElse : public PlaceFinder
{
public:
    drogon::Task<Result<std::vector<FoundPlace>>> find(std::vector<Address> addresses) override
    {
        asked += static_cast<int>(addresses.size());
        co_return std::vector<FoundPlace>(addresses.size(), {.where = QGeoCoordinate(-34.8, -56.2), .score = 0.6});
    }
    int asked = 0;
};

RememberSite remember(const QString &address, const std::optional<SiteFacts> &was, const std::optional<SiteFacts> &set)
{
    return {.depot = here, .address = address, .was = was, .set = set};
}

} // namespace

/// What a person said of an address, and the orders that name it again.
class TestSites : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Test::SmallTown> m_town;
    SomewhereElse m_finder;
    qint64 m_sequence = 0;
    int m_reference = 0;

    Verdict run(const RememberSite &verb)
    {
        const auto verdicts = m_town->run({m_town->command(++m_sequence, verb)});
        return verdicts ? verdicts->constFirst() : Verdict{.kind = Verdict::Kind::Rejected};
    }
    QJsonObject stopOfNewOrder(const QString &address, const QJsonObject &more = {}, const QString &depot = u"d1"_s)
    {
        QJsonObject order{{u"depot"_s, depot},
                          {u"reference"_s, u"new-%1"_s.arg(++m_reference)},
                          {u"shop"_s, u"s"_s},
                          {u"customer"_s, u"C"_s},
                          {u"address"_s, QJsonObject{{u"text"_s, address}}},
                          {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.0}}}}};
        for (auto it = more.begin(); it != more.end(); ++it)
            order.insert(it.key(), it.value());
        auto parsed = newOrdersFromJson({{u"orders"_s, QJsonArray{order}}}, m_town->now);
        if (!parsed)
            return {};
        const auto placed = sync_wait(placeOrders(*m_town->store, &m_finder, std::move(*parsed), {}, m_town->now));
        return placed ? m_town->body(u"stop"_s, (*placed)["orders"_L1][0]["stop"_L1].toString()) : QJsonObject();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_town = std::make_unique<Test::SmallTown>();
        m_finder.asked = 0;
        m_sequence = 0;
    }

    void usesWhatIsRememberedAndForgetsItAfterUndo()
    {
        const auto text = u"Cno. Carrasco 4567 bis, Malvín"_s;
        QCOMPARE(stopOfNewOrder(text)["where_score"_L1].toDouble(), 0.6);
        const auto verb = remember(text, {}, facts);
        QCOMPARE(run(verb).kind, Verdict::Kind::Applied);
        const auto site = m_town->body(u"site"_s, siteIdOf(here, {.text = text}).toString());
        QCOMPARE(site["confirmed_by"_L1].toString(), u"dora"_s);
        QCOMPARE(site["address"_L1].toString(), text);

        m_finder.asked = 0;
        const auto stop = stopOfNewOrder(u"  cno CARRASCO 4567 bis — malvin "_s);
        QCOMPARE(m_finder.asked, 0); // nobody looks for what is known
        QCOMPARE(stop["where_score"_L1].toDouble(), 1.0);
        QCOMPARE(stop["where"_L1].toArray(), (QJsonArray{-56.15, -34.91}));
        QCOMPARE(stop["entrance"_L1].toArray(), (QJsonArray{-56.15, -34.911}));
        QCOMPARE(stop["gate_code"_L1].toString(), u"12#4"_s);
        QCOMPARE(stop["instructions"_L1].toString(), u"Second gate"_s);

        m_town->reopen(); // it outlives the process
        QCOMPARE(stopOfNewOrder(text)["where_score"_L1].toDouble(), 1.0);

        QCOMPARE(run(remember(text, facts, {})).kind, Verdict::Kind::Applied);
        QVERIFY(m_town->body(u"site"_s, siteIdOf(here, {.text = text}).toString()).isEmpty());
        const auto after = stopOfNewOrder(text);
        QCOMPARE(after["where_score"_L1].toDouble(), 0.6);
        QVERIFY(!after.contains("gate_code"_L1));
    }

    void believesTheOrderWhereItSaysMore()
    {
        QCOMPARE(run(remember(u"Rivera 1"_s, {}, facts)).kind, Verdict::Kind::Applied);
        const auto own = stopOfNewOrder(u"Rivera 1"_s, {{u"gate_code"_s, u"7"_s}, {u"instructions"_s, u"Ring"_s}});
        QCOMPARE(own["gate_code"_L1].toString(), u"7"_s);
        QCOMPARE(own["instructions"_L1].toString(), u"Ring"_s);
        QCOMPARE(own["where_score"_L1].toDouble(), 1.0);
        const auto placed = stopOfNewOrder(u"Rivera 1"_s, {{u"where"_s, QJsonArray{-56.0, -34.0}}});
        QCOMPARE(placed["where"_L1].toArray(), (QJsonArray{-56.0, -34.0}));
        QVERIFY(!placed.contains("gate_code"_L1)); // the shop means another door
        QVERIFY(!placed.contains("entrance"_L1));
    }

    void takesAnEntranceThatTheShopKnows()
    {
        const QJsonArray where{-56.0, -34.0};
        const auto stop =
            stopOfNewOrder(u"Rivera 1"_s, {{u"where"_s, where}, {u"entrance"_s, QJsonArray{-56.001, -34.0}}});
        QCOMPARE(stop["entrance"_L1].toArray(), (QJsonArray{-56.001, -34.0}));
        // Without a place, and beside another one, it means nothing.
        QVERIFY(stopOfNewOrder(u"Rivera 1"_s, {{u"entrance"_s, QJsonArray{-56.001, -34.0}}}).isEmpty());
        QVERIFY(
            stopOfNewOrder(u"Rivera 1"_s, {{u"where"_s, where}, {u"entrance"_s, QJsonArray{-56.1, -34.0}}}).isEmpty());
        QVERIFY(
            stopOfNewOrder(u"Rivera 1"_s, {{u"where"_s, where}, {u"entrance"_s, QJsonArray{-56.0, -91}}}).isEmpty());
    }

    void remembersForItsDepotOnly()
    {
        QCOMPARE(run(remember(u"Rivera 1"_s, {}, facts)).kind, Verdict::Kind::Applied);
        QCOMPARE(stopOfNewOrder(u"Rivera 1"_s, {}, u"d2"_s)["where_score"_L1].toDouble(), 0.6);
        auto foreign = remember(u"Rivera 2"_s, {}, facts);
        foreign.depot = DepotId(u"d2"_s); // sent to the feed of d1
        const auto verdict = run(foreign);
        QCOMPARE(verdict.kind, Verdict::Kind::Rejected);
        QCOMPARE(verdict.code, u"another_depot"_s);
    }

    void showsBothWhenTwoRemember()
    {
        auto other = facts;
        other.gateCode = u"99"_s;
        QCOMPARE(run(remember(u"Rivera 1"_s, {}, facts)).kind, Verdict::Kind::Applied);
        const auto verdict = run(remember(u"Rivera 1"_s, {}, other));
        QCOMPARE(verdict.kind, Verdict::Kind::Conflict);
        QCOMPARE(verdict.code, u"field_changed"_s);
        QCOMPARE(verdict.current.size(), 1);
        QCOMPARE(verdict.current.constFirst().kind, u"site"_s);
        QCOMPARE(run(remember(u"Rivera 1"_s, facts, other)).kind, Verdict::Kind::Applied);
    }

    void refusesWhatIsNoSite_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no address") << QByteArray(R"({"depot":"d1","set":{"where":[-56,-34]}})");
        const auto with = [](const char *key, qsizetype length) {
            auto facts = QJsonObject{{u"where"_s, QJsonArray{-56, -34}}};
            QJsonObject verb{{u"depot"_s, u"d1"_s}, {u"address"_s, u"x"_s}};
            (QLatin1StringView(key) == "address"_L1 ? verb : facts)
                .insert(QLatin1StringView(key), QString(length, u'1'));
            verb.insert("set"_L1, facts);
            return QJsonDocument(verb).toJson();
        };
        QTest::newRow("address too long") << with("address", 301);
        QTest::newRow("gate code too long") << with("gate_code", 201);
        QTest::newRow("instructions too long") << with("instructions", 2'001);
        QTest::newRow("nowhere") << QByteArray(R"({"depot":"d1","address":"x","set":{"gate_code":"1"}})");
        QTest::newRow("off the globe") << QByteArray(R"({"depot":"d1","address":"x","set":{"where":[-56,-95]}})");
        QTest::newRow("entrance off the globe")
            << QByteArray(R"({"depot":"d1","address":"x","set":{"where":[-56,-34],"entrance":[-56,-95]}})");
        QTest::newRow("entrance is text")
            << QByteArray(R"({"depot":"d1","address":"x","set":{"where":[-56,-34],"entrance":"gate"}})");
        QTest::newRow("set is text") << QByteArray(R"({"depot":"d1","address":"x","set":"there"})");
        QTest::newRow("bad depot") << QByteArray(R"({"depot":"d/1","address":"x"})");
    }

    void refusesWhatIsNoSite()
    {
        QFETCH(const QByteArray, body);
        const auto verb = Wire::verbFromJson(u"remember_site", QJsonDocument::fromJson(body).object());
        QVERIFY(!verb);
        QCOMPARE(verb.error().kind, Error::Kind::Malformed);
    }

    void refusesAnAddressWithoutLetters()
    {
        QCOMPARE(run(remember(u" — … "_s, {}, facts)).code, u"malformed"_s);
        QCOMPARE(stopOfNewOrder(u" — … "_s)["where_score"_L1].toDouble(), 0.6); // and orders with one are taken
    }
};

QTEST_GUILESS_MAIN(TestSites)
#include "tst_sites.moc"
