// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/clinicwork.h"
#include "tests/app/workeddesk.h"
#include "tests/support/cannedserver.h"
#include "widgets/attention/detailspane.h"
#include "widgets/clinic/candidatelist.h"
#include "widgets/clinic/clinicpane.h"
#include "widgets/map/mappins.h"
#include "widgets/map/mapview.h"
#include "widgets/orders/stopeditor.h"
#include "widgets/parts/notice.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrlQuery>

#include <algorithm>
#include <condition_variable>
#include <mutex>

using namespace Doorstep;
using namespace Qt::StringLiterals;

/// The address clinic at work: a server's answers over real HTTP, a desk, and the map.
class ClinicTest : public Test::WorkedDesk
{
    Q_OBJECT

private:
    std::mutex m_mutex;
    bool m_isBroken = false;
    std::condition_variable m_released;
    bool m_isHistoryHeld = false; ///< The backend takes its time to tell of earlier visits.
    bool m_isKnownElsewhere = false; ///< The customer, at another door than the one found first.
    QUrl m_history; ///< Asked last.
    QList<QUrl> m_searches;
    std::unique_ptr<Test::CannedServer> m_server;
    std::unique_ptr<PlacesClient> m_client;

    [[nodiscard]] Test::CannedServer::Reply answer(const QUrl &url)
    {
        std::unique_lock lock(m_mutex);
        if (m_isBroken)
            return {.status = 503, .body = "{}"};
        if (url.path() == "/nominatim/search"_L1) {
            m_searches.append(url);
            if (m_isKnownElsewhere)
                return {.body = R"([{"lat":"-34.9270","lon":"-56.1590","doorstep:score":0.97,"doorstep:kind":"house",
                    "address":{"house_number":"2210","road":"Wilson"}},
                    {"lat":"-34.9270","lon":"-56.1570","doorstep:score":0.01,"doorstep:kind":"house",
                    "address":{"house_number":"2120","road":"Wilson"}}])"};
            return {.body = R"([{"lat":"-34.9270","lon":"-56.1590","doorstep:score":0.9,"doorstep:kind":"house",
                "address":{"house_number":"2210","road":"Rambla Wilson","suburb":"Punta Carretas"}},
                {"lat":"-34.9100","lon":"-56.1500","doorstep:score":0.06,"doorstep:kind":"street","name":"Wilson"}])"};
        }
        if (url.path() == "/nominatim/reverse"_L1)
            return {.body = R"({"lat":"-34.92","lon":"-56.16","doorstep:kind":"house",
                "address":{"house_number":"77","road":"Rivera"}})"};
        m_history = url;
        m_released.wait(lock, [this] { return !m_isHistoryHeld; });
        if (m_isKnownElsewhere && url.query().contains("doors"_L1))
            return {.body =
                        R"({"visits":[],"elsewhere":[{"stop":"old","at":"2026-03-11T01:30:00Z","outcome":"delivered",
                "recipient":"phone","door":[-56.1570,-34.9270]},{"stop":"older","at":"2026-02-10T10:05:00Z",
                "outcome":"delivered","recipient":"phone","door":[-56.1570,-34.9270]}]})"};
        return {.body = R"({"visits":[{"stop":"old","at":"2026-03-10T10:05:00Z","outcome":"delivered",
            "driver_name":"Carla","where":[-56.1593,-34.9270]}]})"};
    }
    template <typename T>
    [[nodiscard]] T *find()
    {
        return m_place->window().findChild<T *>();
    }
    [[nodiscard]] CandidateList *list() { return find<ClinicPane>()->findChild<CandidateList *>(); }
    [[nodiscard]] int rows() { return list()->model()->rowCount(); }

    /// An open stop without a place, and two more of the same address.
    [[nodiscard]] QList<StopId> unplaced()
    {
        Batch batch;
        QList<StopId> ids;
        for (int route = 0; route < 3; ++route) {
            auto stop = shown(openStop(route));
            stop.address = {.text = route == 1 ? u"RBLA. Wilson, 2210"_s : u"Rbla Wilson 2210"_s};
            stop.where = {};
            stop.whereScore = 0.0;
            batch.stops.written.append(stop);
            ids.append(stop.id);
        }
        m_store->overlay.apply(batch);
        return ids;
    }
    void openFor(const StopId &stop)
    {
        select({stop});
        QVERIFY(action(u"stop.locate"_s)->isEnabled());
        action(u"stop.locate"_s)->trigger();
        QVERIFY(find<ClinicPane>()->isVisible());
    }

