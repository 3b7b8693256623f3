// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/packedline.h"
#include "models/domain/polyline.h"

#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

class PolylineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void readsAndWritesTheExampleOfTheFormat()
    {
        // developers.google.com/maps/documentation/utilities/polylinealgorithm
        const QList<QGeoCoordinate> line{{38.5, -120.2}, {40.7, -120.95}, {43.252, -126.453}};
        const auto text = u"_p~iF~ps|U_ulLnnqC_mqNvxq`@"_s;
        QCOMPARE(encodedPolyline(line, 5), text);
        QCOMPARE(decodedPolyline(text, 5), Result<QList<QGeoCoordinate>>(line));
    }

    void keepsSixDecimalsInBothDirections()
    {
        const QList<QGeoCoordinate> line{
            {-34.905892, -56.191310}, {-34.905893, -56.191309}, {90, 180}, {-90, -180}, {0, 0}};
        const auto back = decodedPolyline(encodedPolyline(line));
        QVERIFY(back);
        QCOMPARE(back->size(), line.size());
        for (qsizetype i = 0; i < line.size(); ++i)
            QVERIFY(back->at(i).distanceTo(line.at(i)) < 0.12);
        QCOMPARE(encodedPolyline({}), QString());
        QCOMPARE(decodedPolyline(u""), Result<QList<QGeoCoordinate>>(QList<QGeoCoordinate>{}));
    }

    void refusesWhatIsNoPolyline_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("half a place") << u"_p~iF"_s;
        QTest::newRow("cut in a number") << u"_p~iF~ps|U_"_s;
        QTest::newRow("a space") << u"_p iF~ps|U"_s;
        QTest::newRow("not ASCII") << u"_p~iF~psñU"_s;
        QTest::newRow("a number that never ends") << QString(100'000, u'~');
        QTest::newRow("off the globe") << u"~~~~~~@~~~~~~@"_s;
    }

    void refusesWhatIsNoPolyline()
    {
        QFETCH(const QString, text);
        const auto line = decodedPolyline(text);
        QVERIFY(!line);
        QCOMPARE(line.error().kind, Error::Kind::Malformed);
    }

    void packsALineAsItWasOnTheWire()
    {
        const QList<QGeoCoordinate> line{{-34.888912, -56.194401}, {90.0, 180.0}, {-90.0, -180.0}, {0.0, 0.000001}};
        const PackedLine packed(line);
        QCOMPARE(packed.size(), 4);
        QCOMPARE(encodedPolyline(packed.places()), encodedPolyline(line));
        QCOMPARE(packed, PackedLine(decodedPolyline(encodedPolyline(line)).value_or(QList<QGeoCoordinate>())));
        QVERIFY(packed != PackedLine({line.at(0)}));
        QVERIFY(PackedLine().isEmpty());
        const PackedLine withAHole{line.at(0), {}, line.at(1)};
        QVERIFY(withAHole.at(0).isValid() && !withAHole.at(1).isValid() && withAHole.at(2).isValid());
    }
};

QTEST_APPLESS_MAIN(PolylineTest)
#include "tst_polyline.moc"
