// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/router.h"
#include "backend/ingest/driverdirectory.h"
#include "backend/ingest/fixsink.h"
#include "backend/ingest/ingest.h"
#include "models/domain/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

#include <optional>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

constexpr auto form = "application/x-www-form-urlencoded";
constexpr auto json = "application/json";

/// Keeps what it is given, or fails as told.
class FakeSink : public FixSink
{
public:
    std::vector<Fix> fixes;
    std::optional<Error> problem;

    drogon::Task<Result<StoredCounts>> accept(std::vector<Fix> batch) override
    {
        if (problem)
            co_return std::unexpected(*problem);
        StoredCounts counts;
        for (const auto &fix : batch) {
            const bool known = std::ranges::any_of(
                fixes, [&fix](const Fix &old) { return old.driver == fix.driver && old.fixedAt == fix.fixedAt; });
            ++(known ? counts.duplicate : counts.stored);
            if (!known)
                fixes.push_back(fix);
        }
        co_return counts;
    }
};

class TwoPhones : public DriverDirectory
{
public:
    DriverId driverOf(QStringView deviceId) const override
    {
        if (deviceId == u"123456")
            return DriverId(u"carla"_s);
        return deviceId == u"jane" ? DriverId(u"jane"_s) : DriverId();
    }
    QDateTime positionAskedAt(const DriverId &driver) const override { return askedAt.value(driver); }

    QHash<DriverId, QDateTime> askedAt;
};

class FixedClock : public Clock
{
public:
    QDateTime now() const override { return {QDate(2026, 3, 12), QTime(14, 7), QTimeZone::UTC}; }
};

class NoGate : public Http::Gate
{
public:
    Result<User> holderOf(const QByteArray &) const override { return failure(Error::Kind::Unauthorised, u"nobody"_s); }
};

struct Answer
{
    int status = 0;
    QByteArray body;
};

} // namespace

class IngestTest : public QObject
{
    Q_OBJECT

private:
    FakeSink m_sink;
    TwoPhones m_drivers;
    const FixedClock m_clock;
    const NoGate m_gate;
    std::optional<Http::Router> m_router;

    Answer post(const QByteArray &path, const QByteArray &contentType, const QByteArray &body,
                const QByteArray &limitUser = {})
    {
        auto request = drogon::HttpRequest::newHttpRequest();
        request->setMethod(drogon::Post);
        request->setPath(path.toStdString());
        if (!contentType.isEmpty())
            request->addHeader("content-type", contentType.toStdString());
        if (!limitUser.isEmpty())
            request->addHeader("X-Limit-U", limitUser.toStdString());
        request->setBody(body.toStdString());
        Answer answer;
        m_router->answer(request, [&answer](const drogon::HttpResponsePtr &response) {
            answer = {.status = static_cast<int>(response->statusCode()),
                      .body = QByteArray::fromStdString(std::string(response->body()))};
        });
        return answer;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_sink.fixes.clear();
        m_sink.problem.reset();
        m_router.emplace(m_gate);
        registerIngest(*m_router, m_sink, m_drivers, m_clock);
    }

    void answersAsTheAppsExpect_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer"); // of a 200
        QTest::addColumn<int>("stored");
        const QByteArray location(
            R"({"_type":"location","lat":1,"lon":2,"tst":1773324420,"topic":"owntracks/jane/phone"})");
        const QByteArray stranger(
            R"({"_type":"location","lat":1,"lon":2,"tst":1773324420,"topic":"owntracks/eve/phone"})");
        const QByteArray lwt(R"({"_type":"lwt","tst":1497300000})");

