// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/livestore.h"
#include "app/screenshots.h"
#include "app/workplace.h"
#include "tests/support/days.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/attention/detailspane.h"
#include "widgets/map/mapview.h"
#include "widgets/orders/stopspane.h"
#include "widgets/parts/appearance.h"
#include "widgets/parts/cardlist.h"
#include "widgets/parts/chip.h"
#include "widgets/parts/words.h"
#include "widgets/routes/routespane.h"
#include "widgets/shell/commandpalette.h"
#include "widgets/shell/figurebutton.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/workbench.h"
#include "widgets/timeline/timelinepane.h"
#include "widgets/timeline/timelineview.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

class WorkplaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_appearance = std::make_unique<Appearance>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
        m_appearance->setScheme(Appearance::Scheme::Light);
    }

    void init()
    {
        Test::failOnOurWarnings();
        m_store = std::make_unique<LiveStore>();
        m_store->clock.set(Test::at(14, 7), 0);
        m_store->fleet.apply(Test::someDay(38, 560));
        m_place = std::make_unique<Workplace>(*m_store, *m_appearance);
        m_place->window().resize(1600, 1000);
        m_place->window().workbench().showArrangement(Arrangement::Dispatch);
        m_place->window().showWorkbench();
        m_place->window().show();
        m_place->window().activateWindow();
        QTRY_VERIFY(m_place->window().isActiveWindow());
    }

    void cleanup()
    {
        m_place.reset();
        m_store.reset();
    }

    void showsOneSelectionEverywhere()
    {
        m_store->selection.selectRoute(Test::routeId(5));
        QCOMPARE(list<RoutesPane>()->currentIndex().data().toString(),
                 m_store->fleet.drivers().find(Test::driverId(5))->name);
        QCOMPARE(pane<DetailsPane>()->facts().title, m_store->fleet.drivers().find(Test::driverId(5))->name);
        QVERIFY(!pane<DetailsPane>()->facts().nextStops.isEmpty());

        const auto stop = pane<DetailsPane>()->facts().nextStops.first().stop;
        m_store->selection.selectStop(stop);
        QCOMPARE(pane<DetailsPane>()->facts().title, m_store->fleet.stops().find(stop)->address.line());
        QVERIFY(!pane<TimelineView>()->barRect(stop).isEmpty());
    }

    void keepsToWhatIsMostUrgentUntilThePersonChooses()
    {
        m_place->selectMostUrgent();
        const auto first = m_store->selection.stop();
        const auto firstRoute = m_store->selection.route();
        QVERIFY(first.isValid() || firstRoute.isValid());
        QTRY_VERIFY(list<RoutesPane>()->indexAt({5, 5}).row() == 0); // the worst routes first
        settleFirstConcern();
        QVERIFY(m_store->selection.stop() != first || m_store->selection.route() != firstRoute);
        QVERIFY(list<AttentionPane>()->currentIndex().isValid());

        m_store->selection.selectRoute(Test::routeId(5)); // a person's choice stays
        settleFirstConcern();
        m_place->reconsiderMostUrgent();
        QCOMPARE(m_store->selection.route(), Test::routeId(5));
    }

    void beginsWithTheWorstRoutesInASmallWindow()
    {
        auto &window = m_place->window();
        window.resize(1280, 720);
        m_place->selectMostUrgent();
        auto *routes = list<RoutesPane>();
        const auto isAtTop = [routes] { return routes->verticalScrollBar()->value() == 0; };
        QTRY_VERIFY(isAtTop());
        for (const auto arrangement : {Arrangement::Support, Arrangement::Dispatch, Arrangement::Reroute}) {
            window.workbench().showArrangement(arrangement);
            QCoreApplication::processEvents();
            settleFirstConcern(); // the next is chosen while the list may be hidden
            QCoreApplication::processEvents();
        }
        window.workbench().showArrangement(Arrangement::Dispatch);
        window.resize(1600, 1000);
        QCoreApplication::processEvents();
        QTRY_VERIFY(isAtTop());

        const auto last = routes->model()->index(routes->model()->rowCount() - 1, 0);
        m_store->selection.selectRoute(RouteId(last.data(RouteListModel::RouteIdRole).toString()));
        QTRY_VERIFY(
            routes->viewport()->rect().contains(routes->visualRect(last).center())); // a person's choice is shown
    }

    void comesBackFromATinyWindowAsItWas()
    {
        auto &window = m_place->window();
        auto *timeline = window.workbench().dock(u"timeline"_s);
        QTRY_VERIFY(timeline->height() < 300);
        const int before = timeline->height();
        const int shown = m_place->map().height();
        window.resize(640, 480);
        QTRY_VERIFY(window.height() < 1000);
        QCoreApplication::processEvents();
        window.resize(1600, 1000);
        QTRY_VERIFY2(std::abs(timeline->height() - before) <= 2,
                     qPrintable(u"%1, was %2"_s.arg(timeline->height()).arg(before)));
        QTRY_VERIFY(std::abs(m_place->map().height() - shown) <= 2);
    }

    void cutsNoColumnOfTheStops_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("columns");
        QTest::newRow("1600") << QSize(1600, 1000) << 7;
        QTest::newRow("1280") << QSize(1280, 720) << 5;
    }

    void cutsNoColumnOfTheStops()
    {
        QFETCH(const QSize, size);
        QFETCH(const int, columns);
        auto &window = m_place->window();
        window.resize(size);
        window.workbench().showArrangement(Arrangement::Support);
        auto *table = pane<StopsPane>()->table();
        QTRY_VERIFY(table->isVisible());
        QTRY_COMPARE(window.size(), size);
        QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
        int shown = 0;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            shown += table->isColumnHidden(column) ? 0 : 1;
        QVERIFY2(shown >= columns, qPrintable(QString::number(shown)));
        const auto word = Words::of(Stop::Status::Delivered);
        QVERIFY(table->columnWidth(StopListModel::StatusColumn)
                >= table->fontMetrics().horizontalAdvance(word) + 16 + 10 + 8); // its dot, and the margins
        QVERIFY(!table->isColumnHidden(StopListModel::StatusColumn));
    }

    void focusesTheListOfAnArrangement_data()
    {
        QTest::addColumn<Arrangement>("arrangement");
        QTest::addColumn<QString>("name");
        QTest::newRow("support") << Arrangement::Support << u"Stops"_s;
        QTest::newRow("supervise") << Arrangement::Supervise << u"Drivers"_s;
    }

    void focusesTheListOfAnArrangement()
    {
        QFETCH(const Arrangement, arrangement);
        QFETCH(const QString, name);
        list<RoutesPane>()->setFocus();
        m_place->window().workbench().showArrangement(arrangement);
        QTRY_VERIFY(QApplication::focusWidget());
        QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), name);
    }

    void namesEveryControl()
    {
        for (const auto arrangement : arrangements) {
            m_place->window().workbench().showArrangement(arrangement);
            for (auto *widget : m_place->window().findChildren<QWidget *>()) {
                const bool isControl = widget->focusPolicy() != Qt::NoFocus || qobject_cast<QAbstractButton *>(widget);
                if (!isControl || !widget->isVisible())
                    continue;
                const auto *face = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), nameOf(*widget).constData());
            }
        }
    }

    void movesThroughRoutesByKey()
    {
        auto *routes = list<RoutesPane>();
        routes->setFocus();
        m_store->selection.selectRoute(
            RouteId(routes->model()->index(0, 0).data(RouteListModel::RouteIdRole).toString()));
        QTest::keyClick(routes, Qt::Key_J);
        QCOMPARE(routes->currentIndex().row(), 1);
        QCOMPARE(m_store->selection.route().toString(),
                 routes->currentIndex().data(RouteListModel::RouteIdRole).toString());
        QTest::keyClick(routes, Qt::Key_K);
        QCOMPARE(routes->currentIndex().row(), 0);
    }

    void goesToPanesByKey()
    {
        QTest::keyClick(&m_place->window(), Qt::Key_E);
        QVERIFY(list<AttentionPane>()->hasFocus());
        QVERIFY(!m_store->selection.isEmpty());
        QTest::keyClick(&m_place->window(), Qt::Key_T);
        QVERIFY(pane<TimelineView>()->hasFocus());
    }

    void doesNotMoveRowsUnderThePointer()
    {
        auto *routes = list<RoutesPane>();
        const auto top = routes->model()->index(0, 0).data(RouteListModel::RouteIdRole).toString();
        QEnterEvent enter(QPointF(20, 20), QPointF(20, 20), QPointF(20, 20));
        QCoreApplication::sendEvent(routes->viewport(), &enter);
        Batch batch;
        for (const auto &forecast : m_store->fleet.forecasts())
            if (forecast.route.toString() != top) {
                auto worse = forecast;
                worse.state = Forecast::State::Late;
                worse.slack = std::chrono::seconds(-9000);
                batch.forecasts.written.append(worse);
            }
        m_store->fleet.apply(batch);
        QCOMPARE(routes->model()->index(0, 0).data(RouteListModel::RouteIdRole).toString(), top);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(routes->viewport(), &leave);
        QVERIFY(routes->model()->index(0, 0).data(RouteListModel::RouteIdRole).toString() != top);
    }

    void filtersByAChip()
    {
        auto *routes = list<RoutesPane>();
        const auto chips = pane<RoutesPane>()->findChildren<Chip *>();
        QCOMPARE(chips.size(), 4);
        QTest::mouseClick(chips.at(3), Qt::LeftButton);
        QVERIFY(routes->model()->rowCount() > 0);
        QVERIFY(routes->model()->rowCount() < 38);
        for (int row = 0; row < routes->model()->rowCount(); ++row)
            QCOMPARE(routes->model()->index(row, 0).data(RouteListModel::StateRole).value<Forecast::State>(),
                     Forecast::State::Silent);
    }

    void selectsABarByClick()
    {
        auto *timeline = pane<TimelineView>();
        const auto route = m_store->fleet.routes().at(0);
        m_store->selection.selectRoute(route.id);
        const auto shown = std::ranges::find_if(route.stops, [&](const StopId &stop) {
            return timeline->viewport()->rect().contains(timeline->barRect(stop).center())
                && timeline->barRect(stop).left() > 160;
        });
        QVERIFY(shown != route.stops.end());
        QTest::mouseClick(timeline->viewport(), Qt::LeftButton, {}, timeline->barRect(*shown).center());
        QCOMPARE(m_store->selection.stop(), *shown);
    }

    void zoomsTheTimelineAroundThePointer()
    {
        auto *timeline = pane<TimelineView>();
        const auto before = timeline->scale();
        const auto held = before.at(300);
        const auto after = before.zoomed(0.5, 300);
        QCOMPARE(after.at(300), held);
        QVERIFY(after.span < before.span);
        QTest::keyClick(&m_place->window(), Qt::Key_Minus, Qt::AltModifier);
        QVERIFY(timeline->scale().span > before.span);
    }

    void findsAStopByItsTrackingNumber()
    {
        const auto &parcel = m_store->fleet.parcels().at(100);
        m_place->actions().find(u"go.search"_s)->trigger();
        auto *query = m_place->window().commandPalette().findChild<QLineEdit *>();
        QTest::keyClicks(query, parcel.trackingNumber);
        QTest::keyClick(query, Qt::Key_Return);
        QCOMPARE(m_store->selection.stop(), parcel.stop);
        m_place->actions().find(u"select.copy"_s)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), parcel.trackingNumber);
    }

    void filtersTheTable()
    {
        m_place->window().workbench().showArrangement(Arrangement::Support);
        auto *stops = pane<StopsPane>();
        QCOMPARE(stops->table()->model()->rowCount(), 560);
        QTest::keyClicks(stops->filterField(), u"NUNEZ"_s);
        QTRY_VERIFY(stops->table()->model()->rowCount() < 560);
        QVERIFY(stops->table()->model()->rowCount() > 0);
        stops->filterField()->setText(u"zzzzz"_s);
        QTRY_COMPARE(stops->table()->model()->rowCount(), 0);
    }

    void showsTheFiguresOfTheDay()
    {
        auto &bar = m_place->window().topBar();
        const auto &figures = m_store->figures.current();
        QCOMPARE(bar.figure(TopBar::Figure::Delivered).value(), QLocale().toString(figures.deliveredStops));
        QTest::mouseClick(&bar.figure(TopBar::Figure::Exceptions), Qt::LeftButton);
        QVERIFY(list<AttentionPane>()->hasFocus());
    }

    void comesBackAsItWasLeft()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        m_store->selection.selectStop(Test::stopId(100));
        m_place->window().workbench().showArrangement(Arrangement::Reroute);
        m_place->save(settings);
        m_store->selection.clear();
        m_place = std::make_unique<Workplace>(*m_store, *m_appearance);
        m_place->restore(settings);
        QCOMPARE(m_store->selection.stop(), Test::stopId(100));
        QCOMPARE(m_place->window().workbench().arrangement(), Arrangement::Reroute);
    }

    void showsHostileTextAsText()
    {
        Batch batch;
        auto stop = *m_store->fleet.stops().find(Test::stopId(1));
        stop.customer = u"<b>bold</b><img src=file:///etc/passwd>"_s;
        stop.address.street = QString(5000, u'x');
        stop.instructions = QString(QChar(0x202e)) + u"reversed"_s;
        batch.stops.written.append(stop);
        m_store->fleet.apply(batch);
        m_store->selection.selectStop(stop.id);
        for (const auto *label : pane<DetailsPane>()->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(!m_place->window().grab().isNull());
        QVERIFY(m_place->window().width() <= 1600);
    }

    void survivesAnEmptyAndAHugeDay()
    {
        m_store->fleet.clear();
        QVERIFY(!m_place->window().grab().isNull());
        QCOMPARE(list<RoutesPane>()->model()->rowCount(), 0);
        m_store->fleet.apply(Test::someDay(300, 5000));
        QCOMPARE(list<RoutesPane>()->model()->rowCount(), 300);
        QVERIFY(!m_place->window().grab().isNull());
    }

    void survivesRightToLeft()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        m_store->selection.selectRoute(Test::routeId(2));
        for (const auto arrangement : arrangements) {
            m_place->window().workbench().showArrangement(arrangement);
            QVERIFY(!m_place->window().grab().isNull());
        }
        QTRY_VERIFY(m_place->window().topBar().figure(TopBar::Figure::Delivered).x() > 400);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    /// Pictures for people: DOORSTEP_SCREENS=DIR tst_workplace drawsItself
    void drawsItself()
    {
        const auto folder = qEnvironmentVariable("DOORSTEP_SCREENS");
        if (folder.isEmpty())
            QSKIP("set DOORSTEP_SCREENS to a folder to get pictures");
        m_place->selectMostUrgent();
        Screenshots screenshots(*m_place, *m_appearance, folder);
        bool isDone = false;
        connect(&screenshots, &Screenshots::finished, this, [&] { isDone = true; });
        screenshots.begin();
        QTRY_VERIFY_WITH_TIMEOUT(isDone, 120'000);
    }

private:
    /// What is first in the queue is done with.
    void settleFirstConcern()
    {
        const auto index = list<AttentionPane>()->model()->index(0, 0);
        Batch batch;
        if (const auto *found =
                m_store->fleet.stops().find(StopId(index.data(AttentionListModel::StopIdRole).toString()))) {
            auto stop = *found;
            stop.status = Stop::Status::Cancelled;
            batch.stops.written.append(stop);
        } else {
            const RouteId route(index.data(AttentionListModel::RouteIdRole).toString());
            auto forecast = *m_store->fleet.forecastOf(route);
            forecast.state = Forecast::State::OnTime;
            batch.forecasts.written.append(forecast);
        }
        m_store->fleet.apply(batch);
    }

    [[nodiscard]] static QByteArray nameOf(const QWidget &widget)
    {
        QByteArray name;
        for (const QWidget *each = &widget; each; each = each->parentWidget())
            name += QByteArray(each->metaObject()->className()) + ' ' + each->objectName().toUtf8() + " < ";
        return name;
    }

    template <typename T>
    [[nodiscard]] T *pane() const
    {
        return m_place->window().findChild<T *>();
    }
    template <typename T>
    [[nodiscard]] CardList *list() const
    {
        return pane<T>()->list();
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<Workplace> m_place;
};

QTEST_MAIN(WorkplaceTest)
#include "tst_workplace.moc"
