// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/replay/etascore.h"
#include "tests/replay/scorecard.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

/// How well each kind of case is noticed and arrivals are expected, on two days; `bench_cases` and `bench_eta` measure
/// more of them (docs/cases.md, docs/eta.md).
class CaseQualityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void initTestCase()
    {
        for (int number = 1; number < 3; ++number) {
            const auto plan = fakeDay(number);
            Watch::DayWatch watch;
            Cases::DayCases cases;
            m_card.add(plan, m_book.replayed(plan, fakeReplayCity(), watch, cases, {.step = std::chrono::seconds(10)}));
        }
    }

    void noticesWhatHappens_data()
    {
        QTest::addColumn<double>("leastPrecision");
        QTest::addColumn<double>("leastRecall");
        QTest::addColumn<qint64>("slowestSeconds");
        QTest::newRow("missed") << 1.0 << 1.0 << qint64(10);
        QTest::newRow("address") << 0.9 << 0.9 << qint64(10);
        QTest::newRow("address_far") << 1.0 << 1.0 << qint64(10);
        QTest::newRow("late") << 0.7 << 0.95 << qint64(-900); // a quarter of an hour before the window's end
        QTest::newRow("route_late") << 0.6 << 0.9 << qint64(0);
        QTest::newRow("far_delivery") << 0.9 << 0.9 << qint64(30);
        QTest::newRow("silent") << 0.9 << 0.9 << qint64(400);
        QTest::newRow("late_start") << 0.9 << 0.9 << qint64(90);
        QTest::newRow("stopped") << 0.9 << 0.9 << qint64(60);
        QTest::newRow("off_route") << 0.9 << 0.9 << qint64(600);
        QTest::newRow("battery") << 0.9 << 0.9 << qint64(60);
        QTest::newRow("checkin_unanswered") << 0.9 << 0.9 << qint64(300);
        QTest::newRow("customer_away") << 1.0 << 1.0 << qint64(30);
        QTest::newRow("instructions_missing") << 1.0 << 1.0 << qint64(10);
        QTest::newRow("risky_dropoff") << 0.5 << 0.4 << qint64(30);
        QTest::newRow("mocked") << 0.9 << 0.6 << qint64(90);
    }

    void noticesWhatHappens()
    {
        QFETCH(const double, leastPrecision);
        QFETCH(const double, leastRecall);
        QFETCH(const qint64, slowestSeconds);
        const auto score = m_card.of(QString::fromLatin1(QTest::currentDataTag()));
        const auto told = u"%1 right, %2 wrong, %3 missed, after %4 s\n%5"_s.arg(score.right)
                              .arg(score.wrong)
                              .arg(score.missed)
                              .arg(score.medianDelay())
                              .arg(m_card.complaints().join(u'\n'));
        QVERIFY2(score.right > 0, qPrintable(told));
        QVERIFY2(score.precision() >= leastPrecision && score.recall() >= leastRecall, qPrintable(told));
        QVERIFY2(score.medianDelay() <= slowestSeconds, qPrintable(told));
    }

    void expectsArrivalsHonestly_data()
    {
        QTest::addColumn<int>("horizon");
        QTest::addColumn<double>("mostMinutesOff"); // half of all are nearer
        for (std::size_t i = 0; i < EtaBook::horizons; ++i)
            QTest::addRow("%.0f minutes ahead and more", EtaBook::edgesMinutes.at(i))
                << static_cast<int>(i) << std::array{3.0, 4.5, 6.5, 11.0, 18.0}.at(i);
    }

    void expectsArrivalsHonestly()
    {
        QFETCH(const int, horizon);
        QFETCH(const double, mostMinutesOff);
        const auto score = m_book.of(static_cast<std::size_t>(horizon));
        const auto told = u"%1 of %2 before P90, half of them within %3 s, bias %4 s"_s.arg(score.beforeLate)
                              .arg(score.count)
                              .arg(score.medianAbsolute)
                              .arg(score.bias);
        QVERIFY(score.count > 500);
        QVERIFY2(score.beforeLate >= 0.78 && score.beforeLate <= 0.97, qPrintable(told));
        QVERIFY2(score.medianAbsolute <= mostMinutesOff * 60.0, qPrintable(told));
        QVERIFY2(std::abs(score.bias) <= mostMinutesOff * 60.0 * 0.75, qPrintable(told));
    }

private:
    EtaBook m_book;
    ScoreCard m_card;
};

QTEST_GUILESS_MAIN(CaseQualityTest)
#include "tst_casequality.moc"
