// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/cardlist.h"
#include "widgets/parts/columnfit.h"
#include "widgets/parts/currentrow.h"

#include <QHeaderView>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

#include <numeric>

using namespace Doorstep;
using namespace Qt::StringLiterals;

/// How lists and tables of any room behave when their size or their rows change.
class ViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesOutAWidth_data()
    {
        QTest::addColumn<int>("total");
        QTest::addColumn<QList<int>>("widths");
        QTest::newRow("just what is wanted") << 300 << QList{100, 200};
        QTest::newRow("twice that") << 600 << QList{200, 400};
        QTest::newRow("between") << 200 << QList{75, 125};
        QTest::newRow("the least") << 100 << QList{50, 50};
        QTest::newRow("less than the least scrolls") << 40 << QList{50, 50};
        QTest::newRow("nothing") << 0 << QList{50, 50};
        QTest::newRow("not laid out yet") << -1 << QList{50, 50};
        QTest::newRow("what rounding leaves over goes to the last") << 301 << QList{100, 201};
    }

    void sharesOutAWidth()
    {
        QFETCH(const int, total);
        QFETCH(const QList<int>, widths);
        QCOMPARE(sharedWidths({{.least = 50, .wanted = 100}, {.least = 50, .wanted = 200}}, total), widths);
    }

    void hidesWhatIsMostSpareWhereThereIsNoRoom()
    {
        const QList<ColumnWidth> columns{{.least = 100, .wanted = 200},
                                         {.least = 50, .wanted = 80, .spare = 1},
                                         {.least = 100, .wanted = 120},
                                         {.least = 50, .wanted = 60, .spare = 2}};
        QCOMPARE(shownColumns(columns, 300), QList({true, true, true, true}));
        QCOMPARE(shownColumns(columns, 299), QList({true, true, true, false}));
        QCOMPARE(shownColumns(columns, 249), QList({true, false, true, false}));
        QCOMPARE(shownColumns(columns, 10), QList({true, false, true, false})); // these scroll
        QVERIFY(shownColumns({}, 10).isEmpty());
    }

    void sharesOutAmongNobody() { QVERIFY(sharedWidths({}, 500).isEmpty()); }

    void fitsUntilAPersonDragsAColumn()
    {
        QStandardItemModel model(1, 2);
        QTableView table;
        table.setModel(&model);
        fitColumns(table, {{.least = 50, .wanted = 100}, {.least = 50, .wanted = 200}});
        table.resize(620, 200);
        table.show();
        QTRY_COMPARE(table.columnWidth(0) + table.columnWidth(1), table.viewport()->width());
        table.resize(420, 200);
        QTRY_COMPARE(table.columnWidth(0) + table.columnWidth(1), table.viewport()->width());
        table.horizontalHeader()->resizeSection(0, 90);
        table.resize(820, 200);
        QTRY_COMPARE(table.columnWidth(0), 90);
    }

    void keepsTheCurrentRowInSightThroughASort()
    {
        List list;
        list.view.setCurrentIndex(list.model.index(0, 0));
        list.model.sort(0, Qt::DescendingOrder); // it is the last now
        QTRY_VERIFY(list.sees(list.view.currentIndex()));
        QCOMPARE(list.view.currentIndex().row(), 99);
    }

    void keepsTheCurrentRowInSightWhenRowsComeAbove()
    {
        List list;
        list.view.setCurrentIndex(list.model.index(2, 0));
        for (int i = 0; i < 50; ++i)
            list.model.insertRow(0, new QStandardItem);
        QTRY_VERIFY(list.sees(list.view.currentIndex()));
        QCOMPARE(list.view.currentIndex().row(), 52);
    }

    void leavesARowAloneThatThePersonScrolledAwayFrom()
    {
        List list;
        list.view.setCurrentIndex(list.model.index(0, 0));
        list.view.verticalScrollBar()->setValue(list.view.verticalScrollBar()->maximum() / 2);
        const int scrolled = list.view.verticalScrollBar()->value();
        list.model.sort(0, Qt::DescendingOrder);
        QCoreApplication::processEvents();
        QCOMPARE(list.view.verticalScrollBar()->value(), scrolled);
    }

    void keepsTheCurrentRowInSightInASmallerView()
    {
        List list;
        list.view.resize(200, 800);
        QTRY_VERIFY(list.view.viewport()->height() > 700);
        list.view.setCurrentIndex(list.model.index(20, 0));
        QVERIFY(list.sees(list.view.currentIndex()));
        list.view.resize(200, 120);
        QTRY_VERIFY(list.sees(list.view.currentIndex()));
    }

    void aPointerThatRestsOverCardsPointsAtNothing()
    {
        CardList list(u"Routes"_s);
        list.resize(200, 200);
        QSignalSpy pointing(&list, &CardList::pointingChanged);
        const auto move = [&list](QPoint to) { QTest::mouseMove(list.viewport(), to); };
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        move({20, 20});
        move({20, 30});
        QTRY_COMPARE(pointing.size(), 1);
        QCOMPARE(pointing.takeFirst().first(), true);
        QTRY_COMPARE_WITH_TIMEOUT(pointing.size(), 1, 10'000); // it lies still: what came meanwhile is sorted in
        QCOMPARE(pointing.takeFirst().first(), false);
        move({20, 40});
        QTRY_COMPARE(pointing.size(), 1);
        QCOMPARE(pointing.takeFirst().first(), true);
    }

private:
    struct List
    {
        List()
        {
            for (int i = 0; i < 100; ++i)
                model.appendRow(new QStandardItem(QString::number(1000 + i)));
            view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
            view.setModel(&model);
            keepCurrentInSight(view);
            view.resize(200, 200);
            view.show();
            QCoreApplication::processEvents();
        }
        [[nodiscard]] bool sees(const QModelIndex &index) const
        {
            return view.viewport()->rect().contains(view.visualRect(index).center());
        }

        QStandardItemModel model;
        QListView view;
    };
};

QTEST_MAIN(ViewsTest)
#include "tst_views.moc"
