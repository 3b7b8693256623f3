// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/waywords.h"
#include "models/store/insertions.h"
#include "tests/app/workeddesk.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/attention/detailspane.h"
#include "widgets/attention/nextsteps.h"
#include "widgets/attention/waysoutlist.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What can be done inside a case, what is said of it before, and what comes of it.
class WaysOutTest : public Test::WorkedDesk
{
    Q_OBJECT

private Q_SLOTS:
    void reckonsWhereAnotherTryCostsLeast()
    {
        const auto stop = missed();
        QTRY_COMPARE(m_store->insertions.stop(), stop);
        QVERIFY(m_store->insertions.isAsking()); // of the backend
        QVERIFY(why().contains(u"Reckoning"_s));
        const auto before = openStop(5);
        answer({insertion(5, before, 6min)});
        QTRY_VERIFY(row(u"insert:"_s));
        QCOMPARE(ways().ways().first().id, u"insert:"_s + Test::routeId(5).toString());
        const auto text = row(u"insert:"_s)->accessibleName();
        QVERIFY2(text.contains(nameOf(Test::routeId(5))), qPrintable(text));
        QVERIFY2(text.contains(u"+6 min"_s) && text.contains(u"in time"_s) && text.contains(u"nobody else later"_s),
                 qPrintable(text));
        QVERIFY(text.contains(WayWords::address(shown(before))));

        QTest::mouseClick(row(u"insert:"_s), Qt::LeftButton);
        QTRY_COMPARE(shown(stop).route, Test::routeId(5));
        QCOMPARE(shown(stop).status, Stop::Status::Planned);
        const auto &stops = m_store->fleet.routes().find(Test::routeId(5))->stops;
        QCOMPARE(stops.indexOf(stop) + 1, stops.indexOf(before));
        QCOMPARE(m_desk->undoStack().count(), 1); // one decision
        m_desk->undo();
        QTRY_COMPARE(shown(stop).status, Stop::Status::Failed);
        QCOMPARE(shown(stop).route, Test::routeId(0));
    }

    void doesTheBestByOneKey()
    {
        const auto stop = missed();
        answer({insertion(5, openStop(5), 6min)});
        QTRY_VERIFY(ways().hasBest());
        auto *steps = &m_place->window().findChild<DetailsPane *>()->steps();
        QVERIFY(steps->best() == nullptr); // there is one best only
        auto *cards = m_place->window().findChild<AttentionPane *>()->list();
        cards->setFocus();
        QTRY_VERIFY(cards->currentIndex().isValid());
        QTest::keyClick(cards, Qt::Key_Return);
        QTRY_COMPARE(shown(stop).route, Test::routeId(5));
        QCOMPARE(m_desk->undoStack().count(), 1);
    }

    void leavesTheFirstStepToATalkOrAnAddress()
    {
        auto stop = shown(missed());
        stop.failure = Stop::Failure::WrongAddress;
        Batch batch;
        batch.stops.written = {stop};
        m_store->overlay.apply(batch);
        answer({insertion(5, openStop(5), 6min)});
        QTRY_VERIFY(row(u"insert:"_s));
        QVERIFY(!ways().hasBest());
        QVERIFY(m_place->window().findChild<DetailsPane *>()->steps().best() != nullptr);
    }

    void saysWhatItBreaks()
    {
        const auto stop = missed();
        auto dear = insertion(5, openStop(5), 6min);
        const auto other = openStop(5);
        dear.moves = {{.stop = other, .later = 10min, .lateBy = 8min, .wasLateBy = 0s}};
        QTRY_COMPARE(m_store->insertions.stop(), stop);
        answer({dear});
        QTRY_VERIFY(row(u"insert:"_s));
        const auto text = row(u"insert:"_s)->accessibleName();
        QVERIFY2(text.contains(u"1 other window"_s) && text.contains(u"8 min"_s), qPrintable(text));
        QVERIFY(static_cast<WayOutRow *>(row(u"insert:"_s))->way().costs);
        QCOMPARE(ways().ways().first().id, u"tomorrow"_s); // which breaks nothing
        QVERIFY(!why().isEmpty());
    }

