// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/housekeeping.h"
#include "tests/backend/store/testedstore.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using drogon::sync_wait;

namespace {

class SetClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return time; }
    QDateTime time = noon();
};

} // namespace

class HousekeepingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void forgetsFixesByTheBackendsClock()
    {
        TestedStore store(u"sqlite"_s);
        constexpr int day = 86'400;
        QVERIFY(sync_wait(store->append({fixAt(u"a"_s, 0), fixAt(u"a"_s, day), fixAt(u"b"_s, 2 * day)})));

        SetClock clock;
        QCOMPARE(*sync_wait(forgetOldFixes(*store, clock, 90)), 0);
        clock.time = noon().addDays(90); // of exactly that age is not older
        QCOMPARE(*sync_wait(forgetOldFixes(*store, clock, 90)), 0);
        clock.time = clock.time.addMSecs(1);
        QCOMPARE(*sync_wait(forgetOldFixes(*store, clock, 90)), 1);
        QCOMPARE(*sync_wait(forgetOldFixes(*store, clock, 90)), 0);
        clock.time = noon().addDays(3);
        QCOMPARE(*sync_wait(forgetOldFixes(*store, clock, 1)), 1);
        const auto left = sync_wait(store->lastFixes());
        QCOMPARE(left->size(), std::size_t(1));
        QCOMPARE(left->front().driver, DriverId(u"b"_s));
    }

    void forgetsNothingWhenTheClockIsSetBack()
    {
        TestedStore store(u"sqlite"_s);
        QVERIFY(sync_wait(store->append({fixAt(u"a"_s, 0)})));
        SetClock clock;
        clock.time = noon().addYears(-1);
        QCOMPARE(*sync_wait(forgetOldFixes(*store, clock, 90)), 0);
    }
};

QTEST_GUILESS_MAIN(HousekeepingTest)
#include "tst_housekeeping.moc"
