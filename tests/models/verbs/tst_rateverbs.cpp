// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/rateswire.h"
#include "models/wire/verbwire.h"
#include "tests/support/mapscene.h"
#include "tests/support/verbs.h"

#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

const DepotId aguada(u"aguada"_s);

SetRates change(const Rates &was, const Rates &set)
{
    return {.depot = aguada, .was = was, .set = set};
}

MapScene sceneWith(const Rates &rates)
{
    MapScene scene;
    scene.prices.insert(aguada, {.id = aguada, .rates = rates});
    return scene;
}

} // namespace

class RateVerbsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void setsWhatAnAuthorChangedAndLeavesWhatOthersDid()
    {
        const auto done = decide(change({}, {.perHour = 500.0}), sceneWith({.fixed = 90.0}), someActor());
        QVERIFY(done.has_value());
        QCOMPARE(done->rates.size(), 1);
        QCOMPARE(done->rates.constFirst(), (DepotRates{.id = aguada, .rates = {.perHour = 500.0, .fixed = 90.0}}));
    }

    void doesNothingWhenAllIsSoAlready()
    {
        const auto done = decide(change({}, {.perHour = 500.0}), sceneWith({.perHour = 500.0}), someActor());
        QVERIFY(done.has_value());
        QVERIFY(done->isEmpty());
    }

    void showsBothWhenTwoSetTheSameOtherwise()
    {
        const auto done = decide(change({}, {.perHour = 500.0}), sceneWith({.perHour = 450.0}), someActor());
        QVERIFY(!done.has_value());
        QCOMPARE(done.error().kind, Refusal::Kind::Conflict);
        QCOMPARE(QString(done.error().code), u"field_changed"_s);
        QCOMPARE(QString(done.error().field), u"per_hour"_s);
    }

    void refusesWhatIsOutOfItsBounds()
    {
        for (const auto &row : rateRows()) {
            for (const double value : {-0.01, row.most * 1.01, std::numeric_limits<double>::quiet_NaN(),
                                       std::numeric_limits<double>::infinity()}) {
                Rates set;
                set.*row.value = value;
                const auto done = decide(change({}, set), MapScene(), someActor());
                QVERIFY(!done.has_value());
                QCOMPARE(QString(done.error().code), u"malformed"_s);
                QCOMPARE(QString(done.error().field), QString(row.word));
            }
            for (const double value : {0.0, row.most}) {
                Rates set;
                set.*row.value = value;
                QVERIFY(decide(change({}, set), MapScene(), someActor()).has_value());
            }
        }
    }

    void isTakenBackByTheSameWithBothExchanged()
    {
        MapScene scene;
        const auto verb = change({}, {.perHour = 500.0, .perKilometerBicycle = 0.0});
        const auto inverse = inverseOf(verb, scene, someActor());
        scene.apply(decide(verb, scene, someActor()).value());
        QCOMPARE(scene.prices.value(aguada).rates, (Rates{.perHour = 500.0, .perKilometerBicycle = 0.0}));
        scene.apply(decide(inverse, scene, someActor()).value());
        QCOMPARE(scene.prices.value(aguada).rates, Rates());
    }

    void isForSupervisorsAndAdmins_data()
    {
        QTest::addColumn<User::Role>("role");
        QTest::addColumn<bool>("may");
        QTest::newRow("driver") << User::Role::Driver << false;
        QTest::newRow("dispatcher") << User::Role::Dispatcher << false;
        QTest::newRow("support") << User::Role::Support << false;
        QTest::newRow("supervisor") << User::Role::Supervisor << true;
        QTest::newRow("admin") << User::Role::Admin << true;
    }
    void isForSupervisorsAndAdmins()
    {
        QFETCH(const User::Role, role);
        QFETCH(const bool, may);
        User user;
        user.roles = {role};
        QCOMPARE(mayDecide(user, change({}, {})), may);
    }

    void refusesWhatIsNoRate_data()
    {
        QTest::addColumn<QByteArray>("set");
        QTest::addColumn<QString>("named");
        QTest::newRow("negative") << QByteArray(R"({"per_hour":-1})") << u"per_hour"_s;
        QTest::newRow("too large") << QByteArray(R"({"co2_g_per_km_van":5001})") << u"co2_g_per_km_van"_s;
        QTest::newRow("huge") << QByteArray(R"({"fixed":1e300})") << u"fixed"_s;
        QTest::newRow("text") << QByteArray(R"({"per_km_van":"18"})") << u"per_km_van"_s;
        QTest::newRow("null") << QByteArray(R"({"per_km_van":null})") << u"per_km_van"_s;
        QTest::newRow("a list") << QByteArray(R"({"per_km_bicycle":[2]})") << u"per_km_bicycle"_s;
        QTest::newRow("unknown") << QByteArray(R"({"per_moon":3})") << u"per_moon"_s;
    }
    void refusesWhatIsNoRate()
    {
        QFETCH(const QByteArray, set);
        QFETCH(const QString, named);
        const auto verb = Wire::verbFromJson(
            u"set_rates",
            {{u"depot"_s, u"aguada"_s}, {u"was"_s, QJsonObject()}, {u"set"_s, QJsonDocument::fromJson(set).object()}});
        QVERIFY(!verb.has_value());
        QCOMPARE(verb.error().kind, Error::Kind::Malformed);
        QVERIFY2(verb.error().detail.contains(u'\'' + named + u'\''), qPrintable(verb.error().detail));
    }

    void takesWhatIsAbsentAsUsual()
    {
        const auto verb = Wire::verbFromJson(
            u"set_rates",
            {{u"depot"_s, u"aguada"_s}, {u"was"_s, QJsonObject()}, {u"set"_s, QJsonObject{{u"fixed"_s, 90}}}});
        QVERIFY(verb.has_value());
        QCOMPARE(*verb, Verb(change({}, {.fixed = 90.0})));
    }

    void readsADocumentOfANewerProgramAsFarAsItUnderstands()
    {
        const auto read = Wire::depotRatesFromJson({{u"id"_s, u"aguada"_s},
                                                    {u"per_moon"_s, 3},
                                                    {u"per_hour"_s, 1e308},
                                                    {u"fixed"_s, -5},
                                                    {u"per_km_van"_s, 30.4}});
        QVERIFY(read.has_value());
        QCOMPARE(read->id, aguada);
        QCOMPARE(read->rates, (Rates{.perHour = rateRows()[0].most, .perKilometerVan = 30.4, .fixed = 0.0}));
    }

    void readsTheDocumentThatItWrites()
    {
        DepotRates rates{.id = aguada, .rates = {}};
        double value = 0.25;
        for (const auto &row : rateRows())
            rates.rates.*row.value = value += 1.1;
        QCOMPARE(Wire::depotRatesFromJson(Wire::toJson(rates)).value(), rates);
    }

    void refusesADocumentThatIsNone_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::newRow("no id") << QJsonObject{{u"per_hour"_s, 5}};
        QTest::newRow("bad id") << QJsonObject{{u"id"_s, u"a/b"_s}};
        QTest::newRow("text for a number") << QJsonObject{{u"id"_s, u"aguada"_s}, {u"per_hour"_s, u"much"_s}};
    }
    void refusesADocumentThatIsNone()
    {
        QFETCH(const QJsonObject, json);
        QVERIFY(!Wire::depotRatesFromJson(json).has_value());
    }
};

QTEST_GUILESS_MAIN(RateVerbsTest)

#include "tst_rateverbs.moc"
