// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/reroutework.h"
#include "models/wire/problemwire.h"
#include "models/wire/rawjson.h"
#include "tests/app/fakeplanner.h"
#include "tests/app/workeddesk.h"
#include "widgets/parts/chip.h"
#include "widgets/parts/notice.h"
#include "widgets/reroute/choicerow.h"
#include "widgets/reroute/figurestable.h"
#include "widgets/reroute/reroutelists.h"
#include "widgets/reroute/reroutepane.h"

#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Reroutings from the key to the toast, with a server that plans as the test says.
class RerouteWorkTest : public Test::WorkedDesk
{
    Q_OBJECT

private:
    std::unique_ptr<Test::FakePlanner> m_planner;
    std::unique_ptr<ProposalClient> m_client;
    RouteId m_first;
    RouteId m_second;

    [[nodiscard]] ReroutePane &pane() { return *m_place->window().findChild<ReroutePane *>(); }
    template <typename T>
    [[nodiscard]] T &part()
    {
        return *pane().template findChild<T *>();
    }
    [[nodiscard]] QPushButton &button(const QString &beginning)
    {
        for (auto *one : m_place->window().findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text().startsWith(beginning))
                return *one;
        }
        qFatal("no button %s", qPrintable(beginning));
    }
    [[nodiscard]] bool says(const QString &text)
    {
        const auto labels = m_place->window().findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&](const QLabel *one) { return one->isVisible() && one->text().contains(text); });
    }
    [[nodiscard]] QList<StopId> stopsOf(const RouteId &route) { return m_store->fleet.routes().find(route)->stops; }

    /// The last open stop of the first route goes to the second one's end, as long as that is so now.
    QList<RouteOrder> lastToTheOther(const Rerouting &)
    {
        auto first = stopsOf(m_first);
        auto second = stopsOf(m_second);
        const auto moved = first.takeLast();
        second.append(moved);
        return {{.route = m_first, .was = {}, .stops = first}, {.route = m_second, .was = {}, .stops = second}};
    }
    void begin(const QList<StopId> &stops = {})
    {
        const auto some =
            stops.isEmpty() ? QList<StopId>{stopsOf(m_first).constLast(), stopsOf(m_second).constLast()} : stops;
        select(some);
        QVERIFY(action(u"reroute.start"_s)->isEnabled());
        QTest::keyClick(&m_place->window(), Qt::Key_R);
    }
    void beginAndWait()
    {
        begin();
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Draft);
        QTRY_VERIFY(part<ChangesList>().isVisible());
    }

    /// Two routes on the road, whose last stops are open and may go anywhere; and somebody who plans.
    void equip()
    {
        m_first = Test::routeId(0);
        m_second = Test::routeId(1);
        Batch batch;
        for (const auto &id : {m_first, m_second}) {
            auto route = *m_store->fleet.routes().find(id);
            route.status = Route::Status::Underway;
            batch.routes.written.append(route);
            for (const auto &name : route.stops.last(3)) {
                auto stop = shown(name);
                stop.status = Stop::Status::Planned;
                stop.completedAt = {};
                stop.pinned = false;
                stop.held = false;
                stop.promises.clear();
                batch.stops.written.append(stop);
            }
        }
        m_store->overlay.apply(batch);
        m_planner = std::make_unique<Test::FakePlanner>(*m_store);
        m_planner->plan = [this](const Rerouting &asked) { return lastToTheOther(asked); };
        m_client = std::make_unique<ProposalClient>(
            ProposalClient::Options{.server = m_planner->url(), .trustedCertificate = {}, .pause = 5ms});
        m_place->setProposals(m_client.get());
        m_place->window().workbench().showArrangement(Arrangement::Reroute);
    }
    void unequip()
    {
        m_place->setProposals(nullptr);
        m_client.reset();
        m_planner.reset();
    }

