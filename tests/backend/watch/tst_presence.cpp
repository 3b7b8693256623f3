// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/presence.h"

#include <QTest>

using namespace Doorstep::Watch;

namespace {

struct Sight
{
    qint64 second = 0;
    double distance = 0.0;
    double accuracy = 0.0;
};
using Sights = QList<Sight>;

} // namespace

class PresenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void believesOnlyWhatLasts_data()
    {
        QTest::addColumn<Sights>("sights");
        QTest::addColumn<QString>("turns"); // one letter a fix: A arrived, L left, . nothing

        QTest::newRow("drives up and stays") << Sights{{10, 200}, {20, 50}, {30, 10}, {50, 5}} << "...A";
        QTest::newRow("passes by") << Sights{{10, 200}, {20, 30}, {30, 200}, {60, 300}} << "....";
        QTest::newRow("red light in front of the door") << Sights{{10, 40}, {35, 40}, {45, 300}, {60, 900}} << "....";
        QTest::newRow("stays, then leaves") << Sights{{10, 5}, {40, 5}, {50, 200}, {85, 400}} << ".A.L";
        QTest::newRow("wobbles between the circles")
            << Sights{{10, 5}, {40, 5}, {50, 90}, {90, 110}, {200, 70}} << ".A...";
        QTest::newRow("one wild jump while there") << Sights{{10, 5}, {40, 5}, {50, 5000}, {60, 5}, {95, 5}} << ".A...";
        QTest::newRow("a vague fix may still be there") << Sights{{10, 110, 60}, {40, 110, 60}} << ".A";
        QTest::newRow("a hopeless fix is not taken for presence") << Sights{{10, 900, 5000}, {50, 900, 5000}} << "..";
        QTest::newRow("late and doubled fixes change nothing")
            << Sights{{100, 5}, {100, 5}, {10, 5}, {50, 5}, {130, 5}, {130, 900}} << "....A.";
    }

    void believesOnlyWhatLasts()
    {
        QFETCH(const Sights, sights);

        Presence presence;
        QString turns;
        for (const auto &[second, distance, accuracy] : sights) {
            switch (presence.see(distance, accuracy, qint64{1000} * second, {})) {
            case Presence::Turn::None:
                turns += QChar(u'.');
                break;
            case Presence::Turn::Arrived:
                turns += QChar(u'A');
                break;
            case Presence::Turn::Left:
                turns += QChar(u'L');
                break;
            }
        }
        QTEST(turns, "turns");
    }

    void datesAVisitByItsFirstAndLastFix()
    {
        Presence presence;
        for (const auto &[second, distance] : {std::pair{10, 5.0}, {40, 5.0}, {50, 200.0}, {85, 400.0}})
            (void)presence.see(distance, 0.0, second * 1000, {});
        QCOMPARE(presence.arrivedMs(), 10'000);
        QCOMPARE(presence.leftMs(), 50'000);
    }
};

QTEST_APPLESS_MAIN(PresenceTest)
#include "tst_presence.moc"
