// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/importedvisits.h"
#include "simulator/history.h"
#include "simulator/planner.h"
#include "tests/simulator/fakecity.h"

#include <QCoroTask>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Simulation;
using namespace Qt::StringLiterals;

namespace {

DayPlan plannedDay()
{
    Test::FakeCity city;
    return *QCoro::waitFor(planDay({.seed = 42,
                                    .drivers = 40,
                                    .stops = 600,
                                    .depots = 2,
                                    .day = QDate(2026, 3, 12),
                                    .zone = QTimeZone("America/Montevideo"),
                                    .at = {}},
                                   &city));
}

} // namespace

class HistoryTest : public QObject
{
    Q_OBJECT

private:
    DayPlan m_plan;

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void initTestCase() { m_plan = plannedDay(); }

    void aboutThreeOfTenCustomersReturn()
    {
        int returning = 0;
        int others = 0;
        for (const auto &tour : std::as_const(m_plan.tours)) {
            for (const auto &visit : tour.visits) {
                const auto theirs = earlierTo(tour, visit, m_plan.settings);
                returning += theirs.isEmpty() ? 0 : 1;
                others += earlierAtDoor(tour, visit, m_plan.settings).isEmpty() ? 0 : 1;
                QVERIFY(theirs.size() <= 4);
                QVERIFY(std::ranges::is_sorted(theirs, {}, &PastDelivery::at));
                for (const auto &past : theirs)
                    QCOMPARE(past.phone, visit.phone);
            }
        }
        QVERIFY2(returning > 150 && returning < 210, qPrintable(QString::number(returning)));
        QVERIFY2(others > 45 && others < 105, qPrintable(QString::number(others)));
    }

    void theyWereDeliveredToAtTheirRealDoor()
    {
        int savedSlips = 0;
        int corrected = 0;
        int unseen = 0;
        int all = 0;
        for (const auto &tour : std::as_const(m_plan.tours)) {
            for (const auto &visit : tour.visits) {
                const auto &door = visit.door;
                for (const auto &past : earlierTo(tour, visit, m_plan.settings)) {
                    ++all;
                    unseen += past.where.isValid() ? 0 : 1;
                    QVERIFY(!past.where.isValid() || past.where.distanceTo(door.where) < 45.0);
                    const bool isSlip = past.address != door.address.text;
                    QVERIFY(!isSlip || past.address == visit.writtenAddress);
                    QCOMPARE(past.door.isValid(), !isSlip); // what nobody found has no place
                    savedSlips += isSlip ? 1 : 0;
                    corrected += !isSlip && visit.writtenAddress != door.address.text ? 1 : 0;
                }
            }
        }
        QVERIFY2(savedSlips > 0 && corrected > 0, qPrintable(u"%1 %2"_s.arg(savedSlips).arg(corrected)));
        QVERIFY2(unseen * 100 > all * 8 && unseen * 100 < all * 22, qPrintable(u"%1 of %2"_s.arg(unseen).arg(all)));
    }

    void theBackendTakesAllOfIt()
    {
        const auto history = historyJsons(m_plan);
        QByteArray lines;
        QSet<QString> references;
        for (const auto &visit : history) {
            lines += QJsonDocument(visit).toJson(QJsonDocument::Compact) + '\n';
            references.insert(visit["reference"_L1].toString());
        }
        QCOMPARE(references.size(), history.size());
        const auto dayBefore = m_plan.settings.time(QTime(0, 0)).addDays(-1);
        const auto taken =
            importedVisitsFrom(std::string_view(lines.constData(), static_cast<size_t>(lines.size())), dayBefore);
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().detail));
        QCOMPARE(taken->size(), static_cast<std::size_t>(history.size())); // none twice
        QVERIFY(lines.size() * 4'000 / history.size() < 4LL * 1024 * 1024); // so many are sent at once
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
