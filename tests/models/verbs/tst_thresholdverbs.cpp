// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/thresholdswire.h"
#include "models/wire/verbwire.h"
#include "tests/support/mapscene.h"
#include "tests/support/verbs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

const DepotId aguada(u"aguada"_s);

SetThresholds change(const ThresholdValues &was, const ThresholdValues &set)
{
    return {.depot = aguada, .was = was, .set = set};
}

MapScene sceneWith(const ThresholdValues &values)
{
    MapScene scene;
    scene.limits.insert(aguada, {.id = aguada, .values = values});
    return scene;
}

} // namespace

class ThresholdVerbsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void setsWhatAnAuthorChangedAndLeavesWhatOthersDid()
    {
        const auto theirs = valuesOf({{Threshold::OffRoute, 900}});
        const auto done = decide(change({}, valuesOf({{Threshold::LateStops, 5}})), sceneWith(theirs), someActor());
        QVERIFY(done.has_value());
        QCOMPARE(done->thresholds.size(), 1);
        QCOMPARE(done->thresholds.constFirst().values,
                 valuesOf({{Threshold::OffRoute, 900}, {Threshold::LateStops, 5}}));
    }

    void makesUsualAgainWhatOnlyWas()
    {
        const auto was = valuesOf({{Threshold::LateStops, 5}, {Threshold::OffRoute, 900}});
        auto set = was;
        set.set(Threshold::LateStops, std::nullopt);
        const auto done = decide(change(was, set), sceneWith(was), someActor());
        QVERIFY(done.has_value());
        QCOMPARE(done->thresholds.constFirst().values, valuesOf({{Threshold::OffRoute, 900}}));
        QCOMPARE(done->thresholds.constFirst().values.value(Threshold::LateStops), 3);
    }

    void doesNothingWhenAllIsSoAlready()
    {
        const auto set = valuesOf({{Threshold::LateStops, 5}});
        const auto done = decide(change({}, set), sceneWith(set), someActor());
        QVERIFY(done.has_value());
        QVERIFY(done->isEmpty());
    }

    void showsBothWhenTwoSetTheSameOtherwise()
    {
        const auto mine = change({}, valuesOf({{Threshold::LateStops, 5}}));
        const auto done = decide(mine, sceneWith(valuesOf({{Threshold::LateStops, 4}})), someActor());
        QVERIFY(!done.has_value());
        QCOMPARE(done.error().kind, Refusal::Kind::Conflict);
        QCOMPARE(QString(done.error().code), u"field_changed"_s);
        QCOMPARE(QString(done.error().field), u"late_stops"_s);
    }

    void refusesWhatIsOutOfItsBounds()
    {
        for (const auto &row : thresholdRows()) {
            for (const int value : {row.least - 1, row.most + 1}) {
                const auto done = decide(change({}, valuesOf({{row.threshold, value}})), MapScene(), someActor());
                QVERIFY(!done.has_value());
                QCOMPARE(QString(done.error().code), u"malformed"_s);
                QCOMPARE(QString(done.error().field), QString(row.word));
            }
            for (const int value : {row.least, row.most})
                QVERIFY(decide(change({}, valuesOf({{row.threshold, value}})), MapScene(), someActor()).has_value());
        }
    }

    void isTakenBackByTheSameWithBothExchanged()
    {
        auto scene = sceneWith(valuesOf({{Threshold::LateStops, 5}}));
        const auto verb = change(valuesOf({{Threshold::LateStops, 5}}), valuesOf({{Threshold::RiskyFrom, 40}}));
        const auto inverse = inverseOf(verb, scene, someActor());
        scene.apply(decide(verb, scene, someActor()).value());
        QCOMPARE(scene.limits.value(aguada).values, valuesOf({{Threshold::RiskyFrom, 40}}));
        scene.apply(decide(inverse, scene, someActor()).value());
        QCOMPARE(scene.limits.value(aguada).values, valuesOf({{Threshold::LateStops, 5}}));
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

    void refusesWhatIsNoThreshold_data()
    {
        QTest::addColumn<QByteArray>("set");
        QTest::addColumn<QString>("named");
        QTest::newRow("too small") << QByteArray(R"({"silent_after_s":59})") << u"silent_after_s"_s;
        QTest::newRow("too large") << QByteArray(R"({"low_battery_percent":91})") << u"low_battery_percent"_s;
        QTest::newRow("negative") << QByteArray(R"({"off_route_m":-500})") << u"off_route_m"_s;
        QTest::newRow("huge") << QByteArray(R"({"late_stops":1e300})") << u"late_stops"_s;
        QTest::newRow("half of one") << QByteArray(R"({"late_stops":2.5})") << u"late_stops"_s;
        QTest::newRow("text") << QByteArray(R"({"late_stops":"5"})") << u"late_stops"_s;
        QTest::newRow("null") << QByteArray(R"({"late_stops":null})") << u"late_stops"_s;
        QTest::newRow("a list") << QByteArray(R"({"late_stops":[5]})") << u"late_stops"_s;
        QTest::newRow("unknown") << QByteArray(R"({"moon_phase":3})") << u"moon_phase"_s;
        QTest::newRow("without its unit") << QByteArray(R"({"silent_after":240})") << u"silent_after"_s;
    }
    void refusesWhatIsNoThreshold()
    {
        QFETCH(const QByteArray, set);
        QFETCH(const QString, named);
        const auto values = QJsonDocument::fromJson(set).object();
        const auto verb = Wire::verbFromJson(
            u"set_thresholds", {{u"depot"_s, u"aguada"_s}, {u"was"_s, QJsonObject()}, {u"set"_s, values}});
        QVERIFY(!verb.has_value());
        QCOMPARE(verb.error().kind, Error::Kind::Malformed);
        QVERIFY2(verb.error().detail.contains(u'\'' + named + u'\''), qPrintable(verb.error().detail));
    }

    void refusesAVerbWithoutItsParts()
    {
        const QJsonObject whole{{u"depot"_s, u"aguada"_s}, {u"was"_s, QJsonObject()}, {u"set"_s, QJsonObject()}};
        QVERIFY(Wire::verbFromJson(u"set_thresholds", whole).has_value());
        for (const auto &key : whole.keys()) {
            auto part = whole;
            part.remove(key);
            QVERIFY(!Wire::verbFromJson(u"set_thresholds", part).has_value());
        }
    }

    void readsADocumentOfANewerProgramAsFarAsItUnderstands()
    {
        const QJsonObject json{{u"id"_s, u"aguada"_s},
                               {u"moon_phase"_s, 3},
                               {u"late_stops"_s, 5'000},
                               {u"off_route_m"_s, -1e308},
                               {u"risky_from_percent"_s, 30.4}};
        const auto read = Wire::depotThresholdsFromJson(json);
        QVERIFY(read.has_value());
        QCOMPARE(read->id, aguada);
        QCOMPARE(read->values,
                 valuesOf({{Threshold::LateStops, 50}, {Threshold::OffRoute, 100}, {Threshold::RiskyFrom, 30}}));
    }

    void readsTheDocumentThatItWrites()
    {
        DepotThresholds thresholds{.id = aguada, .values = {}};
        for (const auto &row : thresholdRows())
            thresholds.values.set(row.threshold, row.most);
        const auto read = Wire::depotThresholdsFromJson(Wire::toJson(thresholds));
        QVERIFY(read.has_value());
        QCOMPARE(*read, thresholds);
    }

    void refusesADocumentThatIsNone_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::newRow("no id") << QJsonObject{{u"late_stops"_s, 5}};
        QTest::newRow("bad id") << QJsonObject{{u"id"_s, u"a/b"_s}};
        QTest::newRow("text for a number") << QJsonObject{{u"id"_s, u"aguada"_s}, {u"late_stops"_s, u"many"_s}};
    }
    void refusesADocumentThatIsNone()
    {
        QFETCH(const QJsonObject, json);
        QVERIFY(!Wire::depotThresholdsFromJson(json).has_value());
    }
};

QTEST_GUILESS_MAIN(ThresholdVerbsTest)

#include "tst_thresholdverbs.moc"
