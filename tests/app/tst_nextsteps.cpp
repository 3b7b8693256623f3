// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/casework.h"
#include "tests/app/workeddesk.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/attention/closecasesheet.h"
#include "widgets/attention/detailspane.h"
#include "widgets/attention/nextsteps.h"
#include "widgets/attention/nextstoprow.h"
#include "widgets/map/mapview.h"
#include "widgets/parts/stepbutton.h"
#include "widgets/shell/lockpage.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QMimeData>

using namespace Doorstep;
using namespace Qt::StringLiterals;

/// Takes telephone links instead of a program.
class Dialler : public QObject
{
    Q_OBJECT
public:
    QUrl dialled;

public Q_SLOTS:
    void dial(const QUrl &url) { dialled = url; }
};

/// What is offered about a selection, and what comes of taking it.
class NextStepsTest : public Test::WorkedDesk
{
    Q_OBJECT

private Q_SLOTS:
    void cutsAndPastesByKey()
    {
        const auto stop = openStop(0);
        const auto after = openStop(5);
        select({stop});
        QTest::keyClick(&m_place->window(), Qt::Key_X, Qt::ControlModifier);
        QTRY_VERIFY(toasts().newest());
        QCOMPARE(shown(stop).route, Test::routeId(0)); // until it is pasted
        QVERIFY(!action(u"edit.paste"_s)->isEnabled()); // not after itself
        select({after});
        QTRY_VERIFY(action(u"edit.paste"_s)->isEnabled());
        QTest::keyClick(&m_place->window(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(shown(stop).route, Test::routeId(5));
        const auto &stops = m_store->fleet.routes().find(Test::routeId(5))->stops;
        QCOMPARE(stops.indexOf(stop), stops.indexOf(after) + 1);
        QTRY_VERIFY(!action(u"edit.paste"_s)->isEnabled()); // once
        QVERIFY(!action(u"edit.paste"_s)->statusTip().isEmpty());
    }

    void pastesSeveralOntoARoute()
    {
        const QList stops{openStop(0), openStop(1)};
        select(stops);
        action(u"edit.cut"_s)->trigger();
        m_store->selection.selectRoute(Test::routeId(5));
        QTRY_VERIFY(action(u"edit.paste"_s)->isEnabled());
        action(u"edit.paste"_s)->trigger();
        QTRY_COMPARE(shown(stops.at(0)).route, Test::routeId(5));
        QTRY_COMPARE(shown(stops.at(1)).route, Test::routeId(5));
    }

    void pastesNothingThatItDoesNotKnow()
    {
        auto *held = new QMimeData;
        held->setData(u"application/x-doorstep-stops"_s, "nobody\n<b>\n\n" + QByteArray(100'000, 'x'));
        QApplication::clipboard()->setMimeData(held);
        m_store->selection.selectRoute(Test::routeId(5));
        QTRY_VERIFY(!action(u"edit.paste"_s)->isEnabled());
        action(u"edit.paste"_s)->trigger();
        m_place->handlingActions().refresh();
        QVERIFY(!action(u"edit.paste"_s)->isEnabled());
        QVERIFY(m_desk->undoStack().count() == 0);
    }

    void opensTheStopsMenuOnANextStop()
    {
        m_store->selection.selectRoute(Test::routeId(0));
        auto *row = m_place->window().findChild<DetailsPane *>()->nextRows().first();
        QTRY_VERIFY(row->isVisible());
        const auto stop = row->stop();
        QContextMenuEvent wanted(QContextMenuEvent::Mouse, row->rect().center(),
                                 row->mapToGlobal(row->rect().center()));
        QApplication::sendEvent(row, &wanted);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QVERIFY(QApplication::activePopupWidget()->actions().contains(action(u"stop.pin"_s)));
        QCOMPARE(m_store->selection.stop(), stop);
        QApplication::activePopupWidget()->close();
    }

    // As when somebody signs out: the button with the keyboard is disabled, the keyboard goes on, and who hears of that
    // takes the steps away.
    void stepsMayGoWhileTheyAreFollowed()
    {
        QAction first(u"First"_s);
        QAction second(u"Second"_s);
        NextSteps steps;
        steps.setActions({{Advice::Step::Rescue, &first}, {Advice::Step::CallDriver, &second}});
        steps.show({.reason = Advice::Reason::RouteLate, .steps = {Advice::Step::Rescue, Advice::Step::CallDriver}},
                   {});
        static_cast<QWidget &>(steps).show();
        steps.activateWindow();
        QTRY_VERIFY(steps.best());
        steps.best()->setFocus();
        QTRY_VERIFY(steps.best()->hasFocus());
        connect(qApp, &QApplication::focusChanged, &steps, [&steps, &second](QWidget *, QWidget *) {
            second.setEnabled(false);
            steps.show({}, {});
        });
        first.setEnabled(false);
        QVERIFY(steps.best() == nullptr);
        for (const auto *button : steps.findChildren<StepButton *>())
            QVERIFY(button->step() == nullptr && button->isHidden());
    }

    void takesTwoLinesAtMost()
    {
        select({openStop(0)});
        NextSteps narrow;
        narrow.setActions(m_place->handlingActions().stepActions());
        narrow.show({.reason = Advice::Reason::Late,
                     .steps = {Advice::Step::Assign, Advice::Step::CallCustomer, Advice::Step::Reschedule}},
                    u"Will miss its window by 18 min."_s);
        narrow.resize(900, 200);
        static_cast<QWidget &>(narrow).show();
        const auto visible = [&narrow] {
            int count = 0;
            for (const auto *button : narrow.findChildren<QPushButton *>())
                count += button->isVisible() ? 1 : 0;
            return count;
        };
        QTRY_COMPARE(visible(), 4);
        narrow.resize(250, 200);
        QTRY_COMPARE(visible(), 3); // Reschedule is behind More
        narrow.resize(900, 200);
        QTRY_COMPARE(visible(), 4);
    }

    void offersTheBestStepAndDoesItByEnter()
    {
        const auto stop = failedStop(at14To(60));
        select({stop});
        auto &steps = m_place->window().findChild<DetailsPane *>()->steps();
        QTRY_VERIFY(steps.best());
        QCOMPARE(steps.best()->step(), action(u"stop.again"_s));
        QVERIFY(steps.best()->isVisible());
        QCOMPARE(steps.best()->accessibleName(), u"Try again"_s);
        auto *cards = m_place->window().findChild<AttentionPane *>()->list();
        cards->setFocus();
        QTRY_VERIFY(cards->currentIndex().isValid());
        QTest::keyClick(cards, Qt::Key_Return);
        QTRY_VERIFY(shown(stop).isOpen());
        QTRY_VERIFY(m_store->selection.stop() != stop); // the next card follows
    }

    void saysWhyTheBestStepIsRefused()
    {
        signIn(User::Role::Support);
        const auto stop = openStop(0);
        auto late = shown(stop);
        late.window = {.from = Test::at(12), .to = Test::at(13)};
        Batch batch;
        batch.stops.written = {late};
        m_store->overlay.apply(batch);
        select({stop});
        auto &steps = m_place->window().findChild<DetailsPane *>()->steps();
        const auto buttons = steps.findChildren<StepButton *>();
        const auto assign = [&] {
            const auto found = std::ranges::find(buttons, action(u"stop.assign"_s), &StepButton::step);
            return found == buttons.end() ? nullptr : *found;
        };
        QTRY_VERIFY(assign());
        QTRY_VERIFY(!assign()->isEnabled()); // support gives nothing to drivers
        QVERIFY(assign()->isVisible());
        QVERIFY(assign()->accessibleDescription().contains(u"dispatcher"_s));
        QVERIFY(steps.best() && steps.best()->step() != action(u"stop.assign"_s));
    }

    void offersNothingThatIsSoAlready()
    {
        const auto failed = failedStop(at14To(60));
        select({failed});
        QTRY_VERIFY(action(u"stop.again"_s)->isEnabled());
        QVERIFY(!action(u"stop.failed"_s)->isEnabled());
        QVERIFY(!action(u"stop.failed"_s)->statusTip().isEmpty());
        select({openStop(0)});
        QTRY_VERIFY(action(u"stop.failed"_s)->isEnabled());
        QVERIFY(!action(u"stop.again"_s)->isEnabled());
    }

    void triesAFailedStopOfAFinishedRouteElsewhereAndTakesItBack()
    {
        const auto stop = failedStop(at14To(60));
        auto route = *m_store->fleet.routes().find(shown(stop).route);
        Batch over;
        for (const auto &id : route.stops) {
            auto one = shown(id);
            if (one.isOpen())
                one.status = Stop::Status::Cancelled;
            over.stops.written.append(one);
        }
        route.status = Route::Status::Finished;
        over.routes.written = {route};
        m_store->overlay.apply(over);
        select({stop});
        QTRY_VERIFY(action(u"stop.assign"_s)->isEnabled());
        QMenu menu;
        m_place->handlingActions().fillRoutes(menu);
        QVERIFY(!choiceOf(menu, route.id)->isEnabled()); // nobody drives there any more
        choiceOf(menu, Test::routeId(5))->trigger();
        QTRY_COMPARE(shown(stop).route, Test::routeId(5));
        QVERIFY(shown(stop).isOpen());
        QVERIFY(!m_store->fleet.routes().find(route.id)->stops.contains(stop));
        QTRY_VERIFY(action(u"edit.undo"_s)->isEnabled());
        action(u"edit.undo"_s)->trigger();
        QTRY_COMPARE(shown(stop).status, Stop::Status::Failed);
        QCOMPARE(shown(stop).route, route.id);
        QCOMPARE(m_store->fleet.routes().find(route.id)->stops, route.stops);
    }

    void callsWhoeverHasANumber()
    {
        Dialler dialler;
        QDesktopServices::setUrlHandler(u"tel"_s, &dialler, "dial");
        const auto stop = openStop(0);
        auto known = shown(stop);
        known.phone = u"+598 (99) 123-456;phone-context=evil"_s;
        Batch batch;
        batch.stops.written = {known};
        m_store->overlay.apply(batch);
        select({stop});
        QTRY_VERIFY(action(u"stop.call"_s)->isEnabled());
        QTest::keyClick(&m_place->window(), Qt::Key_C);
        QCOMPARE(dialler.dialled, QUrl(u"tel:+59899123456"_s));
        QCOMPARE(QApplication::clipboard()->text(), known.phone);
        QTRY_VERIFY(toasts().newest() && toasts().newest()->text().contains(known.phone));
        QDesktopServices::unsetUrlHandler(u"tel"_s);
        known.phone.clear();
        batch.stops.written = {known};
        m_store->overlay.apply(batch);
        QTRY_VERIFY(!action(u"stop.call"_s)->isEnabled());
    }

    void leavesNothingOverAWindowThatIsLocked()
    {
        auto &window = m_place->window();
        select({failedStop(at14To(60))});
        m_place->casework().refresh();
        action(u"case.close"_s)->trigger();
        const auto *sheet = window.findChild<CloseCaseSheet *>();
        QTRY_VERIFY(sheet->isVisible());
        toasts().tell(Toast::Tone::Done, u"Moved Rivera 2100 to Carla Núñez"_s, u"Undo"_s);
        window.showLocked();
        QVERIFY(!sheet->isVisible());
        QVERIFY(toasts().all().isEmpty());
        QVERIFY(window.lockPage().isVisible());
        window.showWorkbench();
    }

    void putsToastsWhereTheyCoverNoRow()
    {
        toasts().tell(Toast::Tone::Done, u"Moved Rivera 2100 to Carla Núñez"_s, u"Undo"_s);
        toasts().tell(Toast::Tone::Refused, u"Not done"_s);
        auto &window = m_place->window();
        const auto &map = m_place->map();
        const QRect place(map.mapTo(&window, QPoint()), map.size());
        for (const auto *toast : toasts().all())
            QVERIFY(place.contains(toast->geometry()));
        window.resize(1280, 720);
        QTRY_COMPARE(window.size(), QSize(1280, 720));
        QTRY_VERIFY(QRect(map.mapTo(&window, QPoint()), map.size()).contains(toasts().all().first()->geometry()));
    }
};

QTEST_MAIN(NextStepsTest)
#include "tst_nextsteps.moc"