    void putsOffUntilTomorrowInOneDecision()
    {
        const auto stop = missed();
        const auto window = shown(stop).window;
        QTRY_VERIFY(row(u"tomorrow"_s));
        QTest::mouseClick(row(u"tomorrow"_s), Qt::LeftButton);
        QTRY_COMPARE(shown(stop).window.from, window.from.addDays(1));
        QCOMPARE(shown(stop).status, Stop::Status::Planned);
        QVERIFY(!shown(stop).route.isValid());
        QCOMPARE(m_desk->undoStack().count(), 1);
        m_desk->undo();
        QTRY_COMPARE(shown(stop).window, window);
        QCOMPARE(shown(stop).status, Stop::Status::Failed);
    }

    void leavesItWithANeighbourWithConsent()
    {
        const auto stop = missed();
        const auto method = shown(stop).method;
        answer({insertion(5, openStop(5), 6min)});
        QTRY_VERIFY(row(u"place"_s));
        QTest::mouseClick(row(u"place"_s), Qt::LeftButton);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_COMPARE(shown(stop).method, Stop::Method::Neighbour);
        QCOMPARE(shown(stop).route, Test::routeId(5));
        QCOMPARE(m_store->fleet.notes().size(), 1);
        QVERIFY(m_store->fleet.notes().at(0).text.contains(u"agreed"_s));
        QCOMPARE(m_desk->undoStack().count(), 1);
        m_desk->undo();
        QTRY_COMPARE(shown(stop).method, method);
        QCOMPARE(shown(stop).status, Stop::Status::Failed);
        QCOMPARE(m_store->fleet.notes().size(), 0);
    }

    void findsADriverForWhatHasNone()
    {
        const auto stop = openStop(0);
        auto loose = shown(stop);
        auto route = *m_store->fleet.routes().find(Test::routeId(0));
        route.stops.removeAll(stop);
        loose.route = {};
        Batch batch;
        batch.stops.written = {loose};
        batch.routes.written = {route};
        m_store->overlay.apply(batch);
        m_store->selection.selectStop(stop);
        QTRY_COMPARE(m_store->insertions.stop(), stop);
        auto near = insertion(5, openStop(5), 6min);
        near.cost = 52.4;
        answer({near, insertion(6, openStop(6), 12min), insertion(7, openStop(7), 20min)});
        QTRY_COMPARE(ways().ways().size(), 3);
        QVERIFY(why().contains(nameOf(Test::routeId(5))));
        const auto text = row(u"insert:"_s)->accessibleName();
        QVERIFY2(text.contains(u"cost +52"_s), qPrintable(text));
        QTest::mouseClick(row(u"insert:"_s), Qt::LeftButton);
        QTRY_COMPARE(shown(stop).route, Test::routeId(5));
        QCOMPARE(m_desk->undoStack().count(), 1);
        m_desk->undo();
        QTRY_VERIFY(!shown(stop).route.isValid());
    }

    void returnsItToTheDepot()
    {
        const auto stop = missed();
        QTRY_VERIFY(row(u"return"_s));
        QTest::mouseClick(row(u"return"_s), Qt::LeftButton);
        QTRY_COMPARE(shown(stop).status, Stop::Status::Cancelled);
        QCOMPARE(shown(stop).note, u"Returned to the depot"_s);
        m_desk->undo();
        QTRY_COMPARE(shown(stop).status, Stop::Status::Failed);
    }

    void offersAnotherTryWithoutTheServer()
    {
        const auto stop = missed();
        m_store->insertions.fail(stop, {.kind = Error::Kind::Offline, .detail = u"no network"_s});
        QTRY_VERIFY(row(u"again"_s));
        QVERIFY(why().contains(u"cannot say now"_s));
        QTest::mouseClick(row(u"again"_s), Qt::LeftButton);
        QTRY_COMPARE(shown(stop).status, Stop::Status::Planned);
        QCOMPARE(shown(stop).route, Test::routeId(0));
    }

    void ignoresAnAnswerAboutAnother()
    {
        const auto stop = missed();
        QTRY_COMPARE(m_store->insertions.stop(), stop);
        m_store->insertions.take(openStop(3), Test::at(14, 7), {insertion(5, openStop(5), 6min)});
        QVERIFY(m_store->insertions.isAsking());
        QVERIFY(m_store->insertions.all().isEmpty());
    }

