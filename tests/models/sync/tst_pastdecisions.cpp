// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/pastdecisions.h"
#include "models/verbs/verb.h"
#include "models/wire/verbwire.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

AuditEntry entryOf(const Verb &verb)
{
    return {.number = 7,
            .at = QDateTime(QDate(2026, 3, 12), QTime(14, 0), QTimeZone::UTC),
            .actor = UserId(u"ana"_s),
            .action = wordOf(verb),
            .about = {},
            .body = Wire::toJson(verb),
            .hash = {}};
}

} // namespace

/// Entries of the audit, as a person is to read them.
class PastDecisionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void saysBothValuesOfAField()
    {
        EditStop edit{.stop = StopId(u"s"_s)};
        edit.was.phone = u"1"_s;
        edit.set.phone = u"2"_s;
        edit.was.serviceTime = std::chrono::seconds(180);
        edit.set.serviceTime = std::chrono::seconds(300);
        const auto decision = pastDecisionOf(entryOf(edit));
        QCOMPARE(decision.number, 7);
        QCOMPARE(decision.actor, UserId(u"ana"_s));
        QCOMPARE(decision.changes.size(), 2);
        QCOMPARE(decision.changes.at(0).name, u"service_s"_s);
        QCOMPARE(decision.changes.at(1),
                 (PastDecision::Change{
                     .name = u"phone"_s, .of = Subject::of(StopId(u"s"_s)), .was = u"1"_s, .now = u"2"_s}));
    }

    void saysBothOrdersOfEachRoute()
    {
        const ArrangeRoutes arrange{.routes = {{.route = RouteId(u"a"_s), .was = {StopId(u"x"_s)}, .stops = {}},
                                               {.route = RouteId(u"b"_s), .was = {}, .stops = {StopId(u"x"_s)}}}};
        const auto decision = pastDecisionOf(entryOf(arrange));
        QCOMPARE(decision.changes.size(), 2);
        QCOMPARE(decision.changes.at(1).now.value<QList<StopId>>(), QList{StopId(u"x"_s)});
    }

    void keepsReasonsAndNotes()
    {
        QCOMPARE(pastDecisionOf(entryOf(CancelStop{.stop = StopId(u"s"_s), .reason = u"<b>x</b>"_s})).text,
                 u"<b>x</b>"_s);
        QCOMPARE(pastDecisionOf(entryOf(ResolveException{.exception = ExceptionId(u"e"_s),
                                                         .occasion = {.depot = DepotId(u"d"_s),
                                                                      .kind = u"late"_s,
                                                                      .about = Subject::of(StopId(u"s"_s))},
                                                         .resolution = u"called"_s}))
                     .text,
                 u"called"_s);
    }

    void readsNothingIntoWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QJsonObject>("body");
        QTest::newRow("a newer verb") << u"teleport"_s << QJsonObject{{u"stop"_s, u"s"_s}};
        QTest::newRow("another shape") << u"edit_stop"_s << QJsonObject{{u"set"_s, 5}};
        QTest::newRow("no body") << u"edit_stop"_s << QJsonObject();
        QTest::newRow("a plan") << u"plan"_s << QJsonObject{{u"routes"_s, 3}};
        QTest::newRow("markup") << u"<b>"_s << QJsonObject();
    }

    void readsNothingIntoWhatItDoesNotKnow()
    {
        QFETCH(const QString, action);
        QFETCH(const QJsonObject, body);
        const auto decision = pastDecisionOf({.number = 1, .action = action, .body = body});
        QCOMPARE(decision.action, action);
        QVERIFY(decision.changes.isEmpty());
    }
};

QTEST_GUILESS_MAIN(PastDecisionsTest)

#include "tst_pastdecisions.moc"