        for (const auto *path : {"/", "/fixes/osmand"}) {
            const auto row = [path](const char *what) -> QTestData & { return QTest::addRow("%s %s", path, what); };
            row("a form") << QByteArray(path) << QByteArray(form) << QByteArray("id=123456&lat=1&lon=2") << 200
                          << QByteArray() << 1;
            row("a heartbeat") << QByteArray(path) << QByteArray(form) << QByteArray("id=123456&batt=3") << 200
                               << QByteArray() << 0;
            row("nobody's phone") << QByteArray(path) << QByteArray(form) << QByteArray("id=7&lat=1&lon=2") << 400
                                  << QByteArray() << 0;
            row("nobody's heartbeat") << QByteArray(path) << QByteArray(form) << QByteArray("id=7") << 400
                                      << QByteArray() << 0;
            row("no id") << QByteArray(path) << QByteArray(form) << QByteArray("lat=1&lon=2") << 400 << QByteArray()
                         << 0;
            row("nothing") << QByteArray(path) << QByteArray(form) << QByteArray() << 400 << QByteArray() << 0;
            row("nobody's JSON") << QByteArray(path) << QByteArray(json) << QByteArray(R"({"device_id":"7"})") << 404
                                 << QByteArray() << 0;
            row("JSON") << QByteArray(path) << QByteArray(json)
                        << QByteArray(R"({"device_id":"123456","location":{"coords":{"latitude":1,"longitude":2}}})")
                        << 200 << QByteArray() << 1;
            row("a batch") << QByteArray(path) << QByteArray(json)
                           << QByteArray(R"([{"device_id":"123456","location":{"coords":{"latitude":1,"longitude":2}}},
                                             {"device_id":"123456","location":{"coords":{"latitude":1,"longitude":2}}},
                                             {"device_id":"123456"},{"device_id":"7"},{"device_id":"123456","location":9}])")
                           << 200 << QByteArray(R"({"duplicate":1,"refused":2,"stored":1})") << 1;
            row("an empty batch") << QByteArray(path) << QByteArray(json) << QByteArray("[]") << 200
                                  << QByteArray(R"({"duplicate":0,"refused":0,"stored":0})") << 0;
            row("too large") << QByteArray(path) << QByteArray(json) << QByteArray(9'000'000, ' ') << 413
                             << QByteArray() << 0;
        }
        for (const auto *path : {"/pub", "/fixes/owntracks"}) {
            const auto row = [path](const char *what) -> QTestData & { return QTest::addRow("%s %s", path, what); };
            row("a location") << QByteArray(path) << QByteArray(json) << location << 200 << QByteArray("[]") << 1;
            row("without content type") << QByteArray(path) << QByteArray() << location << 200 << QByteArray("[]") << 1;
            row("nobody's") << QByteArray(path) << QByteArray(json) << stranger << 400 << QByteArray() << 0;
            row("a last will") << QByteArray(path) << QByteArray(json) << lwt << 200 << QByteArray("[]") << 0;
            row("nothing") << QByteArray(path) << QByteArray(json) << QByteArray() << 200 << QByteArray("[]") << 0;
            row("junk") << QByteArray(path) << QByteArray(json) << QByteArray("{{") << 400 << QByteArray() << 0;
            row("a batch") << QByteArray(path) << QByteArray(json)
                           << QByteArray("[" + location + "," + stranger + "," + lwt + "]") << 200
                           << QByteArray(R"({"duplicate":0,"refused":1,"stored":1})") << 1;
        }
    }

    void answersAsTheAppsExpect()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, contentType);
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        QFETCH(const QByteArray, answer);
        QFETCH(const int, stored);

        const auto got = post(path, contentType, body);

        QCOMPARE(got.status, status);
        if (status == 200)
            QCOMPARE(got.body, answer);
        else
            QVERIFY(!QJsonDocument::fromJson(got.body).object()["detail"_L1].toString().isEmpty());
        QCOMPARE(static_cast<int>(m_sink.fixes.size()), stored);
    }

    void knowsWhosePhoneItIs()
    {
        QCOMPARE(post("/", form, "id=123456&lat=-34.9&lon=-56.1&timestamp=1773324420").status, 200);
        QCOMPARE(m_sink.fixes.size(), 1U);
        QCOMPARE(m_sink.fixes[0].driver, DriverId(u"carla"_s));
        QCOMPARE(m_sink.fixes[0].where, QGeoCoordinate(-34.9, -56.1));
        QCOMPARE(m_sink.fixes[0].fixedAt, m_clock.now());
    }

    void believesTheHeaderBeforeTheTopic()
    {
        const QByteArray eve(R"({"_type":"location","lat":1,"lon":2,"tst":1773324420,"topic":"owntracks/eve/phone"})");
        QCOMPARE(post("/pub", json, eve, "jane").status, 200);
        QCOMPARE(m_sink.fixes.at(0).driver, DriverId(u"jane"_s));
    }

    void asksAPhoneWhereItIs_data()
    {
        const QByteArray old =
            R"({"_type":"location","lat":1,"lon":2,"tst":1773324000,"topic":"owntracks/jane/phone"})";
        const QByteArray fresh =
            R"({"_type":"location","lat":1,"lon":2,"tst":1773324420,"topic":"owntracks/jane/phone"})";
        const QByteArray other = R"({"_type":"lwt","tst":1773324420,"topic":"owntracks/jane/phone"})";
        const auto now = m_clock.now();
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QDateTime>("askedAt");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("nobody asks") << old << QDateTime() << false;
        QTest::newRow("has not said so since") << old << now.addSecs(-60) << true;
        QTest::newRow("a message that is no position") << other << now.addSecs(-60) << true;
        QTest::newRow("says so just now") << fresh << now.addSecs(-60) << false;
        QTest::newRow("asked at that very second") << fresh << now << false;
        QTest::newRow("by a desk whose clock is ahead") << fresh << now.addSecs(60) << true;
        QTest::newRow("by one that is a day ahead") << fresh << now.addDays(1) << false;
        QTest::newRow("just within half an hour") << other << now.addSecs(-1'800) << true;
        QTest::newRow("long ago") << other << now.addSecs(-1'801) << false;
        QTest::newRow("about another") << QByteArray(old).replace("jane", "eve") << now.addSecs(-60) << false;
        QTest::newRow("nothing was sent") << QByteArray() << now.addSecs(-60) << false;
    }

    void asksAPhoneWhereItIs()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QDateTime, askedAt);
        QFETCH(const bool, isTold);
        m_drivers.askedAt.insert(DriverId(u"jane"_s), askedAt);
        const auto answer = post("/pub", json, body);
        QCOMPARE(answer.body.contains("reportLocation"), isTold);
        QVERIFY(!post("/pub", json, body).body.contains("reportLocation")); // once in a while only
        QVERIFY(!isTold || QJsonDocument::fromJson(answer.body).array().at(0)["_type"_L1] == "cmd"_L1);
        m_drivers.askedAt.clear();
        QVERIFY(!post("/pub", json, body).body.contains("reportLocation"));
    }

    void doesNotSayYesBeforeItIsOnDisk_data()
    {
        QTest::addColumn<Error>("problem");
        QTest::addColumn<int>("status");
        QTest::newRow("full queue") << Error{.kind = Error::Kind::Offline, .detail = u"full"_s} << 503;
        QTest::newRow("full disk") << Error{.kind = Error::Kind::Storage, .detail = u"disk"_s} << 500;
        QTest::newRow("stopping") << Error{.kind = Error::Kind::Stopped, .detail = u"bye"_s} << 503;
    }

    void doesNotSayYesBeforeItIsOnDisk()
    {
        QFETCH(const Error, problem);
        QFETCH(const int, status);
        m_sink.problem = problem;

        QCOMPARE(post("/", form, "id=123456&lat=1&lon=2").status, status);
        QCOMPARE(post("/pub", json,
                      R"({"_type":"location","lat":1,"lon":2,"tst":1773324420,"topic":"owntracks/jane/phone"})")
                     .status,
                 status);
    }

    void holdsBackADeviceThatLostItsMind()
    {
        int throttled = 0;
        for (int i = 0; i < 8'000; ++i)
            throttled += post("/", form, "id=123456").status == 429 ? 1 : 0;
        QVERIFY(throttled > 100);
        QCOMPARE(post("/pub", json,
                      R"({"_type":"location","lat":1,"lon":2,"tst":1773324420,"topic":"owntracks/jane/phone"})")
                     .status,
                 200);
    }
};

QTEST_APPLESS_MAIN(IngestTest)
#include "tst_ingest.moc"
