// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/id.h"
#include "models/domain/uuid.h"

#include <QSet>
#include <QTest>
#include <QTimeZone>
#include <QUuid>

using namespace Doorstep;

class UuidTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void isAVersion7Uuid()
    {
        const auto uuid = QUuid::fromString(newUuid(QDateTime::currentDateTimeUtc()));
        QCOMPARE(uuid.variant(), QUuid::DCE);
        QCOMPARE(uuid.data3 >> 12, 7);
    }

    void startsWithTheTimeInMilliseconds()
    {
        // The example of RFC 9562, appendix A.6.
        const auto at = QDateTime::fromMSecsSinceEpoch(0x017F22E279B0, QTimeZone::UTC);
        QVERIFY(newUuid(at).startsWith(QLatin1StringView("017f22e2-79b0-7")));
    }

    void isNewEachTimeAndAValidId()
    {
        QSet<QString> seen;
        const auto at = QDateTime::currentDateTimeUtc();
        for (int i = 0; i < 10'000; ++i) {
            const auto uuid = newUuid(at);
            QVERIFY(StopId(uuid).isValid());
            seen.insert(uuid);
        }
        QCOMPARE(seen.size(), 10'000);
    }
};

QTEST_APPLESS_MAIN(UuidTest)
#include "tst_uuid.moc"
