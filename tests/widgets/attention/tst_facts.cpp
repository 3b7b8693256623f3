// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/fleet.h"
#include "tests/support/days.h"
#include "tests/support/samples.h"
#include "widgets/attention/facts.h"

#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

/// What the details say of a thing.
class FactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatAPhoneWasAskedWhileThatIsOpen_data()
    {
        QTest::addColumn<QDateTime>("askedAt");
        QTest::addColumn<QDateTime>("heardAt");
        QTest::addColumn<bool>("isSaid");
        const auto now = Test::at(14, 7);
        const auto longAgo = now.addSecs(-7'200);
        QTest::newRow("nobody asked") << QDateTime() << longAgo << false;
        QTest::newRow("not answered yet") << now.addSecs(-60) << longAgo << true;
        QTest::newRow("never heard") << now.addSecs(-60) << QDateTime() << true;
        QTest::newRow("answered") << now.addSecs(-60) << now.addSecs(-30) << false;
        QTest::newRow("just before it is given up") << now.addSecs(-1'800) << longAgo << true;
        QTest::newRow("given up") << now.addSecs(-1'801) << longAgo << false;
        QTest::newRow("yesterday") << now.addDays(-1) << longAgo.addDays(-1) << false;
    }

    void saysThatAPhoneWasAskedWhileThatIsOpen()
    {
        QFETCH(const QDateTime, askedAt);
        QFETCH(const QDateTime, heardAt);
        QFETCH(const bool, isSaid);
        Fleet fleet;
        auto day = Test::someDay(2, 8);
        day.fixes.clear();
        fleet.apply(day);
        const auto &route = fleet.routes().at(0);
        Batch batch;
        auto driver = *fleet.driverOf(route);
        driver.positionAskedAt = askedAt;
        batch.drivers.written = {driver};
        if (heardAt.isValid())
            batch.fixes = {Fix{.driver = driver.id, .fixedAt = heardAt, .where = {-34.9, -56.1}}};
        fleet.apply(batch);
        const auto facts = factsOf(route.id, fleet, DepotTime(u"America/Montevideo"_s), Test::at(14, 7));
        QCOMPARE(std::ranges::contains(facts.lines, u"Asked"_s, &Facts::Line::label), isSaid);
    }
};

QTEST_MAIN(FactsTest)
#include "tst_facts.moc"
