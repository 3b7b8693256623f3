// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/placeroutes.h"

#include <QJsonDocument>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Nominatim;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Doorstep::Nominatim::Parameters)

namespace {

Place rambla()
{
    return {.id = 4711,
            .kind = Place::Kind::House,
            .address = {.street = u"Rambla Wilson"_s,
                        .houseNumber = u"2210"_s,
                        .suburb = u"Punta Carretas"_s,
                        .city = u"Montevideo"_s,
                        .postcode = u"11300"_s},
            .countryCode = u"uy"_s,
            .at = QGeoCoordinate(-34.9251, -56.1602),
            .box = {.west = -56.1602, .south = -34.9251, .east = -56.1602, .north = -34.9251},
            .score = 0.98,
            .category = u"place"_s,
            .type = u"house"_s,
            .osmType = u"node"_s,
            .osmId = 944'754'063};
}

/// Answers what it was told to, and notes what it was asked.
class CannedPlaces : public PlaceService
{
public:
    Result<QList<Place>> search(const PlaceQuery &query) const override
    {
        asked = query;
        return answer;
    }
    Result<Place> reverse(const QGeoCoordinate &, PlaceDetail) const override
    {
        if (!answer)
            return std::unexpected(answer.error());
        if (answer->isEmpty())
            return failure(Error::Kind::NotFound, u"nothing"_s);
        return answer->first();
    }
    QString attribution() const override { return u"© OpenStreetMap contributors"_s; }

    Result<QList<Place>> answer;
    mutable PlaceQuery asked;
};

} // namespace

class NominatimDialectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void refusesBadQuestions_data()
    {
        QTest::addColumn<Parameters>("parameters");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << Parameters{} << u"Nothing to search for."_s;
        QTest::newRow("blank") << Parameters{{u"q"_s, u"  "_s}} << u"Nothing to search for."_s;
        QTest::newRow("free and structured")
            << Parameters{{u"q"_s, u"Ejido"_s}, {u"city"_s, u"Montevideo"_s}} << u"cannot be used together"_s;
        QTest::newRow("limit of words") << Parameters{{u"q"_s, u"x"_s}, {u"limit"_s, u"ten"_s}} << u"'limit'"_s;
        QTest::newRow("limit not finite") << Parameters{{u"q"_s, u"x"_s}, {u"limit"_s, u"nan"_s}} << u"'limit'"_s;
        QTest::newRow("three corners") << Parameters{{u"q"_s, u"x"_s}, {u"viewbox"_s, u"1,2,3"_s}} << u"'viewbox'"_s;
        QTest::newRow("corners of words")
            << Parameters{{u"q"_s, u"x"_s}, {u"viewbox"_s, u"a,b,c,d"_s}} << u"'viewbox'"_s;
        QTest::newRow("corner at infinity")
            << Parameters{{u"q"_s, u"x"_s}, {u"viewbox"_s, u"inf,0,1,1"_s}} << u"'viewbox'"_s;
        QTest::newRow("format") << Parameters{{u"q"_s, u"x"_s}, {u"format"_s, u"xml"_s}} << u"'format'"_s;
    }

    void refusesBadQuestions()
    {
        QFETCH(const Parameters, parameters);
        QFETCH(const QString, says);
        const auto request = searchRequest(parameters);
        QVERIFY(!request);
        QCOMPARE(request.error().kind, Error::Kind::Malformed);
        QVERIFY2(request.error().detail.contains(says), qPrintable(request.error().detail));
    }

    void understandsWhatQtLocationAsks()
    {
        const auto request = searchRequest({{u"q"_s, u"Rambla Wilson 2210, Montevideo"_s},
                                            {u"format"_s, u"json"_s},
                                            {u"accept-language"_s, u"es"_s},
                                            {u"viewbox"_s, u"-56.3,-34.8,-56.0,-34.95"_s},
                                            {u"bounded"_s, u"1"_s},
                                            {u"polygon_geojson"_s, u"1"_s},
                                            {u"addressdetails"_s, u"1"_s},
                                            {u"exclude_place_ids"_s, u"12,N7,99,x,"_s},
                                            {u"limit"_s, u"500"_s}});
        QVERIFY(request);
        QCOMPARE(request->query.text, u"Rambla Wilson 2210, Montevideo"_s);
        QCOMPARE(request->format, Format::Json);
        QVERIFY(request->addressDetails);
        QCOMPARE(request->query.limit, 40);
        QVERIFY(request->query.bounded);
        QCOMPARE(request->query.box, (PlaceBox{.west = -56.3, .south = -34.95, .east = -56.0, .north = -34.8}));
        QCOMPARE(request->query.exclude, (QList<qint64>{12, 99}));
    }

    void holdsTheLimit_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<int>("limit");
        QTest::newRow("none") << QString() << 10;
        QTest::newRow("zero") << u"0"_s << 1;
        QTest::newRow("negative") << u"-7"_s << 1;
        QTest::newRow("huge") << u"1e300"_s << 40;
    }

    void holdsTheLimit()
    {
        QFETCH(const QString, asked);
        QTEST(searchRequest({{u"q"_s, u"x"_s}, {u"limit"_s, asked}})->query.limit, "limit");
    }

    void readsStructuredQuestions()
    {
        const auto request = searchRequest({{u"street"_s, u"2210 Rambla Wilson"_s},
                                            {u"city"_s, u"Montevideo"_s},
                                            {u"country"_s, u"Uruguay"_s},
                                            {u"postalcode"_s, u"11300"_s},
                                            {u"countrycodes"_s, u"UY"_s},
                                            {u"layer"_s, u"address"_s}});
        QVERIFY(request);
        QCOMPARE(request->query.street, u"2210 Rambla Wilson"_s);
        QCOMPARE(request->query.postcode, u"11300"_s);
        QCOMPARE(request->query.countryCode, u"uy"_s);
        QVERIFY(request->query.addresses);
        QVERIFY(!request->query.pois);
    }

    void writesWhatClientsRead()
    {
        const auto json = toJson(rambla(), Format::JsonV2, true, u"© OpenStreetMap contributors"_s);
        QCOMPARE(json[u"lat"_s], QJsonValue(u"-34.9251000"_s));
        QCOMPARE(json[u"lon"_s], QJsonValue(u"-56.1602000"_s));
        QCOMPARE(json[u"place_id"_s].toInteger(), 4711);
        QCOMPARE(json[u"osm_type"_s].toString(), u"node"_s);
        QCOMPARE(json[u"osm_id"_s].toInteger(), 944'754'063);
        QCOMPARE(json[u"category"_s].toString(), u"place"_s);
        QCOMPARE(json[u"place_rank"_s].toInt(), 30);
        QCOMPARE(json[u"display_name"_s].toString(),
                 u"2210, Rambla Wilson, Punta Carretas, Montevideo, 11300, Uruguay"_s);
        const auto box = json[u"boundingbox"_s].toArray();
        QCOMPARE(box.size(), 4);
        QVERIFY(box.at(0).isString());
        QVERIFY(box.at(0).toString().toDouble() < box.at(1).toString().toDouble()); // south before north
        QVERIFY(box.at(2).toString().toDouble() < box.at(3).toString().toDouble());
        const auto address = json[u"address"_s].toObject();
        QCOMPARE(address[u"house_number"_s].toString(), u"2210"_s);
        QCOMPARE(address[u"road"_s].toString(), u"Rambla Wilson"_s);
        QCOMPARE(address[u"country_code"_s].toString(), u"uy"_s);
        QCOMPARE(json[u"doorstep:score"_s].toDouble(), 0.98);
        QCOMPARE(json[u"doorstep:kind"_s].toString(), u"house"_s);

        const auto plain = toJson(rambla(), Format::Json, false, {});
        QCOMPARE(plain[u"class"_s].toString(), u"place"_s);
        QVERIFY(!plain.contains(u"address"_s));
    }

    void saysThatAHouseWasInterpolated()
    {
        auto place = rambla();
        place.kind = Place::Kind::Interpolated;
        place.osmType.clear();
        place.accuracyMeters = 24.6;
        const auto json = toJson(place, Format::JsonV2, true, {});
        QCOMPARE(json[u"doorstep:kind"_s].toString(), u"interpolated"_s);
        QCOMPARE(json[u"doorstep:accuracy"_s].toInt(), 25);
        QVERIFY(!json.contains(u"osm_id"_s));
    }

    void readsItsOwnWords()
    {
        const auto place = rambla();
        const auto back = placeFromJson(toJson(place, Format::JsonV2, true, {}));
        QVERIFY(back);
        QCOMPARE(back->kind, place.kind);
        QCOMPARE(back->id, place.id);
        QCOMPARE(back->at, place.at);
        QCOMPARE(back->score, place.score);
        QCOMPARE(back->address.line(), place.address.line());
        QCOMPARE(back->osmId, place.osmId);
    }

    void refusesWhatIsNoPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("no longitude") << QByteArray(R"({"lat":"-34.9"})");
        QTest::newRow("words") << QByteArray(R"({"lat":"south","lon":"west"})");
        QTest::newRow("off the globe") << QByteArray(R"({"lat":"-134.9","lon":"-56.1"})");
        QTest::newRow("not finite") << QByteArray(R"({"lat":"nan","lon":"inf"})");
        QTest::newRow("list for a number") << QByteArray(R"({"lat":["-34.9"],"lon":"-56.1"})");
        QTest::newRow("box of three") << QByteArray(R"({"lat":"-34.9","lon":"-56.1","boundingbox":["1","2","3"]})");
        QTest::newRow("box of words") << QByteArray(R"({"lat":"-34.9","lon":"-56.1","boundingbox":["a","b","c","d"]})");
        QTest::newRow("score above one") << QByteArray(R"({"lat":"-34.9","lon":"-56.1","doorstep:score":1.5})");
        QTest::newRow("score of words") << QByteArray(R"({"lat":"-34.9","lon":"-56.1","doorstep:score":"high"})");
    }

    void refusesWhatIsNoPlace()
    {
        QFETCH(const QByteArray, json);
        const auto place = placeFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!place);
        QCOMPARE(place.error().kind, Error::Kind::Malformed);
    }

    void answersCalls_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<Parameters>("parameters");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("has");
        const Parameters ejido{{u"q"_s, u"Ejido"_s}};
        const Parameters here{{u"lat"_s, u"-34.9"_s}, {u"lon"_s, u"-56.1"_s}};
        QTest::newRow("search") << u"/nominatim/search"_s << ejido << 200 << QByteArray("[{");
        QTest::newRow("search.php") << u"/search.php"_s << ejido << 200 << QByteArray("[{");
        QTest::newRow("search for nothing")
            << u"/nominatim/search"_s << Parameters{} << 400 << QByteArray("\"code\":400");
        QTest::newRow("reverse") << u"/nominatim/reverse"_s << here << 200 << QByteArray("\"road\":\"Rambla Wilson\"");
        QTest::newRow("reverse nowhere") << u"/nominatim/reverse"_s
                                         << Parameters{{u"lat"_s, u"91"_s}, {u"lon"_s, u"0"_s}} << 400
                                         << QByteArray("'lat'");
        QTest::newRow("reverse of words")
            << u"/nominatim/reverse"_s << Parameters{{u"lat"_s, u"1"_s}, {u"lon"_s, u"x"_s}} << 400
            << QByteArray("'lon'");
        QTest::newRow("status") << u"/nominatim/status"_s << Parameters{} << 200 << QByteArray("\"status\":0");
        QTest::newRow("unknown") << u"/nominatim/lookup"_s << Parameters{} << 404 << QByteArray("\"code\":404");
        QTest::newRow("no path") << QString() << Parameters{} << 404 << QByteArray("error");
    }

    void answersCalls()
    {
        QFETCH(const QString, path);
        QFETCH(const Parameters, parameters);
        QFETCH(const QByteArray, has);
        CannedPlaces places;
        places.answer = QList{rambla()};
        const auto answer = answerPlaces(places, path, parameters);
        QTEST(answer.status, "status");
        QVERIFY2(answer.json.contains(has), answer.json.constData());
    }

    void saysWhatWentWrong()
    {
        CannedPlaces places;
        places.answer = failure(Error::Kind::Storage, u"/secret/path is broken"_s);
        const auto broken = answerPlaces(places, u"/nominatim/search", {{u"q"_s, u"Ejido"_s}});
        QCOMPARE(broken.status, 500);
        QVERIFY(!broken.json.contains("secret"));
        places.answer = failure(Error::Kind::Offline, u"gone"_s);
        QCOMPARE(answerPlaces(places, u"/nominatim/search", {{u"q"_s, u"Ejido"_s}}).status, 503);
        places.answer = QList<Place>{};
        const auto nothing = answerPlaces(places, u"/nominatim/reverse", {{u"lat"_s, u"0"_s}, {u"lon"_s, u"0"_s}});
        QCOMPARE(nothing.status, 200);
        QCOMPARE(nothing.json, QByteArray(R"({"error":"Unable to geocode"})"));
    }
};

QTEST_APPLESS_MAIN(NominatimDialectTest)

#include "tst_nominatimdialect.moc"
