// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/closurewire.h"
#include "models/wire/depotwire.h"
#include "models/wire/driverwire.h"
#include "models/wire/fixwire.h"
#include "models/wire/forecastwire.h"
#include "models/wire/orderwire.h"
#include "models/wire/parcelwire.h"
#include "models/wire/problemwire.h"
#include "models/wire/rawjson.h"
#include "models/wire/routepathwire.h"
#include "models/wire/routewire.h"
#include "models/wire/sessionwire.h"
#include "models/wire/sitewire.h"
#include "models/wire/stopdetailswire.h"
#include "models/wire/stopwire.h"
#include "models/wire/userwire.h"
#include "models/wire/vehiclewire.h"
#include "tests/support/samples.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

Wire::Session someSession()
{
    return {.token = u"secret"_s,
            .expiresAt = at(22),
            .user = someUser(),
            .feeds = {FeedId(u"organisation"_s), FeedId(u"depot-aguada"_s)}};
}

Wire::Problem someProblem()
{
    return {.status = 422,
            .code = u"bad_field"_s,
            .title = u"A field is wrong"_s,
            .detail = u"give a place on the globe"_s,
            .field = u"where"_s};
}

/// What a codec does with an object: the error, or the object it writes again.
using RoundTrip = std::function<Result<QJsonObject>(const QJsonObject &)>;

template <auto read>
Result<QJsonObject> roundTrip(const QJsonObject &json)
{
    return read(json).transform([](const auto &value) { return Wire::toJson(value); });
}

struct Codec
{
    const char *name = nullptr;
    QJsonObject written; ///< What it makes of a sample with every field set.
    RoundTrip roundTrip;
};

QList<Codec> codecs()
{
    return {
        {.name = "depot", .written = Wire::toJson(someDepot()), .roundTrip = roundTrip<Wire::depotFromJson>},
        {.name = "driver", .written = Wire::toJson(someDriver()), .roundTrip = roundTrip<Wire::driverFromJson>},
        {.name = "vehicle", .written = Wire::toJson(someVehicle()), .roundTrip = roundTrip<Wire::vehicleFromJson>},
        {.name = "user", .written = Wire::toJson(someUser()), .roundTrip = roundTrip<Wire::userFromJson>},
        {.name = "order", .written = Wire::toJson(someOrder()), .roundTrip = roundTrip<Wire::orderFromJson>},
        {.name = "parcel", .written = Wire::toJson(someParcel()), .roundTrip = roundTrip<Wire::parcelFromJson>},
        {.name = "stop", .written = Wire::toJson(someStop()), .roundTrip = roundTrip<Wire::stopFromJson>},
        {.name = "closure", .written = Wire::toJson(someClosure()), .roundTrip = roundTrip<Wire::closureFromJson>},
        {.name = "route", .written = Wire::toJson(someRoute()), .roundTrip = roundTrip<Wire::routeFromJson>},
        {.name = "path", .written = Wire::toJson(someRoutePath()), .roundTrip = roundTrip<Wire::routePathFromJson>},
        {.name = "forecast", .written = Wire::toJson(someForecast()), .roundTrip = roundTrip<Wire::forecastFromJson>},
        {.name = "fix", .written = Wire::toJson(someFix()), .roundTrip = roundTrip<Wire::fixFromJson>},
        {.name = "session", .written = Wire::toJson(someSession()), .roundTrip = roundTrip<Wire::sessionFromJson>},
        {.name = "problem", .written = Wire::toJson(someProblem()), .roundTrip = roundTrip<Wire::problemFromJson>},
    };
}

