// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/routefiltermodel.h"
#include "models/lists/routelistmodel.h"
#include "models/store/fleet.h"
#include "models/store/selection.h"
#include "models/store/serverclock.h"
#include "tests/support/days.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "widgets/timeline/timelinetable.h"
#include "widgets/timeline/timelineview.h"

#include <QAccessible>
#include <QTest>
#include <qtestaccessible.h>

using namespace Doorstep;
using namespace Qt::StringLiterals;

/// What a screen reader is told about the timeline.
class TimelineAccessibleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTestAccessibility::initialize(); }
    void cleanupTestCase() { QTestAccessibility::cleanup(); }

    void init()
    {
        Test::failOnOurWarnings();
        m_day = std::make_unique<Day>();
        m_day->clock.set(Test::at(14, 7), 0);
        m_day->fleet.apply(Test::someDay(8, 96));
        m_day->view.setDepotTime(DepotTime(u"Etc/UTC"_s));
        m_day->view.resize(900, 300);
        m_day->view.show();
    }

    void cleanup() { m_day.reset(); }

    void isATableWithARowAStop()
    {
        auto *face = QAccessible::queryAccessibleInterface(&m_day->view);
        QVERIFY(face);
        QCOMPARE(face->role(), QAccessible::Table);
        QVERIFY(!face->text(QAccessible::Name).isEmpty());
        QCOMPARE(table()->columnCount(), 5);
        QCOMPARE(table()->rowCount(), stopsOnRoutes());
        QCOMPARE(face->childCount(), (stopsOnRoutes() + 1) * 5);
        QStringList titles;
        for (int column = 0; column < 5; ++column) {
            titles << table()->columnDescription(column);
            QCOMPARE(face->child(column)->role(), QAccessible::ColumnHeader);
            QCOMPARE(face->child(column)->text(QAccessible::Name), titles.constLast());
        }
        QCOMPARE(titles, QStringList({u"Route"_s, u"Stop"_s, u"Window"_s, u"Expected"_s, u"Status"_s}));
    }

    void readsEveryStopInTheOrderOfTheRoutes()
    {
        int row = 0;
        for (int shown = 0; shown < m_day->routes.rowCount(); ++shown) {
            const auto index = m_day->routes.index(shown, 0);
            const auto *route = m_day->fleet.routes().find(RouteId(index.data(RouteListModel::RouteIdRole).toString()));
            for (qsizetype i = 0; i < route->stops.size(); ++i, ++row) {
                const auto *stop = m_day->fleet.stops().find(route->stops.at(i));
                QCOMPARE(textAt(row, 0), index.data().toString());
                QCOMPARE(textAt(row, 1), QString::number(i + 1));
                QCOMPARE(textAt(row, 2), m_day->view.depotTime().window(stop->window));
                QVERIFY2(!textAt(row, 4).isEmpty(), qPrintable(QString::number(row)));
                QCOMPARE(textAt(row, 4) == "delivered"_L1 || textAt(row, 4) == "delivered late"_L1,
                         stop->status == Stop::Status::Delivered);
            }
        }
        QCOMPARE(row, table()->rowCount());
    }

    void tellsTheTimeThatCounts()
    {
        for (int row = 0; row < table()->rowCount(); ++row) {
            const auto *stop = m_day->fleet.stops().find(m_day->view.table().stopAt(row));
            if (stop->status == Stop::Status::Delivered && stop->actualArrival.isValid())
                QCOMPARE(textAt(row, 3), u"there "_s + m_day->view.depotTime().clock(stop->actualArrival));
            else if (const auto *forecast = m_day->fleet.forecastOf(stop->id);
                     forecast && stop->status == Stop::Status::Planned)
                QCOMPARE(textAt(row, 3), m_day->view.depotTime().clock(forecast->expectedArrival));
        }
    }

    void findsItsCellsAgain()
    {
        auto *face = QAccessible::queryAccessibleInterface(&m_day->view);
        for (const int index : {0, 4, 5, 23, face->childCount() - 1}) {
            auto *child = face->child(index);
            QVERIFY(child);
            QCOMPARE(face->indexOfChild(child), index);
            QCOMPARE(face->child(index), child); // the same object each time
            QCOMPARE(child->parent(), face);
        }
        auto *cell = table()->cellAt(7, 2);
        QCOMPARE(cell->tableCellInterface()->rowIndex(), 7);
        QCOMPARE(cell->tableCellInterface()->columnIndex(), 2);
        QCOMPARE(cell->tableCellInterface()->columnHeaderCells(), QList{face->child(2)});
        QCOMPARE(cell->tableCellInterface()->table(), face);
    }

    void refusesWhatIsNotThere_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::newRow("before the first row") << -1 << 0;
        QTest::newRow("far before") << std::numeric_limits<int>::min() << 0;
        QTest::newRow("after the last row") << 96 << 0;
        QTest::newRow("far after") << std::numeric_limits<int>::max() << 0;
        QTest::newRow("before the first column") << 0 << -1;
        QTest::newRow("after the last column") << 0 << 5;
    }

    void refusesWhatIsNotThere()
    {
        QFETCH(const int, row);
        QFETCH(const int, column);
        QCOMPARE(table()->cellAt(row, column), nullptr);
        QVERIFY(m_day->view.table().text(row, column).isEmpty());
    }

    void selectsForTheReader()
    {
        const auto stop = m_day->view.table().stopAt(20);
        QVERIFY(table()->selectRow(20));
        QCOMPARE(m_day->selection.stop(), stop);
        QCOMPARE(table()->selectedRows(), QList{20});
        QVERIFY(table()->cellAt(20, 3)->state().selected);
        QVERIFY(!table()->cellAt(21, 3)->state().selected);
        QVERIFY(table()->unselectRow(20));
        QVERIFY(m_day->selection.isEmpty());
        QVERIFY(!table()->selectRow(5000));
    }

    void saysWhereTheFocusIs()
    {
        auto *face = QAccessible::queryAccessibleInterface(&m_day->view);
        m_day->view.activateWindow();
        m_day->view.setFocus();
        QTRY_VERIFY(m_day->view.hasFocus());
        m_day->selection.selectStop(m_day->view.table().stopAt(11));
        QCOMPARE(face->focusChild(), table()->cellAt(11, 0));
    }

    void followsTheFilter()
    {
        const int all = table()->rowCount();
        auto *last = table()->cellAt(all - 1, 0);
        m_day->routes.setFilter(RouteFilterModel::Filter::Silent);
        QVERIFY(table()->rowCount() < all);
        QVERIFY(!last->isValid()); // a reader may still hold it
        QVERIFY(last->text(QAccessible::Name).isEmpty());
        m_day->fleet.clear();
        QCOMPARE(table()->rowCount(), 0);
        QCOMPARE(table()->cellAt(0, 0), nullptr);
    }

    void announcesAStepInOneSentence()
    {
        m_day->view.select(m_day->view.table().stopAt(0));
        QTestAccessibility::clearEvents();
        QTest::keyClick(&m_day->view, Qt::Key_Right);
        const auto events = QTestAccessibility::events();
        const auto said = std::ranges::find_if(
            events, [](const QAccessibleEvent *event) { return event->type() == QAccessible::Announcement; });
        QVERIFY(said != events.end());
        const auto sentence = static_cast<QAccessibleAnnouncementEvent *>(*said)->message();
        for (const int column : {0, 2, 3, 4})
            QVERIFY2(sentence.contains(textAt(1, column)), qPrintable(sentence));
    }

private:
    struct Day
    {
        ServerClock clock;
        Fleet fleet;
        Selection selection{fleet};
        RouteListModel list{fleet};
        RouteFilterModel routes{list};
        TimelineModel timeline{fleet};
        TimelineView view{timeline, routes, selection, clock};
    };

    [[nodiscard]] QAccessibleTableInterface *table() const
    {
        return QAccessible::queryAccessibleInterface(&m_day->view)->tableInterface();
    }
    [[nodiscard]] QString textAt(int row, int column) const
    {
        return table()->cellAt(row, column)->text(QAccessible::Name);
    }
    [[nodiscard]] int stopsOnRoutes() const
    {
        int count = 0;
        for (const auto &route : m_day->fleet.routes())
            count += static_cast<int>(route.stops.size());
        return count;
    }

    std::unique_ptr<Day> m_day;
};

QTEST_MAIN(TimelineAccessibleTest)
#include "tst_timelineaccessible.moc"
