// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/proof.h"
#include "models/domain/stop.h"

#include <QTest>
#include <QTimeZone>

using namespace Doorstep;
using namespace std::chrono_literals;

namespace {

QDateTime at(int hour, int minute = 0, int second = 0)
{
    return {QDate(2026, 3, 12), QTime(hour, minute, second), QTimeZone::UTC};
}

Promise window(int from, int to, const QDateTime &toldAt)
{
    return {.window = {.from = at(from), .to = at(to)}, .toldAt = toldAt};
}

} // namespace

class PromiseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void saysHowFarItWasMissed_data()
    {
        QTest::addColumn<QDateTime>("arrived");
        QTest::addColumn<QDateTime>("completed");
        QTest::addColumn<int>("minutes");
        QTest::newRow("in time") << at(14, 30) << at(14, 35) << 0;
        QTest::newRow("at its very end") << at(15) << at(15, 10) << 0;
        QTest::newRow("a second later") << at(15, 0, 1) << at(15, 10) << 1;
        QTest::newRow("an hour later") << at(16) << at(16, 5) << 60;
        QTest::newRow("came early and waited") << at(13, 50) << at(14, 4) << 0;
        QTest::newRow("done too early") << at(13, 40) << at(13, 45) << -15;
        QTest::newRow("the phone saw no arrival") << QDateTime() << at(15, 30) << 30;
    }
    void saysHowFarItWasMissed()
    {
        QFETCH(const QDateTime, arrived);
        QFETCH(const QDateTime, completed);
        QFETCH(const int, minutes);
        Stop stop;
        stop.status = Stop::Status::Delivered;
        stop.promise(window(14, 15, at(8)));
        stop.actualArrival = arrived;
        stop.completedAt = completed;
        QCOMPARE(stop.promiseMissedBy(), std::optional(std::chrono::minutes(minutes)));
    }

    void countsOnlyTheLastOneThatWasToldInTime()
    {
        Stop stop;
        stop.status = Stop::Status::Delivered;
        stop.actualArrival = stop.completedAt = at(17, 30);
        QVERIFY(!stop.promiseMissedBy());
        stop.promise(window(14, 15, at(8)));
        QCOMPARE(stop.promiseMissedBy(), std::optional<std::chrono::minutes>(150));
        stop.promise(window(17, 18, at(13)));
        QCOMPARE(stop.promiseMissedBy(), std::optional<std::chrono::minutes>(0));
        stop.promise(window(10, 11, at(17, 31))); // said at the door
        QCOMPARE(stop.promiseMissedBy(), std::optional<std::chrono::minutes>(0));
        stop.status = Stop::Status::Planned;
        QVERIFY(!stop.promiseMissedBy());
    }

    void forgetsTheOldestButTheFirst()
    {
        Stop stop;
        for (int i = 0; i < 50; ++i) {
            stop.promise(window(14, 15, at(8, i)));
            stop.promise(window(14, 15, at(8, i))); // the same again
        }
        QCOMPARE(stop.promises.size(), Promise::mostOfAStop);
        QCOMPARE(stop.promises.constFirst().toldAt, at(8, 0));
        QCOMPARE(stop.promises.constLast().toldAt, at(8, 49));
    }

    void askForProofByHowItIsHandedOver()
    {
        QVERIFY(proofRulesOf(Stop::Method::InPerson).signature);
        QVERIFY(proofRulesOf(Stop::Method::SafePlace).photo);
        QVERIFY(!proofRulesOf(Stop::Method::SafePlace).signature);
        QVERIFY(proofRulesOf(Stop::Method::Neighbour).receiverName);
        QVERIFY(proofRulesOf(Stop::Method::Locker).pin);
        QVERIFY(isLeftAlone(Stop::Method::LeaveAtDoor));
        QVERIFY(!isLeftAlone(Stop::Method::Locker));
    }
};

QTEST_GUILESS_MAIN(PromiseTest)

#include "tst_promise.moc"
