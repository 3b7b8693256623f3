// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/ingest/requestrate.h"

#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

int allowedOf(RequestRate &rate, const QString &device, int tries, RequestRate::Instant now)
{
    int allowed = 0;
    for (int i = 0; i < tries; ++i)
        allowed += rate.allows(device, now) ? 1 : 0;
    return allowed;
}

} // namespace

class RequestRateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void allowsABurstAndThenTheRate()
    {
        RequestRate rate(10.0, 100.0);
        const auto start = RequestRate::Instant() + 1h;
        QCOMPARE(allowedOf(rate, u"a"_s, 200, start), 100);
        QCOMPARE(allowedOf(rate, u"a"_s, 200, start + 1s), 10);
        QCOMPARE(allowedOf(rate, u"a"_s, 200, start + 1h), 100);
    }

    void oneDeviceDoesNotCostAnother()
    {
        RequestRate rate(10.0, 100.0);
        const auto start = RequestRate::Instant() + 1h;
        QCOMPARE(allowedOf(rate, u"a"_s, 200, start), 100);
        QCOMPARE(allowedOf(rate, u"b"_s, 200, start), 100);
    }

    void staysSmallUnderMadeUpDevices()
    {
        RequestRate rate(10.0, 100.0);
        const auto start = RequestRate::Instant() + 1h;
        QCOMPARE(allowedOf(rate, u"busy"_s, 200, start), 100);
        for (int i = 0; i < 30'000; ++i)
            QVERIFY(rate.allows(QString::number(i), start));
        QVERIFY(rate.knownDevices() <= 20'000);
        QVERIFY(!rate.allows(u"busy"_s, start)); // forgetting strangers does not refill the one that is over
    }
};

QTEST_APPLESS_MAIN(RequestRateTest)
#include "tst_requestrate.moc"
