// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/geojson.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Wire;
using namespace Qt::StringLiterals;

namespace {

const QByteArray square = "[[[-56.18,-34.9],[-56.17,-34.9],[-56.17,-34.89],[-56.18,-34.89],[-56.18,-34.9]]]";

QByteArray geometry(const QByteArray &coordinates, const QByteArray &type = "Polygon")
{
    return R"({"type":")" + type + R"(","coordinates":)" + coordinates + "}";
}

QByteArray feature(const QByteArray &geometry, const QByteArray &properties = "{}")
{
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

QByteArray collection(const QByteArrayList &features)
{
    return R"({"type":"FeatureCollection","features":[)" + features.join(',') + "]}";
}

QByteArray zigzag(int corners)
{
    QByteArrayList list;
    for (int i = 0; i < corners; ++i)
        list += "[" + QByteArray::number(-56.0 + i * 1e-5) + "," + QByteArray::number(-34.9 + (i % 2) * 1e-5) + "]";
    return "[[" + list.join(',') + "]]";
}

} // namespace

class GeoJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void readsAreas_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("areas");
        QTest::addColumn<int>("polygons");
        QTest::addColumn<QString>("name");
        QTest::newRow("a polygon") << geometry(square) << 1 << 1 << QString();
        QTest::newRow("several polygons")
            << geometry("[" + square + "," + square + "]", "MultiPolygon") << 1 << 2 << QString();
        QTest::newRow("a feature") << feature(geometry(square), R"({"name":" Flood  zone "})") << 1 << 1
                                   << u"Flood zone"_s;
        QTest::newRow("a title will do") << feature(geometry(square), R"({"title":"T","name":7})") << 1 << 1 << u"T"_s;
        QTest::newRow("a collection, with a point that is left out")
            << collection({feature(geometry("[1,2]", "Point")), feature(geometry(square)), feature("null")}) << 1 << 1
            << QString();
        QTest::newRow("height is ignored")
            << geometry("[[[-56.18,-34.9,12],[-56.17,-34.9,12],[-56.17,-34.89,12],[-56.18,-34.9,12]]]") << 1 << 1
            << QString();
    }
    void readsAreas()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, areas);
        QFETCH(const int, polygons);
        QFETCH(const QString, name);
        const auto read = areasFromGeoJson(bytes);
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), areas);
        QCOMPARE(read->constFirst().area.polygons.size(), polygons);
        QCOMPARE(read->constFirst().name, name);
        QCOMPARE(read->constFirst().area.fault(), Area::Fault::None);
    }

    void saysWhatIsWrong_data()
    {
        using Kind = GeoJsonFault::Kind;
        using Fault = Area::Fault;
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<GeoJsonFault>("fault");
        const auto row = [](const char *name, const QByteArray &bytes, Kind kind, int number = 0,
                            Fault area = Fault::None) {
            QTest::newRow(name) << bytes << GeoJsonFault{.kind = kind, .feature = number, .area = area};
        };
        row("nothing", "", Kind::NotJson);
        row("a picture", QByteArray("\x89PNG\r\n\x1a\n\0\0", 10), Kind::NotJson);
        row("cut off", geometry(square).chopped(9), Kind::NotJson);
        row("a list", "[1,2]", Kind::NotJson);
        row("other JSON", R"({"type":"Topology"})", Kind::NotGeoJson);
        row("a point", geometry("[1,2]", "Point"), Kind::NoArea);
        row("an empty collection", collection({}), Kind::NoArea);
        row("no coordinates", R"({"type":"Polygon"})", Kind::Unreadable, 1);
        row("words for numbers", geometry(R"([[["a","b"],["c","d"],["e","f"]]])"), Kind::Unreadable, 1);
        row("the second feature is broken",
            collection({feature(geometry(square)), feature(geometry("[[[1],[2],[3]]]"))}), Kind::Unreadable, 2);
        row("a feature of an unknown shape",
            collection({feature(geometry(square)), feature(geometry("[1,2]", "Blob"))}), Kind::Unreadable, 2);
        row("off the globe", geometry("[[[181,0],[0,95],[0,0]]]"), Kind::Unreadable, 1);
        row("two corners", geometry("[[[0,0],[1,1],[0,0]]]"), Kind::Area, 1, Fault::TooFewCorners);
        row("crosses itself", geometry("[[[0,0],[1,1],[1,0],[0,1],[0,0]]]"), Kind::Area, 1, Fault::CrossesItself);
        row("a continent", geometry("[[[0,0],[40,0],[40,40],[0,0]]]"), Kind::Area, 1, Fault::TooLarge);
        row("many corners", geometry(zigzag(2'500)), Kind::Area, 1, Fault::TooManyCorners);
        row("a huge ring", geometry(zigzag(60'000)), Kind::Area, 1, Fault::TooManyCorners);
        row("many features", collection(QByteArrayList(101, feature(geometry(square)))), Kind::TooMany);
        row("a huge file", QByteArray(mostGeoJsonBytes + 1, ' '), Kind::TooLarge);
        row("a deep hole", QByteArray(100'000, '['), Kind::NotJson);
    }
    void saysWhatIsWrong()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const GeoJsonFault, fault);
        const auto read = areasFromGeoJson(bytes);
        QVERIFY(!read.has_value());
        QCOMPARE(static_cast<int>(read.error().kind), static_cast<int>(fault.kind));
        QCOMPARE(read.error().feature, fault.feature);
        QCOMPARE(read.error().area, fault.area);
    }
};

QTEST_GUILESS_MAIN(GeoJsonTest)

#include "tst_geojson.moc"
