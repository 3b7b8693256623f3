// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/casekinds.h"

#include <QFile>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

class CaseKindsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasWordsAnIconAndAWayOut_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("title");
        QTest::newRow("unsure") << u"address_unsure"_s << u"Address may be wrong (35 %)"_s;
        QTest::newRow("far") << u"address_far"_s << u"Address far outside the region"_s;
        QTest::newRow("far delivery") << u"far_delivery"_s << u"Delivered 412 m from the door"_s;
        QTest::newRow("late start") << u"late_start"_s << u"Route not started"_s;
        QTest::newRow("late route") << u"route_late"_s << u"Route runs late: 412 windows will be missed"_s;
        QTest::newRow("stopped") << u"stopped"_s << u"Driver stands still"_s;
        QTest::newRow("off route") << u"off_route"_s << u"Driver is off the route"_s;
        QTest::newRow("battery") << u"battery"_s << u"Phone battery is low"_s;
        QTest::newRow("mocked") << u"mocked"_s << u"Positions cannot be right"_s;
        QTest::newRow("of the future") << u"drone_lost"_s << u"Needs a look (drone_lost)"_s;
    }

    void everyKindHasWordsAnIconAndAWayOut()
    {
        QFETCH(const QString, word);
        QFETCH(const QString, title);
        const Exception exception{.kind = word, .detail = u"412"_s, .chancePercent = 35};
        QCOMPARE(CaseKinds::title(exception), title);
        QVERIFY(QFile::exists(QStringLiteral(DOORSTEP_RESOURCES "/icons/%1.svg").arg(CaseKinds::iconName(exception))));
        QVERIFY(!CaseKinds::steps(exception).isEmpty()); // there is always a way out
        QVERIFY(!CaseKinds::resolutions(exception).contains(QString()));
        QVERIFY(!CaseKinds::resolutions(exception).isEmpty());
    }

    void saysWhyItMatters()
    {
        QVERIFY(CaseKinds::reason({.kind = u"battery"_s}).contains(u"phone"_s));
        QVERIFY(CaseKinds::reason({.kind = u"drone_lost"_s}).isEmpty());
    }
};

QTEST_MAIN(CaseKindsTest)
#include "tst_casekinds.moc"
