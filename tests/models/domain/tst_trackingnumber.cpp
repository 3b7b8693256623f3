// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/trackingnumber.h"

#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

class TrackingNumberTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void computesTheCheckDigitOfS10_data()
    {
        QTest::addColumn<int>("serial");
        QTest::addColumn<int>("check");

        QTest::newRow("published example") << 47312482 << 9;
        QTest::newRow("eleven becomes five") << 0 << 5;
        QTest::newRow("ten becomes nought") << 8 << 0;
        QTest::newRow("fifteen") << 15 << 5;
        QTest::newRow("ascending") << 12345678 << 5;
        QTest::newRow("one") << 1 << 4;
        QTest::newRow("ten") << 10 << 2;
    }

    void computesTheCheckDigitOfS10()
    {
        QFETCH(const int, serial);
        QTEST(s10CheckDigit(serial), "check");
    }

    void readsWhatPeopleAndScannersGive_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("number"); // empty: refused

        QTest::newRow("plain") << u"RR473124829GB"_s << u"RR473124829GB"_s;
        QTest::newRow("grouped, lower case") << u" rr 4731 2482 9 gb "_s << u"RR473124829GB"_s;
        QTest::newRow("dashes") << u"RR-47312482-9-GB"_s << u"RR473124829GB"_s;
        QTest::newRow("one digit wrong") << u"RR473124819GB"_s << QString();
        QTest::newRow("check digit wrong") << u"RR473124820GB"_s << QString();
        QTest::newRow("too short") << u"RR4731248GB"_s << QString();
        QTest::newRow("digits of another script") << u"RR٤٧٣١٢٤٨٢٩GB"_s << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("huge") << QString(1'000'000, u'7') << QString();
    }

    void readsWhatPeopleAndScannersGive()
    {
        QFETCH(const QString, typed);
        const auto parsed = parseTrackingNumber(typed);
        QTEST(parsed.value_or(QString()), "number");
    }

    void readsBackItsOwnNumbers()
    {
        for (int serial = 0; serial < 100'000'000; serial += 1'234'567)
            QCOMPARE(parseTrackingNumber(groupedTrackingNumber(trackingNumber(serial))), trackingNumber(serial));
    }
};

QTEST_APPLESS_MAIN(TrackingNumberTest)
#include "tst_trackingnumber.moc"
