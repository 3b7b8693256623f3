// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/ingest/formfields.h"
#include "backend/ingest/osmand.h"
#include "backend/ingest/owntracks.h"
#include "simulator/courier.h"
#include "simulator/phone.h"
#include "tests/simulator/fakecity.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Simulation;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime moment(QDate(2026, 3, 12), QTime(14, 7), QTimeZone::UTC);

PhoneReading fullReading()
{
    return {.at = moment,
            .sendableAt = moment,
            .where = QGeoCoordinate(-34.9011, -56.1645),
            .accuracyMeters = 7.0,
            .speedMetersPerSecond = 10.0,
            .headingDegrees = 271.0,
            .battery = 0.64,
            .charging = true,
            .mocked = false};
}

QString recordedBody(const char *name)
{
    QFile file(QStringLiteral(DOORSTEP_TEST_DATA "/phones/") + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object()["body"_L1].toString();
}

QStringList formKeys(const QString &form)
{
    QStringList keys;
    for (const auto &pair : form.split(u'&'))
        keys += pair.section(u'=', 0, 0);
    keys.sort();
    return keys;
}

/// A tour of one stop, five minutes away, served for five minutes.
Tour shortTour()
{
    Tour tour;
    const QGeoCoordinate depot(-34.889, -56.196);
    const auto door = Test::doorAt(QGeoCoordinate(-34.900, -56.180));
    tour.driver.deviceId = u"carla-nunez"_s;
    tour.visits = {Visit{.door = door, .writtenAddress = door.address.text}};
    tour.legs = {Test::streetFrom(depot, door.where), Test::streetFrom(door.where, depot)};
    tour.scheduledStart = moment;
    return tour;
}

QList<PhoneReading> recordedOn(const Tour &tour)
{
    DriverDay day(tour, Traffic{.zone = QTimeZone::utc()});
    Phone phone(tour, 42, 0, 5s);
    const auto end = moment.addSecs(3600);
    day.liveUntil(end);
    return phone.recordUntil(end, day);
}

} // namespace

class PhoneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void postsTheFieldsThatTheRealAppsPost()
    {
        const auto traccar = postOf(PhoneKind::Traccar, u"48241179"_s, fullReading());
        QCOMPARE(traccar.contentType, QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(formKeys(QString::fromLatin1(traccar.body)), formKeys(recordedBody("traccar-form.json")));

        auto silentOnSatellites = fullReading();
        silentOnSatellites.where.reset();
        const auto heartbeat = postOf(PhoneKind::Traccar, u"48241179"_s, silentOnSatellites);
        QCOMPARE(formKeys(QString::fromLatin1(heartbeat.body)), formKeys(recordedBody("traccar-form-heartbeat.json")));

        const auto ownTracks = postOf(PhoneKind::OwnTracks, u"jane"_s, fullReading());
        const auto message = QJsonDocument::fromJson(ownTracks.body).object();
        const auto recorded = QJsonDocument::fromJson(recordedBody("owntracks-location.json").toUtf8()).object();
        for (const auto &key : recorded.keys())
            QVERIFY2(message[key].type() == recorded[key].type(), qPrintable(key));
    }

    void ownTracksLeavesOutWhatIsZero()
    {
        auto standing = fullReading();
        standing.speedMetersPerSecond = 0.0;
        standing.headingDegrees = 0.0;
        const auto message = QJsonDocument::fromJson(postOf(PhoneKind::OwnTracks, u"jane"_s, standing).body).object();
        QVERIFY(!message.contains("vel"_L1));
        QVERIFY(!message.contains("cog"_L1));
    }

    void theBackendUnderstandsWhatPhonesPost_data()
    {
        QTest::addColumn<PhoneKind>("kind");
        QTest::addColumn<bool>("isBatch");
        QTest::newRow("Traccar Client") << PhoneKind::Traccar << false;
        QTest::newRow("Traccar Client, an array") << PhoneKind::Traccar << true;
        QTest::newRow("OwnTracks") << PhoneKind::OwnTracks << false;
        QTest::newRow("OwnTracks, an array") << PhoneKind::OwnTracks << true;
    }

    void theBackendUnderstandsWhatPhonesPost()
    {
        QFETCH(const PhoneKind, kind);
        QFETCH(const bool, isBatch);
        const auto reading = fullReading();
        const auto id = u"Núñez & co+1"_s;
        auto post = postOf(kind, id, reading);
        if (isBatch) {
            post.contentType = "application/json";
            post.body = "[" + QJsonDocument(entryOf(kind, id, reading)).toJson() + "]";
        }

        Reports reports;
        if (kind == PhoneKind::Traccar) {
            const auto parsed = parseOsmAnd({}, post.contentType, post.body, moment);
            QVERIFY(parsed);
            reports = *parsed;
        } else {
            const auto parsed = parseOwnTracks({}, post.body, moment);
            QVERIFY(parsed);
            reports = parsed->reports;
        }
        QCOMPARE(reports.size(), 1);
        QVERIFY(reports[0] && reports[0]->fix);
        QCOMPARE(reports[0]->deviceId, id);
        const auto &fix = *reports[0]->fix;
        QCOMPARE(fix.fixedAt, moment);
        QVERIFY(fix.where.distanceTo(*reading.where) < 0.1);
        QVERIFY(std::abs(*fix.speedMetersPerSecond - 10.0) < 0.05);
        QCOMPARE(*fix.headingDegrees, 271.0);
        QVERIFY(std::abs(*fix.batteryFraction - 0.64) < 1e-9);
        QCOMPARE(*fix.charging, true);
        QVERIFY(std::abs(*fix.accuracyMeters - 7.0) < 0.01);
    }

    void followsTheDriverWithALittleNoise()
    {
        const auto tour = shortTour();
        DriverDay day(tour, Traffic{.zone = QTimeZone::utc()});
        Phone phone(tour, 42, 0, 5s);
        day.liveUntil(moment.addSecs(3600));
        const auto readings = phone.recordUntil(moment.addSecs(3600), day);
        QVERIFY(readings.size() > 40);
        double worst = 0.0;
        double sum = 0.0;
        for (const auto &reading : readings) {
            const double off = reading.where->distanceTo(day.sightingAt(reading.at).where);
            worst = std::max(worst, off);
            sum += off;
        }
        QVERIFY(worst < 30.0);
        QVERIFY(sum / static_cast<double>(readings.size()) > 1.0);
    }

    void aDeadPhoneSaysNothing()
    {
        auto tour = shortTour();
        tour.troubles.deadPhone = Span{.from = moment.addSecs(100), .to = moment.addSecs(400)};
        for (const auto &reading : recordedOn(tour))
            QVERIFY(!tour.troubles.deadPhone->holds(reading.at));
    }

    void aQuietPhoneOnlySaysThatItLives()
    {
        auto tour = shortTour();
        const Span quiet{.from = moment.addSecs(100), .to = moment.addSecs(1000)};
        tour.troubles.quietPhone = quiet;
        QList<QDateTime> signs;
        for (const auto &reading : recordedOn(tour)) {
            QCOMPARE(reading.where.has_value(), !quiet.holds(reading.at));
            if (quiet.holds(reading.at))
                signs += reading.at;
        }
        QCOMPARE(signs.size(), 4); // at the beginning, and every four minutes
        for (qsizetype i = 1; i < signs.size(); ++i)
            QVERIFY(signs[i - 1].secsTo(signs[i]) >= 240);
    }

    void whoIsAskedSaysWhereTheyAre_data()
    {
        const Span now{.from = moment.addSecs(200), .to = moment.addSecs(400)};
        QTest::addColumn<Troubles>("troubles");
        QTest::addColumn<bool>("answers");
        QTest::newRow("a phone") << Troubles{} << true;
        QTest::newRow("a quiet one") << Troubles{.quietPhone = now} << true;
        QTest::newRow("a dead one") << Troubles{.deadPhone = now} << false;
        QTest::newRow("dead while quiet") << Troubles{.deadPhone = now, .quietPhone = now} << false;
        QTest::newRow("without a network") << Troubles{.noNetwork = {now}} << false;
        QTest::newRow("in a tunnel") << Troubles{.noSatellites = {now}} << false;
    }

    void whoIsAskedSaysWhereTheyAre()
    {
        QFETCH(const Troubles, troubles);
        QFETCH(const bool, answers);
        auto tour = shortTour();
        tour.phone = PhoneKind::OwnTracks;
        tour.troubles = troubles;
        Courier courier(tour, Traffic{.zone = QTimeZone::utc()}, 42, 0, 5s);
        const auto at = moment.addSecs(302);
        courier.liveUntil(at);

        const auto answer = courier.answerTo(askForPosition(), at.addMSecs(700));

        QCOMPARE(answer.has_value(), answers);
        if (!answers)
            return;
        QCOMPARE(answer->at, at); // in whole seconds
        QCOMPARE(answer->sendableAt, at);
        QVERIFY(answer->where->distanceTo(courier.day().sightingAt(at).where) < 40.0);
        const auto post = courier.outgoing(*answer).letter;
        QCOMPARE(QJsonDocument::fromJson(post.body)["t"_L1].toString(), u"r"_s);
        const auto heard = parseOwnTracks({}, post.body, at);
        QVERIFY(heard && heard->reports.size() == 1 && heard->reports[0] && heard->reports[0]->fix);
        QCOMPARE(heard->reports[0]->fix->fixedAt, at);
    }

    void nobodyAnswersWhoIsNotAsked_data()
    {
        QTest::addColumn<PhoneKind>("kind");
        QTest::addColumn<QByteArray>("answer");
        using enum PhoneKind;
        QTest::newRow("Traccar Client knows no question") << Traccar << askForPosition();
        QTest::newRow("nothing") << OwnTracks << QByteArray();
        QTest::newRow("thanks") << OwnTracks << QByteArray("[]");
        QTest::newRow("broken") << OwnTracks << askForPosition().chopped(2);
        QTest::newRow("no array") << OwnTracks << QByteArray(R"({"_type":"cmd","action":"reportLocation"})");
        QTest::newRow("no object") << OwnTracks << QByteArray(R"(["reportLocation",null,7])");
        QTest::newRow("another command") << OwnTracks << QByteArray(R"([{"_type":"cmd","action":"dump"}])");
        QTest::newRow("no command") << OwnTracks << QByteArray(R"([{"_type":"card","action":"reportLocation"}])");
    }

    void nobodyAnswersWhoIsNotAsked()
    {
        QFETCH(const PhoneKind, kind);
        QFETCH(const QByteArray, answer);
        auto tour = shortTour();
        tour.phone = kind;
        Courier courier(tour, Traffic{.zone = QTimeZone::utc()}, 42, 0, 5s);
        courier.liveUntil(moment.addSecs(302));
        QVERIFY(!courier.answerTo(answer, moment.addSecs(302)));
    }

    void whoHasJustSaidSoDoesNotRepeatIt()
    {
        const auto tour = shortTour();
        DriverDay day(tour, Traffic{.zone = QTimeZone::utc()});
        Phone phone(tour, 42, 0, 5s);
        day.liveUntil(moment.addSecs(3600));
        const auto last = phone.recordUntil(moment.addSecs(300), day).last().at;
        QVERIFY(!phone.answerAt(last.addMSecs(900), day));
        QVERIFY(phone.answerAt(last.addSecs(1), day));
    }

    void aPhoneThatIsOffDoesNotAnswer()
    {
        const auto tour = shortTour();
        DriverDay day(tour, Traffic{.zone = QTimeZone::utc()});
        Phone phone(tour, 42, 0, 5s);
        const auto late = moment.addSecs(10'800);
        day.liveUntil(late);
        phone.recordUntil(late, day);
        QVERIFY(day.isHome());
        QVERIFY(!phone.answerAt(late, day));
    }

    void beingAskedChangesNothingElseOfTheDay()
    {
        const auto tour = shortTour();
        const auto asked = [&tour](bool isAsked) {
            DriverDay day(tour, Traffic{.zone = QTimeZone::utc()});
            Phone phone(tour, 42, 0, 5s);
            day.liveUntil(moment.addSecs(3600));
            QList<PhoneReading> readings;
            for (int seconds = 0; seconds < 3600; seconds += 7) {
                const auto now = moment.addSecs(seconds);
                readings += phone.recordUntil(now, day);
                if (isAsked)
                    std::ignore = phone.answerAt(now, day);
            }
            return readings;
        };
        QCOMPARE(asked(true), asked(false));
    }

    void withoutANetworkItSendsLaterInOrder()
    {
        auto tour = shortTour();
        tour.troubles.noNetwork = {Span{.from = moment.addSecs(100), .to = moment.addSecs(400)}};
        int late = 0;
        auto before = moment.addDays(-1);
        for (const auto &reading : recordedOn(tour)) {
            QVERIFY(before < reading.at);
            before = reading.at;
            if (tour.troubles.noNetwork[0].holds(reading.at)) {
                QCOMPARE(reading.sendableAt, moment.addSecs(400));
                ++late;
            } else {
                QCOMPARE(reading.sendableAt, reading.at);
            }
        }
        QVERIFY(late > 5);
    }

    void inATunnelItHasNoPosition()
    {
        auto tour = shortTour();
        tour.troubles.noSatellites = {Span{.from = moment.addSecs(100), .to = moment.addSecs(160)}};
        for (const auto &reading : recordedOn(tour))
            QCOMPARE(reading.where.has_value(), !tour.troubles.noSatellites[0].holds(reading.at));
    }

    void aMockedPositionIsElsewhereAndSaysSo()
    {
        auto tour = shortTour();
        tour.troubles.mocked = Span{.from = moment.addSecs(100), .to = moment.addSecs(400)};
        DriverDay day(tour, Traffic{.zone = QTimeZone::utc()});
        day.liveUntil(moment.addSecs(3600));
        for (const auto &reading : recordedOn(tour)) {
            QCOMPARE(reading.mocked, tour.troubles.mocked->holds(reading.at));
            if (reading.mocked)
                QVERIFY(reading.where->distanceTo(day.sightingAt(reading.at).where) > 500.0);
        }
    }

    void theBatteryRunsDownUnlessItCharges()
    {
        auto tour = shortTour();
        tour.troubles.charges = false;
        tour.troubles.batteryAtStart = 0.5;
        const auto empty = recordedOn(tour);
        QVERIFY(empty.last().battery < empty.first().battery);
        tour.troubles.charges = true;
        const auto full = recordedOn(tour);
        QVERIFY(full.last().battery > full.first().battery);
    }
};

QTEST_APPLESS_MAIN(PhoneTest)
#include "tst_phone.moc"
