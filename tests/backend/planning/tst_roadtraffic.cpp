// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/roadtraffic.h"

#include <QTest>

#include <cmath>

using namespace Doorstep;
using namespace Doorstep::Planning;
using namespace Qt::StringLiterals;

namespace {

Closure closureCalled(const QString &id)
{
    Closure closure;
    closure.id = ClosureId(id);
    return closure;
}

} // namespace

class RoadTrafficTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void traffic_data()
    {
        QTest::addColumn<QTime>("begin"); // in Montevideo
        QTest::addColumn<int>("hours");
        QTest::addColumn<double>("pace");
        QTest::addColumn<double>("main"); // about
        QTest::addColumn<double>("minor");
        QTest::newRow("at night") << QTime(3, 0) << 0 << 1.0 << 0.915 << 0.97;
        QTest::newRow("in the evening") << QTime(18, 0) << 0 << 1.0 << 1.595 << 1.2135;
        QTest::newRow("a slow evening") << QTime(18, 0) << 0 << 1.2 << 1.914 << 1.456;
        QTest::newRow("from evening to night") << QTime(18, 0) << 4 << 1.0 << 1.23 << 1.083;
        QTest::newRow("the other way around") << QTime(18, 0) << -4 << 1.0 << 1.595 << 1.2135;
        QTest::newRow("for weeks") << QTime(18, 0) << 1000 << 1.0 << 1.176 << 1.063;
    }

    void traffic()
    {
        QFETCH(const QTime, begin);
        QFETCH(const int, hours);
        QFETCH(const double, pace);
        QFETCH(const double, main);
        QFETCH(const double, minor);
        const QTimeZone zone("America/Montevideo");
        const auto from = QDateTime(QDate(2026, 3, 12), begin, zone).toUTC();
        const auto traffic =
            trafficBetween(from, from.addSecs(qint64{3600} * hours), zone, {pace, pace, pace, pace}, {});
        QVERIFY2(std::abs(traffic.factors[0] - main) < 0.02, qPrintable(QString::number(traffic.factors[0])));
        QVERIFY2(std::abs(traffic.factors[2] - minor) < 0.02, qPrintable(QString::number(traffic.factors[2])));
    }

    void countsClosuresThatAreThere()
    {
        const auto now = QDateTime(QDate(2026, 3, 12), QTime(15, 0), QTimeZone::UTC);
        auto over = closureCalled(u"over"_s);
        over.to = now.addSecs(-1);
        auto later = closureCalled(u"later"_s);
        later.from = now.addSecs(7'200);
        auto soon = closureCalled(u"soon"_s);
        soon.from = now.addSecs(1800);
        const auto always = closureCalled(u"always"_s);
        const auto traffic =
            trafficBetween(now, now.addSecs(3600), QTimeZone::utc(), {1, 1, 1, 1}, {over, later, soon, always});
        QCOMPARE(traffic.closures, (QList<Closure>{soon, always}));
    }
};

QTEST_GUILESS_MAIN(RoadTrafficTest)
#include "tst_roadtraffic.moc"
