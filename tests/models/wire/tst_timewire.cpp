// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/timewire.h"

#include <QTest>
#include <QTimeZone>

using namespace Doorstep;
using namespace Qt::StringLiterals;

class TimeWireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void readsRfc3339_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        QTest::newRow("as we write it") << u"2026-03-12T14:07:00.000Z"_s << u"2026-03-12T14:07:00.000Z"_s;
        QTest::newRow("no fraction") << u"2026-03-12T14:07:00Z"_s << u"2026-03-12T14:07:00.000Z"_s;
        QTest::newRow("lower case") << u"2026-03-12t14:07:00z"_s << u"2026-03-12T14:07:00.000Z"_s;
        QTest::newRow("nanoseconds") << u"2026-03-12T14:07:00.123456789Z"_s << u"2026-03-12T14:07:00.123Z"_s;
        QTest::newRow("tenths") << u"2026-03-12T14:07:00.5Z"_s << u"2026-03-12T14:07:00.500Z"_s;
        QTest::newRow("Montevideo") << u"2026-03-12T11:07:00-03:00"_s << u"2026-03-12T14:07:00.000Z"_s;
        QTest::newRow("India, next day") << u"2026-03-01T01:00:00+05:30"_s << u"2026-02-28T19:30:00.000Z"_s;
        QTest::newRow("leap day") << u"2028-02-29T23:59:59.999Z"_s << u"2028-02-29T23:59:59.999Z"_s;
        QTest::newRow("leap second") << u"2016-12-31T23:59:60Z"_s << u"2016-12-31T23:59:59.000Z"_s;
    }

    void readsRfc3339()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, written);
        const auto time = Wire::timeFromText(text);
        QCOMPARE(Wire::timeText(time), written);
        QCOMPARE(time, QDateTime::fromString(written, Qt::ISODateWithMs)); // what Qt makes of it
        QCOMPARE(time.timeRepresentation(), QTimeZone(QTimeZone::UTC));
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto *text : {"",
                                 "Z",
                                 "2026-03-12",
                                 "2026-03-12T14:07:00",
                                 "2026-03-12 14:07:00Z",
                                 "2026-02-29T14:07:00Z",
                                 "2026-13-12T14:07:00Z",
                                 "2026-03-12T24:00:00Z",
                                 "2026-03-12T14:60:00Z",
                                 "2026-03-12T14:07:61Z",
                                 "2026-03-12T14:07:00.Z",
                                 "2026-03-12T14:07:00.0000000000Z",
                                 "2026-03-12T14:07:00ZZ",
                                 "2026-03-12T14:07:00+3:00",
                                 "2026-03-12T14:07:00+24:00",
                                 "1969-12-31T23:59:59Z",
                                 "3000-01-01T00:00:00Z",
                                 "-026-03-12T14:07:00Z",
                                 "2026-03-12T14:07:00.000+00:0x",
                                 "2026-3-12T14:07:00.000Z"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("Arabic digits") << u"٢٠٢٦-03-12T14:07:00Z"_s;
        QTest::newRow("endless") << u"2026-03-12T14:07:00."_s + QString(1'000'000, u'1');
    }

    void refusesEverythingElse()
    {
        QFETCH(const QString, text);
        QVERIFY(!Wire::timeFromText(text).isValid());
    }

    void writesNothingForNoTime() { QCOMPARE(Wire::timeText({}), QString()); }
};

QTEST_APPLESS_MAIN(TimeWireTest)
#include "tst_timewire.moc"
