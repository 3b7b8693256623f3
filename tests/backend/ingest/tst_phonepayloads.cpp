// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/ingest/osmand.h"
#include "backend/ingest/owntracks.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 3, 12), QTime(14, 7), QTimeZone::UTC);

/// A report in the words of the files in tests/data/phones.
QJsonObject told(const Result<Report> &report)
{
    if (!report)
        return {{u"error"_s, report.error().detail}};
    QJsonObject json{{u"device_id"_s, report->deviceId}, {u"at"_s, report->at.toString(Qt::ISODateWithMs)}};
    const auto put = [&json](const QString &key, std::optional<double> value) {
        if (value)
            json[key] = std::round(*value * 1e7) / 1e7;
    };
    put(u"battery"_s, report->batteryFraction);
    if (report->charging)
        json[u"charging"_s] = *report->charging;
    if (!report->alarm.isEmpty())
        json[u"alarm"_s] = report->alarm;
    if (!report->fix)
        return json;
    const auto &fix = *report->fix;
    put(u"lat"_s, fix.where.latitude());
    put(u"lon"_s, fix.where.longitude());
    put(u"accuracy_m"_s, fix.accuracyMeters);
    put(u"speed_mps"_s, fix.speedMetersPerSecond);
    put(u"heading"_s, fix.headingDegrees);
    if (fix.mocked)
        json[u"mocked"_s] = true;
    if (fix.clockSuspect)
        json[u"clock_suspect"_s] = true;
    return json;
}

struct Read
{
    Result<Reports> reports;
    int ignored = 0;
};

Read read(const QJsonObject &post)
{
    const auto body = post["body"_L1].toString().toUtf8();
    if (post["dialect"_L1] == "osmand"_L1)
        return {.reports = parseOsmAnd(post["query"_L1].toString().toUtf8(),
                                       post["content_type"_L1].toString().toUtf8(), body, now)};
    const auto headers = post["headers"_L1].toObject();
    const OwnTracksSender sender{.limitUser = headers["X-Limit-U"_L1].toString(),
                                 .limitDevice = headers["X-Limit-D"_L1].toString(),
                                 .queryUser = post["query_user"_L1].toString(),
                                 .queryDevice = post["query_device"_L1].toString(),
                                 .basicUser = basicUser(headers["Authorization"_L1].toString().toUtf8())};
    auto parsed = parseOwnTracks(sender, body, now);
    if (!parsed)
        return {.reports = std::unexpected(parsed.error())};
    return {.reports = parsed->reports, .ignored = parsed->ignored};
}

QByteArray deepJson(int depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

} // namespace

class PhonePayloadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void readsWhatPhonesSend_data()
    {
        QTest::addColumn<QJsonObject>("post");
        const QDir folder(QStringLiteral(DOORSTEP_TEST_DATA "/phones"));
        const auto names = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
        QVERIFY(names.size() > 50);
        for (const auto &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto post = QJsonDocument::fromJson(file.readAll()).object();
            QVERIFY2(post.contains("expect"_L1) != post.contains("expect_error"_L1), qPrintable(name));
            QTest::newRow(qPrintable(name)) << post;
        }
    }

    void readsWhatPhonesSend()
    {
        QFETCH(const QJsonObject, post);

        const auto [reports, ignored] = read(post);

        if (post.contains("expect_error"_L1)) {
            QVERIFY(!reports);
            QCOMPARE(reports.error().kind, Error::Kind::Malformed);
            QVERIFY2(reports.error().detail.contains(post["expect_error"_L1].toString()),
                     qPrintable(reports.error().detail));
            return;
        }
        QVERIFY2(reports, reports ? "" : qPrintable(reports.error().detail));
        const auto expected = post["expect"_L1].toArray();
        QCOMPARE(reports->size(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i) {
            auto wanted = expected[i].toObject();
            auto got = told(reports->at(i));
            if (wanted.contains("error"_L1)) {
                QVERIFY2(got["error"_L1].toString().contains(wanted["error"_L1].toString()),
                         qPrintable(got["error"_L1].toString()));
                continue;
            }
            QCOMPARE(QJsonDocument(got).toJson(), QJsonDocument(wanted).toJson());
        }
        QCOMPARE(ignored, post["ignored"_L1].toInt());
    }

    void refusesHostileBodiesQuickly_data()
    {
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("body");
        const QByteArray json("application/json");
        const QByteArray form("application/x-www-form-urlencoded");

        QTest::newRow("10 MB of JSON") << json << QByteArray(10'000'000, '[');
        QTest::newRow("10 MB of form") << form << QByteArray("id=1&x=") + QByteArray(10'000'000, 'a');
        QTest::newRow("deep JSON") << json << deepJson(100'000);
        QTest::newRow("many fields") << form << QByteArray("id=1&") + QByteArray("a=1&").repeated(5'000);
        QTest::newRow("too many reports") << json << "[" + QByteArray("{},").repeated(10'000) + "{}]";
        QTest::newRow("invalid UTF-8 in JSON")
            << json << QByteArray("{\"device_id\":\"\xff\xfe\",\"_type\":\"location\"}");
        QTest::newRow("invalid UTF-8 in a form") << form << QByteArray("id=\xc3\x28&lat=1&lon=2");
        QTest::newRow("zero bytes") << form << QByteArray(100, '\0');
        QTest::newRow("zero byte in the id") << form << QByteArray("id=a%00b&lat=1&lon=2");
        QTest::newRow("a long id") << form << QByteArray("id=") + QByteArray(129, 'x') + "&lat=1&lon=2";
        QTest::newRow("percent at the end") << form << QByteArray("id=%&lat=%2&lon=%");
        QTest::newRow("ampersands") << form << QByteArray(60'000, '&');
    }

    void refusesHostileBodiesQuickly()
    {
        QFETCH(const QByteArray, contentType);
        QFETCH(const QByteArray, body);

        const auto osmand = parseOsmAnd({}, contentType, body, now);
        QVERIFY(!osmand);
        QCOMPARE(osmand.error().kind, Error::Kind::Malformed);
        QVERIFY(osmand.error().detail.size() < 200); // never hands the sender's megabytes on
        const auto owntracks = parseOwnTracks({}, body, now);
        QVERIFY(!owntracks);
        QCOMPARE(owntracks.error().kind, Error::Kind::Malformed);
    }

    void readsABatchOfTenThousand()
    {
        QJsonArray batch;
        for (int i = 0; i < 10'000; ++i) {
            batch += QJsonObject{{u"_type"_s, u"location"_s},
                                 {u"tst"_s, 1773324420 + i % 60},
                                 {u"lat"_s, -34.9},
                                 {u"lon"_s, -56.1 + i * 1e-6},
                                 {u"topic"_s, u"owntracks/driver-%1/phone"_s.arg(i)}};
        }
        const auto post = parseOwnTracks({}, QJsonDocument(batch).toJson(QJsonDocument::Compact), now);
        QVERIFY(post);
        QCOMPARE(post->reports.size(), 10'000);
        QVERIFY(std::ranges::all_of(post->reports, [](const auto &report) { return report && report->fix; }));
        QCOMPARE(post->reports.last()->deviceId, u"driver-9999"_s);
    }

    void namesTheBasicUser_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("user");
        QTest::newRow("jane:secret") << QByteArray("Basic amFuZTpzZWNyZXQ=") << u"jane"_s;
        QTest::newRow("lower case") << QByteArray("basic amFuZTpzZWNyZXQ=") << u"jane"_s;
        QTest::newRow("no colon") << QByteArray("Basic amFuZQ==") << QString();
        QTest::newRow("empty user") << QByteArray("Basic OnNlY3JldA==") << QString();
        QTest::newRow("not base64") << QByteArray("Basic !!!") << QString();
        QTest::newRow("not UTF-8") << QByteArray("Basic ") + QByteArray("\xff\xfe:x").toBase64() << QString();
        QTest::newRow("bearer") << QByteArray("Bearer amFuZTpzZWNyZXQ=") << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
    }

    void namesTheBasicUser()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QString, user);
        QCOMPARE(basicUser(header), user);
    }
};

QTEST_APPLESS_MAIN(PhonePayloadsTest)
#include "tst_phonepayloads.moc"
