// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/attempt.h"
#include "backend/commands/documents.h"
#include "backend/commands/placeorders.h"
#include "backend/commands/putplan.h"
#include "backend/store/sqlite/sqlitestore.h"
#include "models/domain/depot.h"
#include "models/domain/trackingnumber.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using drogon::sync_wait;

namespace {

const QDateTime now(QDate(2026, 3, 12), QTime(9, 0), QTimeZone::UTC);

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

constexpr auto depotPlan = R"({"depots":[{"id":"d1","name":"Depot","address":{"text":"x"},"where":[-56.1,-34.9],
    "time_zone":"America/Montevideo","roof":"red"}],
    "vehicles":[{"id":"v1","depot":"d1","name":"V","kind":"van","capacity_kg":800}],
    "drivers":[{"id":"a","depot":"d1","name":"Ana","device_id":"phone-a"},
               {"id":"b","depot":"d1","name":"Berta","device_id":"phone-b"}]})";

/// A depot with a van, two drivers and three orders.
class Town
{
public:
    Town()
        : store(*SqliteStore::open(directory.filePath(u"store.sqlite"_s)))
    {
        if (!put(object(depotPlan)))
            qFatal("no depot");
        for (const auto &order : place(3, 1)["orders"_L1].toArray())
            stops += order.toObject()["stop"_L1].toString();
    }
    Result<int> put(const QJsonObject &json) const
    {
        auto plan = planFromJson(json);
        if (!plan)
            return std::unexpected(plan.error());
        return sync_wait(putPlan(*store, std::move(*plan), {}, now));
    }
    QJsonObject place(int count, int parcels) const
    {
        QJsonArray orders;
        for (int i = 0; i < count; ++i) {
            QJsonArray boxes;
            for (int p = 0; p < parcels; ++p)
                boxes.append(QJsonObject{{u"weight_kg"_s, 1.0}});
            orders.append(QJsonObject{{u"depot"_s, u"d1"_s},
                                      {u"reference"_s, u"r%1"_s.arg(i)},
                                      {u"shop"_s, u"s"_s},
                                      {u"customer"_s, u"C"_s},
                                      {u"address"_s, QJsonObject{{u"text"_s, u"18 de julio 1"_s}}},
                                      {u"parcels"_s, boxes}});
        }
        auto parsed = newOrdersFromJson({{u"orders"_s, orders}}, now);
        return *sync_wait(placeOrders(*store, nullptr, std::move(*parsed), {}, now));
    }
    [[nodiscard]] static QJsonObject route(const QString &id, const QStringList &stops, const QString &driver = u"a"_s)
    {
        return {{u"id"_s, id},
                {u"depot"_s, u"d1"_s},
                {u"driver"_s, driver},
                {u"vehicle"_s, u"v1"_s},
                {u"day"_s, u"2026-03-12"_s},
                {u"scheduled_start"_s, u"2026-03-12T11:00:00.000Z"_s},
                {u"stops"_s, QJsonArray::fromStringList(stops)}};
    }
    [[nodiscard]] static QJsonObject routes(const QList<QJsonObject> &all)
    {
        QJsonArray array;
        for (const auto &one : all)
            array.append(one);
        return {{u"routes"_s, array}};
    }
    QJsonObject body(const QString &kind, const QString &id) const
    {
        const auto found = sync_wait(findInDepots(*store, kind, id));
        return found ? found->body : QJsonObject();
    }

    QTemporaryDir directory;
    std::unique_ptr<Store> store;
    QStringList stops;
};

} // namespace

