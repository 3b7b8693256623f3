// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/ingest/formfields.h"
#include "backend/ingest/osmand.h"
#include "backend/ingest/owntracks.h"
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
