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

        QTest::newRow("drives up and stays") << Sights{{.second = 10, .distance = 200},
                                                       {.second = 20, .distance = 50},
                                                       {.second = 30, .distance = 10},
                                                       {.second = 50, .distance = 5}}
                                             << "...A";
        QTest::newRow("passes by") << Sights{{.second = 10, .distance = 200},
                                             {.second = 20, .distance = 30},
                                             {.second = 30, .distance = 200},
                                             {.second = 60, .distance = 300}}
                                   << "....";
        QTest::newRow("red light in front of the door") << Sights{{.second = 10, .distance = 40},
                                                                  {.second = 35, .distance = 40},
                                                                  {.second = 45, .distance = 300},
                                                                  {.second = 60, .distance = 900}}
                                                        << "....";
        QTest::newRow("stays, then leaves") << Sights{{.second = 10, .distance = 5},
                                                      {.second = 40, .distance = 5},
                                                      {.second = 50, .distance = 200},
                                                      {.second = 85, .distance = 400}}
                                            << ".A.L";
        QTest::newRow("wobbles between the circles") << Sights{{.second = 10, .distance = 5},
                                                               {.second = 40, .distance = 5},
                                                               {.second = 50, .distance = 90},
                                                               {.second = 90, .distance = 110},
                                                               {.second = 200, .distance = 70}}
                                                     << ".A...";
        QTest::newRow("one wild jump while there") << Sights{{.second = 10, .distance = 5},
                                                             {.second = 40, .distance = 5},
                                                             {.second = 50, .distance = 5000},
                                                             {.second = 60, .distance = 5},
                                                             {.second = 95, .distance = 5}}
                                                   << ".A...";
        QTest::newRow("a vague fix may still be there")
            << Sights{{.second = 10, .distance = 110, .accuracy = 60}, {.second = 40, .distance = 110, .accuracy = 60}}
            << ".A";
        QTest::newRow("a hopeless fix is not taken for presence")
            << Sights{{.second = 10, .distance = 900, .accuracy = 5000},
                      {.second = 50, .distance = 900, .accuracy = 5000}}
            << "..";
        QTest::newRow("late and doubled fixes change nothing")
            << Sights{{.second = 100, .distance = 5}, {.second = 100, .distance = 5}, {.second = 10, .distance = 5},
                      {.second = 50, .distance = 5},  {.second = 130, .distance = 5}, {.second = 130, .distance = 900}}
            << "....A.";
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
            (void)presence.see(distance, 0.0, qint64{second} * 1000, {});
        QCOMPARE(presence.arrivedMs(), 10'000);
        QCOMPARE(presence.leftMs(), 50'000);
    }
};

QTEST_APPLESS_MAIN(PresenceTest)
#include "tst_presence.moc"