class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void changesNothingTheSecondTime()
    {
        const Town town;
        QCOMPARE(*town.put(object(depotPlan)), 0);
        const auto plan = Town::routes({Town::route(u"r1"_s, town.stops)});
        QCOMPARE(*town.put(plan), 4); // the route and its stops
        QCOMPARE(*town.put(plan), 0);
    }

    void keepsKeysItDoesNotKnow()
    {
        Town town;
        const auto depot =
            sync_wait(findAll(*town.store, {{.feed = organisationFeed(), .kind = u"depot"_s, .id = u"d1"_s}}));
        QCOMPARE(depot->front().body["roof"_L1].toString(), u"red"_s);
    }

    void movesStopsBetweenRoutesOfOnePlan()
    {
        Town town;
        QVERIFY(town.put(Town::routes({Town::route(u"r1"_s, town.stops)})));
        const auto stolen = town.put(Town::routes({Town::route(u"r2"_s, town.stops.first(1), u"b"_s)}));
        QCOMPARE(stolen.error().kind, Error::Kind::Refused);
        QVERIFY(town.put(Town::routes(
            {Town::route(u"r1"_s, town.stops.sliced(2)), Town::route(u"r2"_s, town.stops.first(1), u"b"_s)})));
        QCOMPARE(town.body(u"stop"_s, town.stops[0])["route"_L1].toString(), u"r2"_s);
        QVERIFY(!town.body(u"stop"_s, town.stops[1]).contains("route"_L1)); // nobody's now
        QCOMPARE(town.body(u"stop"_s, town.stops[2])["route"_L1].toString(), u"r1"_s);
    }

    void givesStopsTheirScheduledArrivals()
    {
        Town town;
        auto route = Town::route(u"r1"_s, town.stops);
        route.insert(
            "schedule"_L1,
            QJsonObject{{town.stops[0], u"2026-03-12T11:20:00Z"_s}, {town.stops[1], u"2026-03-12T08:40:00-03:00"_s}});
        QCOMPARE(*town.put(Town::routes({route})), 4);
        QVERIFY(!town.body(u"route"_s, u"r1"_s).contains("schedule"_L1)); // it is the stops'
        const auto scheduled = [&](int stop) {
            return town.body(u"stop"_s, town.stops[stop])["scheduled_arrival"_L1].toString();
        };
        QCOMPARE(scheduled(0), u"2026-03-12T11:20:00.000Z"_s);
        QCOMPARE(scheduled(1), u"2026-03-12T11:40:00.000Z"_s);
        QCOMPARE(scheduled(2), QString());
        QCOMPARE(*town.put(Town::routes({route})), 0);
        QCOMPARE(*town.put(Town::routes({Town::route(u"r1"_s, town.stops)})), 0); // nothing said, nothing changed
        route.insert("schedule"_L1, QJsonObject{{town.stops[0], u"2026-03-12T11:25:00Z"_s}});
        QCOMPARE(*town.put(Town::routes({route})), 1);
        QCOMPARE(scheduled(0), u"2026-03-12T11:25:00.000Z"_s);
        QCOMPARE(scheduled(1), u"2026-03-12T11:40:00.000Z"_s);
    }

    void keepsWhatOnlyTheDayDecides()
    {
        const Town town;
        QVERIFY(town.put(Town::routes({Town::route(u"r1"_s, town.stops)})));
        auto underway = Town::route(u"r1"_s, town.stops);
        underway.insert("status"_L1, u"finished"_s);
        underway.insert("actual_start"_L1, u"2026-03-12T11:00:00.000Z"_s);
        QCOMPARE(*town.put(Town::routes({underway})), 0);
        QCOMPARE(town.body(u"route"_s, u"r1"_s)["status"_L1].toString(), u"planned"_s);
    }

    void keepsADeviceIdThatThePlanLeavesOut()
    {
        const Town town;
        const auto nameless = object(R"({"drivers":[{"id":"a","depot":"d1","name":"Ana"}]})");
        QCOMPARE(*town.put(nameless), 0);
        const auto swapped = object(R"({"drivers":[{"id":"a","depot":"d1","name":"Ana","device_id":"phone-b"},
            {"id":"b","depot":"d1","name":"Berta","device_id":"phone-a"}]})");
        QCOMPARE(*town.put(swapped), 2);
        const auto taken = object(R"({"drivers":[{"id":"c","depot":"d1","name":"C","device_id":"phone-a"}]})");
        QCOMPARE(town.put(taken).error().kind, Error::Kind::Conflict);
    }

    void refusesPlansThatCannotBe_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Error::Kind>("kind");
        using Kind = Error::Kind;
        QTest::newRow("not an array") << QByteArray(R"({"depots":{}})") << Kind::Malformed;
        QTest::newRow("not a depot") << QByteArray(R"({"depots":[7]})") << Kind::Malformed;
        QTest::newRow("a bad id") << QByteArray(
            R"({"vehicles":[{"id":"../x","depot":"d1","name":"V","kind":"van","capacity_kg":1}]})")
                                  << Kind::Malformed;
        QTest::newRow("one id twice") << QByteArray(R"({"drivers":[{"id":"x","depot":"d1","name":"A"},
            {"id":"x","depot":"d1","name":"A"}]})")
                                      << Kind::Malformed;
        QTest::newRow("a depot that is not")
            << QByteArray(R"({"drivers":[{"id":"x","depot":"nowhere","name":"A"}]})") << Kind::Refused;
        QTest::newRow("a stop that is not")
            << QByteArray(R"({"routes":[{"id":"r","depot":"d1","driver":"a","vehicle":"v1",
            "day":"2026-03-12","scheduled_start":"2026-03-12T11:00:00Z","stops":["none"]}]})")
            << Kind::Refused;
        QTest::newRow("a stop twice") << QByteArray(R"({"routes":[{"id":"r","depot":"d1","driver":"a","vehicle":"v1",
            "day":"2026-03-12","scheduled_start":"2026-03-12T11:00:00Z","stops":["s","s"]}]})")
                                      << Kind::Malformed;
        const auto scheduled = [](const QByteArray &schedule) {
            return R"({"routes":[{"id":"r","depot":"d1","driver":"a","vehicle":"v1","day":"2026-03-12",
                "scheduled_start":"2026-03-12T11:00:00Z","stops":["s"],"schedule":)"
                + schedule + "}]}";
        };
        QTest::newRow("a schedule that is a list") << scheduled("[]") << Kind::Malformed;
        QTest::newRow("a schedule without times") << scheduled(R"({"s":5})") << Kind::Malformed;
        QTest::newRow("a schedule of no time") << scheduled(R"({"s":"noon"})") << Kind::Malformed;
        QTest::newRow("a schedule of another's stop")
            << scheduled(R"({"t":"2026-03-12T11:00:00Z"})") << Kind::Malformed;
    }

    void refusesPlansThatCannotBe()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const Error::Kind, kind);
        Town town;
        const auto before = town.store->feeds();
        const auto done = town.put(object(json.constData()));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, kind);
        QCOMPARE(town.store->feeds(), before);
    }

    void givesEachParcelANumberOfItsOwn()
    {
        const Town town;
        QSet<QString> numbers;
        for (const auto &order :
             town.place(200, 5)["orders"_L1].toArray()) { // the first three were made before, of one parcel
            for (const auto &parcel : order.toObject()["parcels"_L1].toArray()) {
                const auto number = parcel.toObject()["tracking_number"_L1].toString();
                QVERIFY(parseTrackingNumber(number));
                numbers.insert(number);
            }
        }
        QCOMPARE(numbers.size(), 3 + 197 * 5);
    }

    void makesAnOrderOnce()
    {
        Town town;
        const auto feeds = town.store->feeds();
        const auto again = town.place(3, 1);
        QCOMPARE(town.store->feeds(), feeds);
        QCOMPARE(again["orders"_L1].toArray()[0].toObject()["stop"_L1].toString(), town.stops[0]);
    }

    void endsAVisitOnce()
    {
        Town town;
        const auto end = [&](const char *json) {
            auto attempt = attemptFromJson(StopId(town.stops[0]), object(json), now);
            if (!attempt)
                return Result<QByteArray>(std::unexpected(attempt.error()));
            const User desk{
                .id = UserId(u"u"_s), .name = {}, .fullName = {}, .roles = {User::Role::Dispatcher}, .driver = {}};
            return sync_wait(recordAttempt(*town.store, *attempt, desk, now));
        };
        constexpr auto delivered =
            R"({"outcome":"delivered","at":"2026-03-12T09:00:00Z","note":"n","where":[-56,-34.9]})";
        QVERIFY(end(delivered));
        const auto body = town.body(u"stop"_s, town.stops[0]);
        QCOMPARE(body["status"_L1].toString(), u"delivered"_s);
        QCOMPARE(body["attempts"_L1].toInt(), 1);
        QCOMPARE(body["completed_where"_L1].toArray().size(), 2);
        const auto feeds = town.store->feeds();
        QVERIFY(end(delivered));
        QCOMPARE(town.store->feeds(), feeds);
        QCOMPARE(end(R"({"outcome":"failed","at":"2026-03-12T09:00:00Z"})").error().kind, Error::Kind::Conflict);
        QCOMPARE(end(R"({"outcome":"delivered","at":"2026-03-12T09:02:01Z"})").error().kind,
                 Error::Kind::Malformed); // ahead
        QCOMPARE(end(R"({"outcome":"eaten","at":"2026-03-12T09:00:00Z"})").error().kind, Error::Kind::Malformed);
        QCOMPARE(end(R"({"outcome":"delivered","failure":"damaged","at":"2026-03-12T09:00:00Z"})").error().kind,
                 Error::Kind::Malformed);
    }

    void letsADriverEndOnlyTheirOwnVisits()
    {
        Town town;
        QVERIFY(town.put(Town::routes({Town::route(u"r1"_s, town.stops)})));
        const auto endAs = [&](const QString &driver) {
            const User user{.id = UserId(u"u"_s),
                            .name = {},
                            .fullName = {},
                            .roles = {User::Role::Driver},
                            .driver = DriverId(driver)};
            const auto attempt = attemptFromJson(StopId(town.stops[0]),
                                                 object(R"({"outcome":"delivered","at":"2026-03-12T09:00:00Z"})"), now);
            return sync_wait(recordAttempt(*town.store, *attempt, user, now));
        };
        QCOMPARE(endAs(u"b"_s).error().kind, Error::Kind::Forbidden);
        QCOMPARE(endAs({}).error().kind, Error::Kind::Forbidden);
        QVERIFY(endAs(u"a"_s));
    }
};

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