private Q_SLOTS:
    void init()
    {
        WorkedDesk::init();
        equip();
    }
    void cleanup()
    {
        unequip();
        WorkedDesk::cleanup();
    }

    void asksShowsAndSendsByKeysAlone()
    {
        begin();
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Draft);
        QCOMPARE(m_planner->asked.constFirst().stops.size(), 2);
        QVERIFY(m_planner->asked.constFirst().routes.contains(m_first));
        auto &changes = part<ChangesList>();
        QCOMPARE(changes.model()->rowCount(), 1);
        QVERIFY(part<FiguresTable>().model()->rowCount() > 5);
        const auto moved = stopsOf(m_first).constLast();
        QTest::keyClick(&pane(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shown(moved).route, m_second);
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Sent);
        QTRY_VERIFY(toasts().newest());
        QVERIFY(says(u"Sent to 2 driver(s)"_s) || says(u"Sent to 2 drivers"_s));
    }

    void asksOnceForTheRoadsOfWhatIsNew()
    {
        beginAndWait();
        const auto moved = *m_store->fleet.stops().find(stopsOf(m_first).constLast());
        const auto leadsThere = [&] {
            return std::ranges::any_of(m_planner->drives,
                                       [&](const Drive &drive) { return drive.to == moved.driveTo(); });
        };
        QTRY_VERIFY(leadsThere());
        const auto asked = m_planner->drives;
        auto *proposed = action(u"reroute.proposed"_s);
        proposed->trigger();
        proposed->trigger();
        action(u"reroute.send"_s)->trigger();
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Sent);
        QCOMPARE(m_planner->drives, asked);
    }

    void takesItBackAndDoesItAgain()
    {
        beginAndWait();
        const auto moved = stopsOf(m_first).constLast();
        action(u"reroute.send"_s)->trigger();
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Sent);
        QTRY_COMPARE(shown(moved).route, m_second);
        button(u"Undo"_s).click();
        QTRY_COMPARE(shown(moved).route, m_first);
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Draft); // it fits again
        action(u"edit.redo"_s)->trigger();
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Sent);
        QCOMPARE(shown(moved).route, m_second);
    }

    void refusesARowBySpace()
    {
        beginAndWait();
        auto &changes = part<ChangesList>();
        changes.setFocus();
        changes.setCurrentIndex(changes.model()->index(0, 0));
        QTest::keyClick(&changes, Qt::Key_Space);
        QTRY_VERIFY(m_planner->asked.constLast().isCheck);
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Draft);
        QCOMPARE(changes.model()->index(0, 0).data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Unchecked);
        QVERIFY(!pane().canSend()); // nothing is left of it
        QTest::keyClick(&changes, Qt::Key_Delete); // already
        QTest::keyClick(&changes, Qt::Key_Space);
        QTRY_VERIFY(pane().canSend());
    }

    void refusesARowByAClick()
    {
        beginAndWait();
        auto &changes = part<ChangesList>();
        const auto box = changes.visualRect(changes.model()->index(0, 0));
        QTest::mouseClick(changes.viewport(), Qt::LeftButton, {}, {box.left() + 18, box.center().y()});
        QTRY_VERIFY(m_planner->asked.constLast().isCheck);
    }

    void movesByHandAndIsCheckedAtOnce()
    {
        beginAndWait();
        auto &sequence = part<SequenceList>();
        sequence.setFocus();
        const int rows = sequence.model()->rowCount();
        QVERIFY(rows >= 2);
        // The last one that is driven to.
        int last = rows - 1;
        while (sequence.model()->index(last, 0).data(RerouteSequenceModel::NumberRole).toInt() == 0)
            --last;
        const auto stop = sequence.model()->index(last, 0).data(RerouteSequenceModel::StopIdRole).toString();
        sequence.setCurrentIndex(sequence.model()->index(last, 0));
        QTest::keyClick(&sequence, Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(sequence.model()->index(last - 1, 0).data(RerouteSequenceModel::StopIdRole).toString(), stop);
        QCOMPARE(sequence.currentIndex().row(), last - 1);
        QTRY_VERIFY(m_planner->asked.constLast().isCheck);
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Draft);
        QVERIFY(sequence.model()->index(last - 1, 0).data(RerouteSequenceModel::ArrivalRole).toDateTime().isValid());
    }

    void dropsAStopBetweenTwoOthers()
    {
        beginAndWait();
        auto &sequence = part<SequenceList>();
        auto &model = *sequence.model();
        int last = model.rowCount() - 1;
        while (model.index(last, 0).data(RerouteSequenceModel::NumberRole).toInt() == 0)
            --last;
        const auto stop = model.index(last, 0).data(RerouteSequenceModel::StopIdRole).toString();
        // What the view does when the mouse is let go between two rows.
        const std::unique_ptr<QMimeData> held(model.mimeData({model.index(last, 0)}));
        QVERIFY(model.canDropMimeData(held.get(), Qt::MoveAction, last - 1, 0, {}));
        QVERIFY(!model.canDropMimeData(held.get(), Qt::MoveAction, -1, -1, model.index(0, 0)));
        model.dropMimeData(held.get(), Qt::MoveAction, last - 1, 0, {});
        QTRY_COMPARE(model.index(last - 1, 0).data(RerouteSequenceModel::StopIdRole).toString(), stop);
        QTRY_VERIFY(m_planner->asked.constLast().isCheck);
        QMimeData strange;
        strange.setData(model.mimeTypes().constFirst(), "no-such-stop");
        QVERIFY(!model.canDropMimeData(&strange, Qt::MoveAction, 0, 0, {}));
    }

    void isInTheKeysOnceThereIsAnAnswer()
    {
        begin();
        QTRY_VERIFY(part<ChangesList>().hasFocus());
    }

    void stopsAndKeepsTheBest()
    {
        m_planner->isFinal = false;
        begin();
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Searching);
        QTRY_VERIFY(part<ChangesList>().isVisible());
        button(u"Stop"_s).click();
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Draft);
        QCOMPARE(m_planner->ended, 1);
    }

    void saysThatTheWorldMovedOnAndAsksAgainByOneKey()
    {
        beginAndWait();
        auto route = *m_store->fleet.routes().find(m_first);
        route.stops.swapItemsAt(route.stops.size() - 2, route.stops.size() - 1);
        Batch batch;
        batch.routes.written = {route};
        m_store->overlay.apply(batch);
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Expired);
        QVERIFY(!pane().canSend());
        QVERIFY(part<Notice>().text().contains(u"moved on"_s));
        part<ChangesList>().setFocus();
        QTest::keyClick(&part<ChangesList>(), Qt::Key_R);
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Draft);
        QVERIFY(pane().canSend());
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing to move") << 409 << QByteArray("nothing_open") << u"Nothing on these routes"_s;
        QTest::newRow("too many") << 409 << QByteArray("too_many_stops") << u"Choose fewer routes"_s;
        QTest::newRow("no map") << 503 << QByteArray("no_region") << u"no road map"_s;
        QTest::newRow("busy") << 503 << QByteArray("busy") << u"Try again"_s;
    }
    void saysWhyNot()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, code);
        QFETCH(const QString, words);
        m_planner->status = status;
        m_planner->problem = Wire::compact(
            Wire::toJson(Wire::Problem{.status = status, .code = QString::fromLatin1(code), .title = u"x"_s}));
        begin();
        QTRY_VERIFY(part<Notice>().isVisible());
        QVERIFY2(part<Notice>().text().contains(words), qPrintable(part<Notice>().text()));
        m_planner->status = 200;
        part<Notice>().findChild<QPushButton *>()->click();
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Draft);
        QTRY_VERIFY(!part<Notice>().isVisible());
    }

    void comparesProposals()
    {
        beginAndWait();
        auto *goal = [this]() -> ChoiceRow * {
            for (auto *row : pane().findChildren<ChoiceRow *>()) {
                if (row->accessibleName().startsWith(u"Goal"_s))
                    return row;
            }
            return nullptr;
        }();
        QVERIFY(goal);
        QTest::keyClick(goal, Qt::Key_Down);
        QTRY_VERIFY(goal->menu().isVisible());
        goal->menu().actions().at(1)->trigger();
        goal->menu().close();
        QTRY_COMPARE(m_planner->asked.constLast().goal, Rerouting::Goal::LeastDriving);
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Draft);
        QTRY_COMPARE(pane().findChildren<Chip *>(Qt::FindChildrenRecursively).size(), 3); // and the map's
        action(u"reroute.discard"_s)->trigger();
        QCOMPARE(pane().stage(), ReroutePane::Stage::Draft); // the first one
        QVERIFY(goal->choice().startsWith(u"Fewest late"_s));
        action(u"reroute.discard"_s)->trigger();
        QCOMPARE(pane().stage(), ReroutePane::Stage::Empty);
    }

    void whoWasVisitedNeedsNoTelling()
    {
        beginAndWait();
        const auto moved = stopsOf(m_first).constLast();
        action(u"reroute.send"_s)->trigger();
        QTRY_VERIFY(part<TellList>().isVisible());
        const auto &customers = *part<TellList>().model();
        QCOMPARE(customers.rowCount(), 1);
        auto stop = shown(moved);
        stop.status = Stop::Status::Delivered;
        Batch batch;
        batch.stops.written = {stop};
        m_store->overlay.apply(batch);
        QTRY_COMPARE(customers.rowCount(), 0);
        QTRY_VERIFY(says(u"Nobody has to be told"_s));
    }

    void tellsCustomersOneByOne()
    {
        beginAndWait();
        const auto moved = stopsOf(m_first).constLast();
        action(u"reroute.send"_s)->trigger();
        QTRY_VERIFY(part<TellList>().isVisible());
        auto &customers = part<TellList>();
        QCOMPARE(customers.model()->rowCount(), 1);
        customers.setFocus();
        customers.setCurrentIndex(customers.model()->index(0, 0));
        QTest::keyClick(&customers, Qt::Key_Space);
        QTRY_COMPARE(shown(moved).promises.size(), 1);
        QTRY_VERIFY(customers.model()->index(0, 0).data(RerouteTellModel::IsToldRole).toBool());
        QTRY_VERIFY(says(u"All customers are told"_s));
        // What is last done is the telling: Undo in the pane still means the plan, and the telling stays.
        button(u"Undo"_s).click();
        QTRY_COMPARE(shown(moved).route, m_first);
        QCOMPARE(shown(moved).promises.size(), 1);
    }

    void givesBackTheRestWhenADriverHasActed()
    {
        m_planner->plan = [this](const Rerouting &) {
            auto first = stopsOf(m_first);
            auto second = stopsOf(m_second);
            second.append(first.takeLast());
            second.append(first.takeLast());
            return QList<RouteOrder>{{.route = m_first, .was = {}, .stops = first},
                                     {.route = m_second, .was = {}, .stops = second}};
        };
        const auto last = stopsOf(m_first).constLast();
        const auto other = stopsOf(m_first).at(stopsOf(m_first).size() - 2);
        beginAndWait();
        action(u"reroute.send"_s)->trigger();
        QTRY_COMPARE(shown(last).route, m_second);
        auto done = shown(last);
        done.status = Stop::Status::Delivered;
        done.completedAt = m_store->clock.now();
        Batch batch;
        batch.stops.written = {done};
        m_store->overlay.apply(batch);
        action(u"edit.undo"_s)->trigger();
        QTRY_VERIFY(part<Notice>().isVisible());
        part<Notice>().findChild<QPushButton *>()->click();
        QTRY_COMPARE(shown(other).route, m_first);
        QCOMPARE(shown(last).route, m_second);
    }

    void startsWithOneKey_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("isLeaving");
        QTest::newRow("rescue") << u"reroute.rescue"_s << false;
        QTest::newRow("breakdown") << u"reroute.breakdown"_s << true;
        QTest::newRow("sick") << u"reroute.sick"_s << true;
    }
    void startsWithOneKey()
    {
        QFETCH(const QString, id);
        QFETCH(const bool, isLeaving);
        m_store->selection.selectRoute(m_first);
        action(id)->trigger();
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Draft);
        const auto &asked = m_planner->asked.constFirst();
        QCOMPARE(asked.routes.constFirst(), m_first);
        QVERIFY(asked.routes.size() >= 2 && asked.routes.size() <= 8);
        QCOMPARE(asked.leaving.contains(m_first), isLeaving);
        action(u"reroute.send"_s)->trigger();
        QTRY_COMPARE(pane().stage(), ReroutePane::Stage::Sent);
        const auto driver = m_store->fleet.routes().find(m_first)->driver;
        QTRY_VERIFY(toasts().newest());
        const auto isOff = [this, driver] {
            return m_store->fleet.drivers().find(driver)->duty == Driver::Duty::OffDuty;
        };
        QTRY_COMPARE(isOff(), id == "reroute.sick"_L1);
    }

    void doesNothingWithoutAServer()
    {
        m_place->setProposals(nullptr);
        begin();
        QTRY_VERIFY(part<Notice>().isVisible());
        QVERIFY(!pane().canSend());
    }

    void doesNotSendWhileSomebodyWrites()
    {
        beginAndWait();
        QVERIFY(action(u"reroute.send"_s)->isEnabled());
        QLineEdit line(&m_place->window());
        line.show();
        line.setFocus();
        QTRY_VERIFY(!action(u"reroute.send"_s)->isEnabled());
    }

    void blinksOnTheMap()
    {
        beginAndWait();
        auto *proposed = action(u"reroute.proposed"_s);
        QVERIFY(proposed->isChecked());
        QTest::keyClick(&m_place->window(), Qt::Key_B);
        QVERIFY(!proposed->isChecked());
        QTest::keyClick(&m_place->window(), Qt::Key_B);
        QVERIFY(proposed->isChecked());
    }

    void fitsEverywhere_data()
    {
        QTest::addColumn<Test::Look>("look");
        QTest::newRow("small and dark") << Test::Look{.isDark = true, .size = {1280, 720}};
        QTest::newRow("mirrored") << Test::Look{.isMirrored = true};
        QTest::newRow("Spanish") << Test::Look{.language = u"es"_s};
    }
    void fitsEverywhere()
    {
        QFETCH(const Test::Look, look);
        unequip();
        wear(look);
        equip();
        beginAndWait();
        for (auto *widget : pane().findChildren<QWidget *>()) {
            const bool isControl = widget->focusPolicy() != Qt::NoFocus || qobject_cast<QAbstractButton *>(widget);
            if (!isControl || !widget->isVisible())
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty() || !widget->property("text").toString().isEmpty(),
                     widget->metaObject()->className());
            QVERIFY2(widget->width() <= pane().width(), widget->metaObject()->className());
        }
        QVERIFY(pane().sizeHint().width() <= 480);
        if (const auto directory = qEnvironmentVariable("DOORSTEP_SCREENS"); !directory.isEmpty())
            m_place->window().grab().save(
                u"%1/reroute-%2.png"_s.arg(directory, QString::fromUtf8(QTest::currentDataTag())));
        wearUsual();
    }
};

QTEST_MAIN(RerouteWorkTest)

#include "tst_reroutework.moc"
