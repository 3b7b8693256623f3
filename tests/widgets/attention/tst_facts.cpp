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

    void saysWhatARouteAndItsStopsCost()
    {
        Fleet fleet;
        fleet.apply(Test::someDay(2, 8));
        auto route = fleet.routes().at(0);
        const auto value = [&](const auto &id, const QString &label) {
            const auto facts = factsOf(id, fleet, DepotTime(u"America/Montevideo"_s), Test::at(14, 7));
            const auto line = std::ranges::find(facts.lines, label, &Facts::Line::label);
            return line == facts.lines.cend() ? QString() : line->value;
        };
        Batch batch;
        batch.paths.removed = {route.id};
        fleet.apply(batch);
        QVERIFY(value(route.id, u"Cost"_s).isEmpty()); // nobody knows its roads
        QVERIFY(value(route.stops.constFirst(), u"Share of the cost"_s).isEmpty());

        route.status = Route::Status::Finished;
        route.actualStart = Test::at(10);
        route.actualEnd = Test::at(14);
        Vehicle vehicle;
        vehicle.id = route.vehicle;
        batch.paths = {
            .written = {{.route = route.id, .legs = {PackedLine{{-34.9, -56.1}, {-34.9, -56.1}}}, .avoids = {}}},
            .removed = {}};
        batch.routes.written = {route};
        batch.vehicles.written = {vehicle};
        fleet.apply(batch);
        QVERIFY2(value(route.id, u"Cost"_s).contains(QLocale().toString(350.0 + 4.0 * 400.0, 'f', 0)),
                 qPrintable(value(route.id, u"Cost"_s)));
        QVERIFY(value(route.id, u"CO₂"_s).isEmpty()); // it did not move
        QVERIFY(!value(route.stops.constFirst(), u"Share of the cost"_s).isEmpty());
    }
};

QTEST_MAIN(FactsTest)
#include "tst_facts.moc"