private Q_SLOTS:
    void init()
    {
        WorkedDesk::init();
        m_isBroken = m_isKnownElsewhere = m_isHistoryHeld = false;
        m_searches.clear();
        m_server = std::make_unique<Test::CannedServer>([this](const QUrl &url) { return answer(url); });
        m_client = std::make_unique<PlacesClient>(PlacesClient::Options{.server = m_server->url()});
        m_place->setPlaces(m_client.get());
        m_place->map().setAnimated(false);
    }

    void cleanup()
    {
        m_place->setPlaces(nullptr);
        m_client.reset();
        m_server.reset();
        WorkedDesk::cleanup();
    }

    void placesAStopAndItsLikeByKeysAndTakesItBackAtOnce()
    {
        const auto stops = unplaced();
        select({stops[0]});
        QTest::keyClick(&m_place->window(), Qt::Key_L);
        QVERIFY(find<ClinicPane>()->isVisible());
        QTRY_COMPARE(rows(), 3); // two found, and where Carla stopped
        QTRY_VERIFY(list()->hasFocus());
        QTRY_COMPARE(find<MapPins>()->pins().size(), 3);
        QTest::keyClick(list(), Qt::Key_1);
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_VERIFY(!find<ClinicPane>()->isVisible());
        for (const auto &id : stops) {
            QTRY_COMPARE(shown(id).where, QGeoCoordinate(-34.927, -56.159));
            QCOMPARE(shown(id).whereScore, 1.0);
            QCOMPARE(shown(id).address.line(), u"Rambla Wilson 2210"_s);
        }
        QCOMPARE(shown(stops[1]).address.text, u"RBLA. Wilson, 2210"_s);
        QTRY_COMPARE(m_store->fleet.sites().size(), 1);
        QVERIFY(find<MapPins>()->pins().isEmpty());

        m_place->handling().undo();
        for (const auto &id : stops) {
            QTRY_VERIFY(!shown(id).where.isValid());
            QCOMPARE(shown(id).whereScore, 0.0);
        }
        QTRY_COMPARE(m_store->fleet.sites().size(), 0);
    }

    void putsFirstWhereTheCustomerWasDeliveredTo()
    {
        m_isKnownElsewhere = true;
        const auto stop = unplaced()[0];
        openFor(stop);
        const auto spoken = [this](int row) {
            return list()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        };
        QTRY_COMPARE(rows(), 2);
        QTRY_VERIFY2(spoken(0).contains(u"2120"_s), qPrintable(spoken(0)));
        QVERIFY2(spoken(0).contains(u"2 delivery(s) to %1 here, last on 10 Mar"_s.arg(shown(stop).customer)),
                 qPrintable(spoken(0)));
        QVERIFY2(spoken(0).contains(u"two digits exchanged"_s), qPrintable(spoken(0)));
        QCOMPARE(list()->chosenRow(), 0);
        const std::scoped_lock lock(m_mutex);
        QCOMPARE(QUrlQuery(m_history).queryItemValue(u"doors"_s, QUrl::FullyDecoded).split(u';').size(), 2);
        for (const auto &url : std::as_const(m_searches)) { // which may be somebody else's Nominatim
            const auto asked = url.query(QUrl::FullyDecoded);
            QVERIFY2(!asked.contains(shown(stop).customer) && !asked.contains(stop.toString()), qPrintable(asked));
        }
    }

    void movesNoRowThatIsInSight()
    {
        m_isKnownElsewhere = m_isHistoryHeld = true;
        const auto stop = unplaced()[0];
        openFor(stop);
        const auto spoken = [this](int row) {
            return list()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        };
        QTRY_COMPARE(rows(), 2); // offered without, after a while
        QVERIFY2(spoken(0).contains(u"2210"_s), qPrintable(spoken(0)));
        QTRY_COMPARE(list()->chosenRow(), 0);
        {
            const std::scoped_lock lock(m_mutex);
            m_isHistoryHeld = false;
        }
        m_released.notify_all();
        QTRY_VERIFY2(spoken(1).contains(u"2 delivery(s)"_s), qPrintable(spoken(1)));
        QVERIFY2(spoken(0).contains(u"2210"_s), qPrintable(spoken(0)));
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(shown(stop).where, QGeoCoordinate(-34.927, -56.159));
    }

    void isInHandOnceItsFirstRowIsChosen_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("by its number") << true;
        QTest::newRow("by a click") << false;
    }
    void isInHandOnceItsFirstRowIsChosen()
    {
        QFETCH(const bool, byKey);
        openFor(unplaced()[0]);
        QTRY_COMPARE(rows(), 3);
        QTRY_COMPARE(list()->chosenRow(), 0);
        QVERIFY(!find<ClinicPane>()->isDirty());
        if (byKey)
            QTest::keyClick(list(), Qt::Key_1);
        else
            QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                              list()->visualRect(list()->model()->index(0, 0)).center());
        QVERIFY(find<ClinicPane>()->isDirty());
    }

    void saysThatOlderDaysAreNotKnown()
    {
        m_isBroken = true;
        openFor(unplaced()[0]);
        const auto labels = [this] { return find<ClinicPane>()->findChildren<QLabel *>(); };
        QTRY_VERIFY(std::ranges::any_of(labels(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"this is only what this computer knows"_s);
        }));
    }

    void choosesOnTheMapWhatIsChosenInTheList()
    {
        openFor(unplaced()[0]);
        QTRY_COMPARE(rows(), 3);
        const auto shownPins = [this] {
            auto pins = find<MapView>()->findChildren<MapPin *>();
            pins.removeIf([](const MapPin *pin) { return pin->number() == 0; }); // the entrance
            std::ranges::sort(pins, {}, &MapPin::number);
            return pins;
        };
        QTRY_VERIFY(std::ranges::all_of(shownPins(), [](const MapPin *pin) { return pin->isVisible(); })); // fitted
        QTest::mouseClick(shownPins()[1], Qt::LeftButton);
        QCOMPARE(list()->chosenRow(), 1);
        QVERIFY(shownPins()[1]->isCurrent());
        QTest::keyClick(list(), Qt::Key_3);
        QVERIFY(shownPins()[2]->isCurrent() && !shownPins()[1]->isCurrent());
    }

    void pinsByAClickOnTheMap()
    {
        const auto stop = unplaced()[0];
        openFor(stop);
        QTRY_COMPARE(rows(), 3);
        const auto buttons = find<ClinicPane>()->findChildren<QPushButton *>();
        const auto found =
            std::ranges::find(buttons, u"Choose the place by a click on the map"_s, &QPushButton::accessibleName);
        QVERIFY(found != buttons.end());
        auto *pin = *found;
        QTest::mouseClick(pin, Qt::LeftButton);
        QVERIFY(m_place->map().isPicking());
        auto &map = m_place->map();
        QTest::mouseClick(&map, Qt::LeftButton, {}, QPoint(map.width() / 2, 40));
        QTRY_COMPARE(rows(), 4);
        QCOMPARE(list()->chosenRow(), 3);
        QVERIFY(!pin->isChecked());
        QTRY_VERIFY(list()->model()->index(3, 0).data(Qt::AccessibleTextRole).toString().contains(u"near Rivera 77"_s));
        const auto place = find<ClinicPane>()->cure().where;
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(shown(stop).where, place);
        QCOMPARE(shown(stop).address.line(), u"Rbla Wilson 2210"_s); // as it was written
    }

    void setsAnEntranceByASecondPinAndMovesIt()
    {
        const auto stop = unplaced()[0];
        openFor(stop);
        QTRY_COMPARE(rows(), 3);
        QTRY_VERIFY(list()->hasFocus());
        QTest::keyClick(list(), Qt::Key_1);
        const auto entrancePin = [this]() -> MapPin * {
            for (auto *pin : find<MapView>()->findChildren<MapPin *>()) {
                if (pin->number() == 0)
                    return pin;
            }
            return nullptr;
        };
        QVERIFY(entrancePin() && !entrancePin()->isVisible());
        QTest::keyClick(list(), Qt::Key_E, Qt::ControlModifier);
        auto &map = m_place->map();
        QTRY_VERIFY(map.isPicking());
        const auto place = find<ClinicPane>()->cure().where;
        const auto gate = place.atDistanceAndAzimuth(80.0, 90.0);
        Q_EMIT map.picked(gate);
        QVERIFY(!map.isPicking());
        QCOMPARE(rows(), 3); // no place to choose from
        QTRY_VERIFY(entrancePin()->isVisible());
        const auto moved = place.atDistanceAndAzimuth(60.0, 180.0);
        Q_EMIT find<MapPins>()->entranceDropped(moved);
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(shown(stop).where, place);
        QCOMPARE(shown(stop).entrance, moved);
        QVERIFY(!entrancePin()->isVisible());
        const auto *site = m_store->fleet.sites().find(siteIdOf(shown(stop).depot, shown(stop).address));
        QVERIFY(site);
        QCOMPARE(site->facts.entrance, moved);
    }

    void staysUsefulWithoutAnAnswer()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_isBroken = true;
        }
        const auto stop = unplaced()[0];
        openFor(stop);
        QTRY_VERIFY(find<ClinicPane>()->findChild<Notice *>()->isVisible());
        Q_EMIT m_place->map().picked(QGeoCoordinate(-34.95, -56.2));
        QTRY_COMPARE(rows(), 1);
        QTest::keyClick(find<ClinicPane>(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shown(stop).where, QGeoCoordinate(-34.95, -56.2));
    }

    void makesRoomForTheEditorAndTakesItsPlace()
    {
        openFor(unplaced()[0]);
        QTRY_COMPARE(rows(), 3);
        action(u"stop.edit"_s)->trigger();
        QVERIFY(find<StopEditor>()->isVisible());
        QVERIFY(find<MapPins>()->pins().isEmpty());
        action(u"stop.locate"_s)->trigger();
        QVERIFY(find<ClinicPane>()->isVisible());
        QTest::keyClick(find<ClinicPane>(), Qt::Key_Escape);
        QVERIFY(!find<ClinicPane>()->isVisible() && !find<StopEditor>()->isVisible());
    }

    void closesWhenAnotherStopIsChosenAndNothingIsHalfDone()
    {
        openFor(unplaced()[0]);
        QTRY_COMPARE(rows(), 3);
        select({openStop(3)});
        QVERIFY(!find<ClinicPane>()->isVisible());
        openFor(unplaced()[0]);
        QTRY_COMPARE(rows(), 3);
        QTRY_VERIFY(list()->hasFocus());
        QTest::keyClick(list(), Qt::Key_2);
        select({openStop(3)});
        QVERIFY(find<ClinicPane>()->isVisible()); // until the person says what becomes of it
    }

    void isNotForThoseWhoMayNot()
    {
        const auto stop = unplaced()[0];
        signIn(User::Role::Supervisor);
        select({stop});
        QVERIFY(!action(u"stop.locate"_s)->isEnabled());
        QVERIFY(!action(u"stop.locate"_s)->toolTip().isEmpty());
    }

    void offersWhatIsRememberedFirst()
    {
        const auto stop = unplaced()[0];
        const Site site{.id = siteIdOf(shown(stop).depot, shown(stop).address),
                        .depot = shown(stop).depot,
                        .address = u"x"_s,
                        .facts = {.where = QGeoCoordinate(-34.93, -56.17)},
                        .confirmedBy = UserId(u"eva"_s),
                        .confirmedAt = Test::at(10)};
        Batch batch;
        batch.sites.written = {site};
        m_store->overlay.apply(batch);
        openFor(stop);
        QTRY_COMPARE(rows(), 4);
        QVERIFY(list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"remembered"_s));
        QTRY_VERIFY(list()->hasFocus());
        QTest::keyClick(list(), Qt::Key_1);
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(shown(stop).where, site.facts.where);
    }
};

QTEST_MAIN(ClinicTest)
#include "tst_clinic.moc"