    void refusesWhatHasMovedMeanwhile()
    {
        const auto stop = missed();
        answer({insertion(5, openStop(3), 6min)}); // before one that is on another route
        QTRY_VERIFY(row(u"insert:"_s));
        QVERIFY(!row(u"insert:"_s)->isEnabled());
        QVERIFY(row(u"insert:"_s)->accessibleName().contains(u"meanwhile"_s));
        QCOMPARE(shown(stop).status, Stop::Status::Failed);
    }

    void givesALateStopToWhoIsNear()
    {
        const auto stop = lateStop();
        QTRY_COMPARE(m_store->insertions.stop(), stop);
        auto near = insertion(5, openStop(5), 4min);
        answer({near});
        QTRY_VERIFY(row(u"insert:"_s));
        QCOMPARE(ways().ways().first().id, u"insert:"_s + Test::routeId(5).toString());
        QTest::keyClick(&m_place->window(), Qt::Key_O); // by keys alone
        QTRY_COMPARE(QApplication::focusWidget(), row(u"insert:"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(shown(stop).route, Test::routeId(5));
        m_desk->undo();
        QTRY_COMPARE(shown(stop).route, Test::routeId(0));
    }

    void saysWhomToTell()
    {
        const auto stop = lateStop();
        QTRY_VERIFY(row(u"tell"_s));
        QCOMPARE(ways().ways().first().id, u"tell"_s); // while nothing better is known
        QTest::mouseClick(row(u"tell"_s), Qt::LeftButton);
        const auto copied = QApplication::clipboard()->text();
        QVERIFY2(copied.contains(shown(stop).customer) && copied.contains(shown(stop).phone), qPrintable(copied));
        QVERIFY(copied.contains(u"expected at"_s));
        QVERIFY(toasts().newest());
        QCOMPARE(m_desk->undoStack().count(), 0);
    }

    void offersNothingWithoutACase()
    {
        select({openStop(2)});
        QTRY_VERIFY(!m_store->insertions.stop().isValid());
        QVERIFY(ways().ways().isEmpty());
        QVERIFY(!ways().isVisible());
        QVERIFY(!action(u"case.ways"_s)->isEnabled());
    }

private:
    [[nodiscard]] WaysOutList &ways() const { return m_place->window().findChild<DetailsPane *>()->ways(); }
    [[nodiscard]] QString why() const
    {
        QStringList texts;
        for (const auto *label : ways().findChildren<QLabel *>(Qt::FindDirectChildrenOnly))
            texts << label->text();
        return texts.join(u' ');
    }
    /// The first whose id begins so, when it is shown.
    [[nodiscard]] QAbstractButton *row(const QString &id) const
    {
        for (auto *one : ways().findChildren<WayOutRow *>()) {
            if (one->isVisibleTo(&ways()) && one->way().id.startsWith(id))
                return one;
        }
        return nullptr;
    }
    void answer(const QList<Insertion> &all)
    {
        QTRY_VERIFY(m_store->insertions.isAsking());
        m_store->insertions.take(m_store->insertions.stop(), m_store->clock.now(), all);
    }
    [[nodiscard]] static Insertion insertion(int route, const StopId &before, std::chrono::seconds added)
    {
        return {.route = Test::routeId(route), .before = before, .arrival = at14To(30), .added = added};
    }
    StopId missed()
    {
        const auto stop = failedStop(at14To(120));
        select({stop});
        return stop;
    }
    /// Expected twenty minutes after its window.
    StopId lateStop()
    {
        auto stop = shown(openStop(0));
        stop.window = {.from = Test::at(13), .to = at14To(10)};
        auto forecast = *m_store->fleet.forecastOf(stop.route);
        for (auto &one : forecast.stops) {
            if (one.stop == stop.id) {
                one.expectedArrival = at14To(30);
                one.lateArrival = at14To(40);
            }
        }
        Batch batch;
        batch.stops.written = {stop};
        batch.forecasts.written = {forecast};
        m_store->overlay.apply(batch);
        select({stop.id});
        return stop.id;
    }
};

QTEST_MAIN(WaysOutTest)

#include "tst_waysout.moc"