QJsonObject golden(const QString &name)
{
    QFile file(QStringLiteral(DOORSTEP_TEST_DATA "/wire/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// The keys that a codec can do without, per golden file.
QStringList optionalKeys(const QString &codec)
{
    static const QHash<QString, QStringList> keys{
        {u"driver"_s, {u"phone"_s, u"device_id"_s}},
        {u"user"_s, {u"driver"_s}},
        {u"order"_s, {u"phone"_s, u"email"_s, u"window"_s}},
        {u"stop"_s,
         {u"route"_s, u"where"_s, u"window"_s, u"phone"_s, u"instructions"_s, u"gate_code"_s, u"failure"_s, u"note"_s,
          u"preferences"_s, u"check_in"_s, u"promises"_s, u"drop_off_risk"_s, u"scheduled_arrival"_s,
          u"actual_arrival"_s, u"actual_departure"_s, u"completed_at"_s}},
        {u"closure"_s, {u"from"_s, u"to"_s, u"note"_s}},
        {u"path"_s, {u"avoids"_s}},
        {u"route"_s, {u"scheduled_end"_s, u"actual_start"_s, u"actual_end"_s}},
        {u"forecast"_s, {u"next_stop"_s, u"slack_s"_s, u"last_seen"_s}},
        {u"fix"_s,
         {u"accuracy_m"_s, u"speed_mps"_s, u"heading"_s, u"battery"_s, u"charging"_s, u"mocked"_s, u"clock_suspect"_s}},
        {u"session"_s, {u"token"_s}},
        {u"problem"_s, {u"title"_s, u"detail"_s, u"field"_s, u"type"_s}},
    };
    return keys.value(codec);
}

} // namespace

Q_DECLARE_METATYPE(Codec)

class WireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void writesAndReadsItsGoldenFile_data() { everyCodec(); }
    void writesAndReadsItsGoldenFile()
    {
        QFETCH(const Codec, codec);
        const auto expected = golden(QString::fromLatin1(codec.name));
        QVERIFY2(!expected.isEmpty(), "no golden file");

        QCOMPARE(QString::fromUtf8(QJsonDocument(codec.written).toJson()),
                 QString::fromUtf8(QJsonDocument(expected).toJson()));
        const auto again = codec.roundTrip(expected);
        QVERIFY2(again, qPrintable(again ? QString() : again.error().detail));
        QCOMPARE(QString::fromUtf8(QJsonDocument(*again).toJson()),
                 QString::fromUtf8(QJsonDocument(expected).toJson()));
    }

    void ignoresUnknownKeys_data() { everyCodec(); }
    void ignoresUnknownKeys()
    {
        QFETCH(const Codec, codec);
        auto json = golden(QString::fromLatin1(codec.name));
        const auto expected = json;
        json.insert("from_the_future"_L1, QJsonObject{{u"deep"_s, QJsonArray{1, 2, 3}}});
        QCOMPARE(codec.roundTrip(json), Result<QJsonObject>(expected));
    }

    void doesWithoutOptionalKeysAndNamesAMissingOne_data() { everyCodec(); }
    void doesWithoutOptionalKeysAndNamesAMissingOne()
    {
        QFETCH(const Codec, codec);
        const auto whole = golden(QString::fromLatin1(codec.name));
        for (const auto &key : whole.keys()) {
            auto json = whole;
            json.remove(key);
            const auto answer = codec.roundTrip(json);
            const bool isOptional = optionalKeys(QString::fromLatin1(codec.name)).contains(key);
            QVERIFY2(answer.has_value() == isOptional, qPrintable(key));
            if (!answer) {
                QCOMPARE(answer.error().kind, Error::Kind::Malformed);
                QVERIFY2(answer.error().detail.contains(u"'%1'"_s.arg(key)), qPrintable(answer.error().detail));
            }
        }
    }

    void refusesEveryKeyWithAWrongType_data() { everyCodec(); }
    void refusesEveryKeyWithAWrongType()
    {
        QFETCH(const Codec, codec);
        const auto whole = golden(QString::fromLatin1(codec.name));
        const QString megabyte(1'000'000, u'x');
        for (const auto &key : whole.keys()) {
            if (key == "type"_L1)
                continue; // a problem's `type` is for browsers; we go by `code`
            for (const QJsonValue &wrong :
                 {QJsonValue(QJsonValue::Null), whole.value(key).isString() ? QJsonValue(7) : QJsonValue(u"seven"_s),
                  QJsonValue(QJsonObject{{u"a"_s, 1}}), QJsonValue(QJsonArray{QJsonArray{QJsonArray{}}}),
                  QJsonValue(megabyte)}) {
                const QStringList loose{u"window"_s, u"preferences"_s, u"check_in"_s};
                if (wrong.isObject() && whole.value(key).isObject() && loose.contains(key))
                    continue; // all in it is optional
                auto json = whole;
                json.insert(key, wrong);
                const auto answer = codec.roundTrip(json);
                QVERIFY2(!answer, qPrintable(key));
                QCOMPARE(answer.error().kind, Error::Kind::Malformed);
                QVERIFY(answer.error().detail.size() < 200);
            }
        }
    }

    void bringsAnEntrance()
    {
        auto stop = Test::someStop();
        stop.entrance = stop.where.atDistanceAndAzimuth(80.0, 90.0);
        const auto read = Wire::stopFromJson(Wire::toJson(stop));
        QVERIFY(read);
        QVERIFY(read->entrance.distanceTo(stop.entrance) < 0.2);
        const SiteFacts facts{.where = stop.where, .entrance = stop.where};
        QCOMPARE(Wire::siteFactsFromJson(Wire::toJson(facts)).value(), facts);
        for (const auto &entrance : {stop.where, QGeoCoordinate()}) { // none is said, too
            const StopDetails details{.entrance = entrance};
            QCOMPARE(Wire::stopDetailsFromJson(Wire::toJson(details)).value(), details);
        }
        QVERIFY(!Wire::stopDetailsFromJson({}).value().entrance);
    }

    void refusesWhatIsNoEntrance_data()
    {
        QTest::addColumn<QJsonValue>("entrance");
        QTest::newRow("off the globe") << QJsonValue(QJsonArray{-56.1, 91.0});
        QTest::newRow("half a place") << QJsonValue(QJsonArray{-56.1});
        QTest::newRow("three coordinates") << QJsonValue(QJsonArray{-56.1, -34.9, 12.0});
        QTest::newRow("without bounds") << QJsonValue(QJsonArray{1e308, 1e308});
        QTest::newRow("words") << QJsonValue(u"round the corner"_s);
        QTest::newRow("null") << QJsonValue();
    }
    void refusesWhatIsNoEntrance()
    {
        QFETCH(const QJsonValue, entrance);
        auto json = Wire::toJson(Test::someStop());
        json.insert("entrance"_L1, entrance);
        QVERIFY(!Wire::stopFromJson(json));
        QVERIFY(!Wire::stopDetailsFromJson({{u"entrance"_s, entrance}}));
        QVERIFY(!Wire::siteFactsFromJson({{u"where"_s, QJsonArray{-56.1, -34.9}}, {u"entrance"_s, entrance}}));
    }

    void refusesValuesOutOfRange_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");

        QTest::newRow("latitude 91") << u"stop"_s << u"where"_s << QJsonValue(QJsonArray{-56.1, 91.0});
        QTest::newRow("longitude 181") << u"fix"_s << u"where"_s << QJsonValue(QJsonArray{181.0, 0.0});
        QTest::newRow("half a place") << u"fix"_s << u"where"_s << QJsonValue(QJsonArray{1.0});
        QTest::newRow("three coordinates") << u"fix"_s << u"where"_s << QJsonValue(QJsonArray{1.0, 1.0, 1.0});
        QTest::newRow("words for a place") << u"fix"_s << u"where"_s << QJsonValue(QJsonArray{u"1"_s, u"2"_s});
        QTest::newRow("empty id") << u"stop"_s << u"id"_s << QJsonValue(u""_s);
        QTest::newRow("id of 65") << u"stop"_s << u"id"_s << QJsonValue(QString(65, u'a'));
        QTest::newRow("id with a slash") << u"stop"_s << u"id"_s << QJsonValue(u"../etc"_s);
        QTest::newRow("id with a quote") << u"driver"_s << u"depot"_s << QJsonValue(u"a\"b"_s);
        QTest::newRow("empty optional id") << u"stop"_s << u"route"_s << QJsonValue(u""_s);
        QTest::newRow("score above one") << u"stop"_s << u"where_score"_s << QJsonValue(1.5);
        QTest::newRow("negative attempts") << u"stop"_s << u"attempts"_s << QJsonValue(-1);
        QTest::newRow("half an attempt") << u"stop"_s << u"attempts"_s << QJsonValue(0.5);
        QTest::newRow("huge attempts") << u"stop"_s << u"attempts"_s << QJsonValue(1e300);
        QTest::newRow("a century of service") << u"stop"_s << u"service_s"_s << QJsonValue(3'000'000'000.0);
        QTest::newRow("negative weight") << u"parcel"_s << u"weight_kg"_s << QJsonValue(-0.1);
        QTest::newRow("infinite weight") << u"parcel"_s << u"weight_kg"_s << QJsonValue(1e308);
        QTest::newRow("unknown status") << u"stop"_s << u"status"_s << QJsonValue(u"Planned"_s);
        QTest::newRow("empty failure") << u"stop"_s << u"failure"_s << QJsonValue(u""_s);
        QTest::newRow("unknown role") << u"user"_s << u"roles"_s << QJsonValue(QJsonArray{u"root"_s});
        QTest::newRow("too many roles") << u"user"_s << u"roles"_s << QJsonValue(manyOf(u"admin"_s, 17));
        QTest::newRow("too many stops") << u"route"_s << u"stops"_s << QJsonValue(manyOf(u"s"_s, 5'001));
        QTest::newRow("31 February") << u"route"_s << u"day"_s << QJsonValue(u"2026-02-31"_s);
        QTest::newRow("window upside down")
            << u"stop"_s << u"window"_s
            << QJsonValue(QJsonObject{{u"from"_s, u"2026-03-12T15:00:00Z"_s}, {u"to"_s, u"2026-03-12T14:00:00Z"_s}});
        QTest::newRow("heading 361") << u"fix"_s << u"heading"_s << QJsonValue(361.0);
        QTest::newRow("battery of 41 percent") << u"fix"_s << u"battery"_s << QJsonValue(41);
        QTest::newRow("flag as a number") << u"fix"_s << u"mocked"_s << QJsonValue(1);
        QTest::newRow("leg that is no polyline") << u"path"_s << u"legs"_s << QJsonValue(QJsonArray{u"_p~iF"_s});
        QTest::newRow("slack of years") << u"forecast"_s << u"slack_s"_s << QJsonValue(1e9);
        QTest::newRow("stop of a forecast") << u"forecast"_s << u"stops"_s << QJsonValue(QJsonArray{7});
        QTest::newRow("status of a problem") << u"problem"_s << u"status"_s << QJsonValue(99);
        QTest::newRow("address without text") << u"stop"_s << u"address"_s << QJsonValue(QJsonObject{});
    }

    void refusesValuesOutOfRange()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        auto json = golden(file);
        QVERIFY(json.contains(key));
        json.insert(key, value);
        for (const auto &codec : codecs()) {
            if (QString::fromLatin1(codec.name) != file)
                continue;
            const auto answer = codec.roundTrip(json);
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, Error::Kind::Malformed);
        }
    }

    void tellsWhatWentWrongFromAnAnswer()
    {
        const auto error =
            Wire::errorOf(410, R"({"status":410,"code":"cursor_expired","title":"x","detail":"snapshot"})");
        QCOMPARE(error.kind, Error::Kind::Gone);
        QVERIFY(error.detail.contains(u"cursor_expired"));
        QCOMPARE(Wire::errorOf(401, "<html>").kind, Error::Kind::Unauthorised);
        QVERIFY(Wire::errorOf(502, {}).isTransient());
        QVERIFY(Wire::errorOf(0, {}).isTransient());
        QCOMPARE(Wire::kindOf(418), Error::Kind::Refused);
        QCOMPARE(Wire::statusOf(Error::Kind::Forbidden), 403);
    }

private:
    static QJsonArray manyOf(const QString &word, int count)
    {
        QJsonArray array;
        for (int i = 0; i < count; ++i)
            array.append(word);
        return array;
    }
    static void everyCodec()
    {
        QTest::addColumn<Codec>("codec");
        for (const auto &codec : codecs())
            QTest::newRow(codec.name) << codec;
    }
};

QTEST_APPLESS_MAIN(WireTest)
#include "tst_wire.moc"
