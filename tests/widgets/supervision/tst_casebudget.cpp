// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/clock.h"
#include "models/store/fleet.h"
#include "models/store/serverclock.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "widgets/parts/appearance.h"
#include "widgets/supervision/casebudgetmodel.h"
#include "widgets/supervision/casespane.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

enum class Fate : quint8 { Open, Taken, Snoozed, ClosedByHand, Cleared, TakenAndCleared };

Exception caseOf(const QString &kind, int number, Fate fate, const QDateTime &openedAt = Test::at(12))
{
    Exception exception{.id = ExceptionId(u"%1-%2"_s.arg(kind).arg(number)),
                        .depot = DepotId(u"depot-1"_s),
                        .kind = kind,
                        .about = Subject::of(StopId(u"stop-%1"_s.arg(number))),
                        .openedAt = openedAt};
    if (fate == Fate::Taken || fate == Fate::TakenAndCleared)
        exception.owner = UserId(u"ana"_s);
    if (fate == Fate::Snoozed)
        exception.snoozedUntil = Test::at(15);
    if (fate == Fate::ClosedByHand || fate == Fate::Cleared || fate == Fate::TakenAndCleared)
        exception.status = Exception::Status::Closed;
    exception.isCleared = fate == Fate::Cleared || fate == Fate::TakenAndCleared;
    return exception;
}

} // namespace

/// Which kinds of cases cost attention and change nothing.
class CaseBudgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_appearance = std::make_unique<Appearance>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    }

    void init()
    {
        Test::failOnOurWarnings();
        m_fleet = std::make_unique<Fleet>();
        m_clock.set(Test::at(14, 7), 0);
    }

    void tellsWhatAPersonDidFromWhatWentByItself_data()
    {
        QTest::addColumn<int>("fate");
        QTest::addColumn<CaseBudget>("budget");
        const auto budget = [](int actedOn, int cleared, int open) {
            return CaseBudget{.kind = u"late"_s, .opened = 1, .actedOn = actedOn, .cleared = cleared, .open = open};
        };
        QTest::newRow("open") << int(Fate::Open) << budget(0, 0, 1);
        QTest::newRow("taken") << int(Fate::Taken) << budget(1, 0, 0);
        QTest::newRow("put off") << int(Fate::Snoozed) << budget(1, 0, 0);
        QTest::newRow("closed by hand") << int(Fate::ClosedByHand) << budget(1, 0, 0);
        QTest::newRow("cleared") << int(Fate::Cleared) << budget(0, 1, 0);
        QTest::newRow("taken, then cleared") << int(Fate::TakenAndCleared) << budget(1, 0, 0);
    }
    void tellsWhatAPersonDidFromWhatWentByItself()
    {
        QFETCH(const int, fate);
        put({caseOf(u"late"_s, 1, static_cast<Fate>(fate))});
        const auto budgets = caseBudgets(m_fleet->exceptions(), Test::at(0));
        QCOMPARE(budgets.size(), 1);
        QTEST(budgets.first(), "budget");
    }

    void countsTheLastWeekOnly()
    {
        put({caseOf(u"late"_s, 1, Fate::Open, Test::at(12).addDays(-8)), caseOf(u"late"_s, 2, Fate::Open),
             caseOf(u"silent"_s, 3, Fate::Taken, QDateTime())});
        const auto budgets = caseBudgets(m_fleet->exceptions(), Test::at(12).addDays(-7));
        QCOMPARE(budgets.size(), 2);
        QCOMPARE(budgets.first().opened, 1);
        QCOMPARE(budgets.last().kind, u"silent"_s);
    }

    void callsNoiseOnlyWhatEnoughCasesShow()
    {
        CaseBudget budget{.kind = u"battery"_s, .opened = 9, .cleared = CaseBudget::fewest - 1};
        QVERIFY(!budget.isNoise());
        budget.cleared = CaseBudget::fewest;
        QVERIFY(budget.isNoise());
        budget.actedOn = 2;
        QVERIFY(!budget.isNoise()); // one in six
        QCOMPARE(CaseBudget().share(), 1.0);
    }

    void followsTheDay()
    {
        CaseBudgetModel model(*m_fleet, m_clock, [](const QString &word) { return word.toUpper(); });
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        QList<Exception> many;
        for (int i = 0; i < 12; ++i)
            many.append(caseOf(u"battery"_s, i, Fate::Cleared));
        put(many);
        QTRY_COMPARE(model.rowCount(), 1);
        const auto share = model.index(0, CaseBudgetModel::ShareColumn);
        QCOMPARE(model.index(0, 0).data(), u"BATTERY"_s);
        QVERIFY(share.data().toString().startsWith(u"0"_s));
        QVERIFY(share.data(CaseBudgetModel::IsNoiseRole).toBool());
        QVERIFY(!share.data(Qt::ToolTipRole).toString().isEmpty());

        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        put({caseOf(u"battery"_s, 3, Fate::ClosedByHand), caseOf(u"battery"_s, 4, Fate::ClosedByHand)});
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(reset.count(), 0); // nothing jumps
        QVERIFY(!share.data(CaseBudgetModel::IsNoiseRole).toBool());
    }

    void beginsWithWhatNobodyActsOnAndOpensAKindByEnter()
    {
        QList<Exception> many;
        for (int i = 0; i < 12; ++i) {
            many.append(caseOf(u"battery"_s, i, Fate::Cleared));
            many.append(caseOf(u"missed"_s, i, Fate::ClosedByHand));
        }
        put(many);
        CasesPane pane(*m_fleet, m_clock, [](const QString &word) { return word; });
        pane.resize(600, 300);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        const auto *rows = pane.table()->model();
        QCOMPARE(rows->rowCount(), 2);
        QCOMPARE(rows->index(0, 0).data(), u"battery"_s);
        QVERIFY(!pane.table()->accessibleName().isEmpty());
        QSignalSpy activated(&pane, &CasesPane::kindActivated);
        pane.table()->selectRow(1);
        QTest::keyClick(pane.table(), Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first(), u"missed"_s);
    }

private:
    void put(const QList<Exception> &exceptions)
    {
        Batch batch;
        batch.exceptions.written = exceptions;
        m_fleet->apply(batch);
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Fleet> m_fleet;
    ServerClock m_clock;
};

QTEST_MAIN(CaseBudgetTest)
#include "tst_casebudget.moc"
