// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/placewire.h"

#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

/// What a search, ours or a stranger's, may answer.
class TestPlaceWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void readsOurOwnAnswer()
    {
        const auto hits =
            Wire::placeHitsFromBytes(R"([{"lat":"-34.9271","lon":"-56.1590","name":"","category":"building",
            "doorstep:score":0.93,"doorstep:kind":"interpolated","doorstep:accuracy":12,
            "address":{"house_number":"2210","road":"Rambla Wilson","suburb":"Punta Carretas","city":"Montevideo"}},
            {"lat":"-34.9","lon":"-56.1","name":"Calle Nueva","doorstep:score":0.03,"doorstep:kind":"street",
            "address":{"road":"Calle Nueva"}}])");
        QVERIFY(hits);
        QCOMPARE(hits->size(), 2);
        const auto &first = hits->constFirst();
        QCOMPARE(first.line(), u"Rambla Wilson 2210"_s);
        QCOMPARE(first.address.suburb, u"Punta Carretas"_s);
        QCOMPARE(first.kind, PlaceHit::Kind::Interpolated);
        QCOMPARE(first.score, 0.93);
        QCOMPARE(first.accuracyMeters, 12.0);
        QCOMPARE(first.where, QGeoCoordinate(-34.9271, -56.159));
        QVERIFY(first.isDoor());
        QVERIFY(!hits->constLast().isDoor());
    }

    void readsARealNominatim()
    {
        const auto hits = Wire::placeHitsFromBytes(R"([{"place_id":1,"lat":"52.5","lon":"13.4","category":"highway",
            "type":"residential","addresstype":"road","name":"Unter den Linden","display_name":"Unter den Linden, Mitte",
            "address":{"road":"Unter den Linden","suburb":"Mitte"}}])");
        QVERIFY(hits);
        QCOMPARE(hits->constFirst().kind, PlaceHit::Kind::Street);
        QCOMPARE(hits->constFirst().score, 0.0);
        QCOMPARE(hits->constFirst().line(), u"Unter den Linden"_s);
    }

    void leavesOutWhatIsNoPlace()
    {
        const auto hits =
            Wire::placeHitsFromBytes(R"([7, null, {"lat":"x","lon":"1"}, {"lat":"99","lon":"1","name":"Pole"},
            {"lat":"1","lon":"1"}, {"lat":1,"lon":2,"name":"A","doorstep:score":1e300,"doorstep:accuracy":-5}])");
        QVERIFY(hits);
        QCOMPARE(hits->size(), 1);
        QCOMPARE(hits->constFirst().score, 1.0);
        QCOMPARE(hits->constFirst().accuracyMeters, 0.0);
    }

    void keepsHostileTextShortAndOnOneLine()
    {
        const auto name = QByteArray(5'000, 'a');
        const auto hits = Wire::placeHitsFromBytes(
            R"([{"lat":1,"lon":2,"name":"x\ny\u0000z"},{"lat":1,"lon":2,"name":")" + name + R"("}])");
        QVERIFY(hits);
        QCOMPARE(hits->size(), 2);
        QVERIFY(!hits->constFirst().line().contains(u'\n'));
        QVERIFY(hits->constLast().line().size() <= 200);
    }

    void takesNineAtMost()
    {
        const QByteArrayList many(500, R"({"lat":1,"lon":2,"name":"A"})");
        const auto hits = Wire::placeHitsFromBytes('[' + many.join(',') + ']');
        QVERIFY(hits);
        QCOMPARE(hits->size(), 9);
    }

    void refusesNonsense_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a page") << QByteArray("<html>");
        QTest::newRow("an object") << QByteArray("{}");
        QTest::newRow("nothing of it a place") << QByteArray(R"([{"lat":"x"}])");
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("cut off") << QByteArray(R"([{"lat":1,)");
    }

    void refusesNonsense()
    {
        QFETCH(const QByteArray, body);
        const auto hits = Wire::placeHitsFromBytes(body);
        QVERIFY(!hits);
        QCOMPARE(hits.error().kind, Error::Kind::Malformed);
    }

    void knowsNothingFromNonsense()
    {
        QVERIFY(Wire::placeHitsFromBytes("[]")->isEmpty());
        QCOMPARE(Wire::placeHitFromBytes(R"({"error":"Unable to geocode"})").error().kind, Error::Kind::NotFound);
        QCOMPARE(Wire::placeHitFromBytes("[]").error().kind, Error::Kind::Malformed);
        QCOMPARE(Wire::placeHitFromBytes("{}").error().kind, Error::Kind::Malformed);
        QCOMPARE(Wire::placeHitFromBytes(R"({"lat":"1","lon":"2","display_name":"There"})")->line(), u"There"_s);
    }

    void readsEarlierVisits()
    {
        const auto visits = Wire::pastVisitsFromBytes(R"({"visits":[{"stop":"s1","at":"2026-03-12T10:05:00Z",
            "outcome":"delivered","driver_name":"Carla","where":[-56.1,-34.9]},{"stop":"s2","at":"2026-03-11T10:05:00Z",
            "outcome":"failed","failure":"of_tomorrow"}]})");
        QVERIFY(visits);
        QCOMPARE(visits->size(), 2);
        QCOMPARE(visits->constFirst().where, QGeoCoordinate(-34.9, -56.1));
        QCOMPARE(visits->constFirst().driverName, u"Carla"_s);
        QCOMPARE(visits->constLast().failure, Stop::Failure::Other);
        QVERIFY(!visits->constLast().where.isValid());
        for (const auto *bad :
             {"", "[]", "{}", R"({"visits":[{}]})", R"({"visits":[{"stop":"s","at":"now","outcome":"failed"}]})",
              R"({"visits":[{"stop":"s","at":"2026-03-12T10:05:00Z","outcome":"planned"}]})"})
            QCOMPARE(Wire::pastVisitsFromBytes(bad).error().kind, Error::Kind::Malformed);
        const auto both =
            Wire::pastVisitsFromBytes(R"({"visits":[],"elsewhere":[{"stop":"s1","at":"2026-03-12T10:05:00Z",
            "outcome":"delivered","recipient":"phone","door":[-56.1,-34.9],"address":"Rivera\n1"},{"stop":"s2",
            "at":"2026-03-12T10:05:00Z","outcome":"delivered","recipient":"of_tomorrow"}]})");
        QVERIFY(both);
        QVERIFY(!both->constFirst().isHere);
        QCOMPARE(both->constFirst().recipient, SameRecipient::Phone);
        QCOMPARE(both->constFirst().door, QGeoCoordinate(-34.9, -56.1));
        QCOMPARE(both->constFirst().address, u"Rivera 1"_s);
        QCOMPARE(both->constLast().recipient, SameRecipient::No);
        QVERIFY(!Wire::pastVisitsFromBytes(R"({"visits":[],"elsewhere":{}})"));
        const QByteArrayList crowd(61, R"({"stop":"s1","at":"2026-03-12T10:05:00Z","outcome":"delivered"})");
        QVERIFY(!Wire::pastVisitsFromBytes(R"({"visits":[],"elsewhere":[)" + crowd.join(',') + "]}"));
        const QByteArrayList many(21, R"({"stop":"s1","at":"2026-03-12T10:05:00Z","outcome":"delivered"})");
        QVERIFY(!Wire::pastVisitsFromBytes(R"({"visits":[)" + many.join(',') + "]}"));
    }
};

QTEST_GUILESS_MAIN(TestPlaceWire)
#include "tst_placewire.moc"
