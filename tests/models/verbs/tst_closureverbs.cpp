// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/closurewire.h"
#include "models/wire/verbwire.h"
#include "tests/support/mapscene.h"
#include "tests/support/samples.h"
#include "tests/support/verbs.h"

#include <QJsonDocument>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

Closure flood(const MapScene &scene)
{
    return *scene.closure(ClosureId(u"flood"_s));
}

QJsonArray ring(int corners)
{
    QJsonArray array;
    for (int i = 0; i < corners; ++i)
        array.append(QJsonArray{-56.1 + i * 1e-6, -34.9 + (i % 2) * 1e-6});
    return array;
}

} // namespace

class ClosureVerbsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void mergesFieldsThatOnlyOnePersonChanged()
    {
        auto scene = twoRoutes();
        const auto seen = flood(scene);
        scene.closures[seen.id].note = u"theirs"_s;
        auto mine = seen;
        mine.name = u"Mine"_s;

        const auto decided = decide(DrawClosure{.was = seen, .closure = mine}, scene, someActor());

        QVERIFY(decided.has_value());
        QCOMPARE(decided->closures.constFirst().name, u"Mine"_s);
        QCOMPARE(decided->closures.constFirst().note, u"theirs"_s);
    }

    void isRefused_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        const auto seen = flood(twoRoutes());
        auto other = seen;
        other.name = u"Mine"_s;
        auto theirs = seen;
        theirs.name = u"What I saw"_s;
        QTest::newRow("somebody changed the name")
            << Verb(DrawClosure{.was = theirs, .closure = other}) << u"field_changed"_s << u"name"_s;
        QTest::newRow("it is there already")
            << Verb(DrawClosure{.was = {}, .closure = other}) << u"closure_exists"_s << QString();
        auto gone = other;
        gone.id = ClosureId(u"gone"_s);
        QTest::newRow("somebody lifted it")
            << Verb(DrawClosure{.was = gone, .closure = gone}) << u"closure_lifted"_s << QString();
        auto nameless = other;
        nameless.name = u" "_s;
        QTest::newRow("no name") << Verb(DrawClosure{.was = seen, .closure = nameless}) << u"malformed"_s << u"name"_s;
        auto over = other;
        over.to = over.from;
        QTest::newRow("over at once") << Verb(DrawClosure{.was = seen, .closure = over}) << u"malformed"_s << u"to"_s;
        auto bowTie = other;
        bowTie.area.polygons[0] = {{{-34.90, -56.18}, {-34.89, -56.17}, {-34.90, -56.17}, {-34.89, -56.18}}};
        QTest::newRow("crosses itself") << Verb(DrawClosure{.was = seen, .closure = bowTie}) << u"malformed"_s
                                        << u"area"_s;
        CheckIn half;
        half.answer = CheckIn::Answer::WillBeThere;
        QTest::newRow("an answer without a time")
            << Verb(RecordCheckIn{.stop = StopId(u"n3"_s), .was = {}, .set = half}) << u"malformed"_s << QString();
        QTest::newRow("another answer was there first")
            << Verb(RecordCheckIn{.stop = StopId(u"n3"_s), .was = {}, .set = {.askedAt = at(12)}}) << u"field_changed"_s
            << u"check_in"_s;
        const Promise soon{.window = {.from = at(14), .to = at(15)}, .toldAt = at(13)};
        QTest::newRow("promised to who was served")
            << Verb(TellCustomer{.stop = StopId(u"n1"_s), .promise = soon}) << u"already_done"_s << u"status"_s;
        QTest::newRow("promised nothing") << Verb(TellCustomer{.stop = StopId(u"n3"_s), .promise = {.toldAt = at(13)}})
                                          << u"malformed"_s << QString();
    }
    void isRefused()
    {
        QFETCH(const Verb, verb);
        QFETCH(const QString, code);
        QFETCH(const QString, field);
        const auto decided = decide(verb, twoRoutes(), someActor());
        QVERIFY(!decided.has_value());
        QCOMPARE(QString(decided.error().code), code);
        QCOMPARE(QString(decided.error().field), field);
    }

    void promisesTheWindowThatWasAgreedOn()
    {
        auto scene = twoRoutes();
        const StopId n3(u"n3"_s);
        const auto before = *scene.stop(n3);
        const Verb verb = RescheduleStop{.stop = n3, .was = before.window, .window = {.from = at(18), .to = at(20)}};
        const auto inverse = inverseOf(verb, scene, someActor());

        scene.apply(decide(verb, scene, someActor()).value());

        QCOMPARE(scene.stop(n3)->promises.size(), before.promises.size() + 1);
        QCOMPARE(scene.stop(n3)->promises.constLast().window.from, at(18));
        QCOMPARE(scene.stop(n3)->promises.constLast().channel, Promise::Channel::Reschedule);
        QCOMPARE(scene.stop(n3)->promises.constLast().toldAt, someActor().at);
        scene.apply(decide(inverse, scene, someActor()).value());
        QCOMPARE(*scene.stop(n3), before);
    }

    void takesNoAreaThatCannotBeUsed_data()
    {
        QTest::addColumn<QJsonValue>("area");
        const auto polygons = [](const QJsonArray &coordinates) {
            return QJsonValue(QJsonObject{{u"type"_s, u"MultiPolygon"_s}, {u"coordinates"_s, coordinates}});
        };
        QTest::newRow("a point") << QJsonValue(
            QJsonObject{{u"type"_s, u"Point"_s}, {u"coordinates"_s, QJsonArray{1, 2}}});
        QTest::newRow("nothing in it") << polygons({});
        QTest::newRow("not even arrays") << polygons({u"a"_s, 7, true});
        QTest::newRow("texts for numbers")
            << polygons({QJsonArray{QJsonArray{QJsonArray{u"1"_s, u"2"_s}, QJsonArray{1, 2}, QJsonArray{2, 3}}}});
        QTest::newRow("one number a corner")
            << polygons({QJsonArray{QJsonArray{QJsonArray{1}, QJsonArray{2}, QJsonArray{3}}}});
        QTest::newRow("off the globe") << polygons(
            {QJsonArray{QJsonArray{QJsonArray{181, 0}, QJsonArray{0, 91}, QJsonArray{0, 0}}}});
        QTest::newRow("latitude first, out of range") << polygons(
            {QJsonArray{QJsonArray{QJsonArray{-34.9, -156.1}, QJsonArray{-34.8, -156.1}, QJsonArray{-34.8, -156.0}}}});
        QTest::newRow("a hundred thousand corners") << polygons({QJsonArray{ring(100'000)}});
        QTest::newRow("many rings of many corners")
            << polygons({QJsonArray{ring(1'900), ring(1'900)}, QJsonArray{ring(1'900)}, QJsonArray{ring(1'900)}});
        QTest::newRow("a zigzag that crosses itself") << polygons(
            {QJsonArray{QJsonArray{QJsonArray{0, 0}, QJsonArray{1, 1}, QJsonArray{1, 0}, QJsonArray{0, 1}}}});
    }
    void takesNoAreaThatCannotBeUsed()
    {
        QFETCH(const QJsonValue, area);
        auto json = Wire::toJson(someClosure());
        json.insert("area"_L1, area);
        const auto read = Wire::closureFromJson(json);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, Error::Kind::Malformed);
        QVERIFY(!Wire::verbFromJson(u"draw_closure", {{u"closure"_s, json}}).has_value());
    }

    void takesNoOtherClosureForWhatItWas()
    {
        auto other = someClosure();
        other.id = ClosureId(u"other"_s);
        const auto read = Wire::verbFromJson(
            u"draw_closure", {{u"closure"_s, Wire::toJson(someClosure())}, {u"was"_s, Wire::toJson(other)}});
        QVERIFY(!read.has_value());
    }
};

QTEST_GUILESS_MAIN(ClosureVerbsTest)

#include "tst_closureverbs.moc"
