// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/workeddesk.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/attention/detailspane.h"
#include "widgets/attention/nextsteps.h"
#include "widgets/parts/stepbutton.h"

#include <QPushButton>
#include <QScrollArea>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What a watcher saw, by its kind.
struct Sighting
{
    QLatin1StringView kind;
    bool isOfRoute = false;
    Exception::Severity severity = Exception::Severity::High;
    QString detail = {};
    std::chrono::seconds lateBy{0};
    int chance = 0;
    int away = 0;
    int due = 40; ///< Minutes from now.
};

const auto low = Exception::Severity::Low;
const auto medium = Exception::Severity::Medium;

const std::array seenToday{
    Sighting{.kind = "missed"_L1, .detail = u"nobody_home"_s},
    Sighting{.kind = "address"_L1},
    Sighting{.kind = "address_unsure"_L1, .severity = medium, .chance = 54, .due = 95},
    Sighting{.kind = "address_far"_L1, .severity = medium, .away = 6'400},
    Sighting{.kind = "late"_L1, .lateBy = 14min, .chance = 82, .due = 12},
    Sighting{.kind = "route_late"_L1, .isOfRoute = true, .detail = u"5"_s, .lateBy = 23min, .due = 5},
    Sighting{.kind = "far_delivery"_L1, .severity = medium, .detail = u"640"_s, .away = 640, .due = 120},
    Sighting{.kind = "checkin_unanswered"_L1, .severity = medium, .due = 30},
    Sighting{.kind = "customer_away"_L1, .due = 35},
    Sighting{.kind = "instructions_missing"_L1, .severity = medium, .detail = u"gate_code"_s},
    Sighting{.kind = "risky_dropoff"_L1, .severity = medium, .chance = 38, .due = 50},
    Sighting{.kind = "silent"_L1, .isOfRoute = true, .lateBy = 9min, .due = 6},
    Sighting{.kind = "late_start"_L1, .isOfRoute = true, .lateBy = 21min, .due = 15},
    Sighting{.kind = "stopped"_L1, .isOfRoute = true, .severity = medium, .lateBy = 26min},
    Sighting{.kind = "off_route"_L1, .isOfRoute = true, .severity = medium, .away = 1'350},
    Sighting{.kind = "battery"_L1, .isOfRoute = true, .severity = low, .chance = 0, .due = 60},
    Sighting{.kind = "mocked"_L1, .isOfRoute = true, .severity = medium},
    Sighting{.kind = "closure"_L1, .detail = u"3/2"_s, .due = 8},
};

/// Consoles find these themselves, from stops and forecasts.
const std::array seenByConsoles{"missed"_L1, "address"_L1, "late"_L1, "silent"_L1};

} // namespace

/// One case of each kind in the queue and chosen: its card, its facts, its ways out. DOORSTEP_SCREENS names the folder
/// for the pictures; with or without it nothing is cut off and each case has a best step.
class CasePicturesTest : public Test::WorkedDesk
{
    Q_OBJECT

private Q_SLOTS:
    void showsEachKindWhole_data()
    {
        QTest::addColumn<Test::Look>("look");
        QTest::newRow("light") << Test::Look{
            .isDark = false, .size = {1600, 1000}, .language = u"en"_s, .isMirrored = false};
        QTest::newRow("dark") << Test::Look{
            .isDark = true, .size = {1280, 720}, .language = u"en"_s, .isMirrored = false};
        QTest::newRow("spanish") << Test::Look{
            .isDark = false, .size = {1280, 720}, .language = u"es"_s, .isMirrored = false};
        QTest::newRow("mirrored") << Test::Look{
            .isDark = true, .size = {1600, 1000}, .language = u"en"_s, .isMirrored = true};
    }

    void showsEachKindWhole()
    {
        QFETCH(const Test::Look, look);
        wear(look);
        for (const auto &seen : seenToday)
            show(seen);
        wearUsual();
    }

private:
    [[nodiscard]] Subject prepared(const Sighting &seen, int route)
    {
        if (seen.kind == "silent"_L1)
            return Subject::of(
                std::ranges::find(m_store->fleet.forecasts(), Forecast::State::Silent, &Forecast::state)->route);
        if (seen.kind == "closure"_L1)
            return closed(route);
        if (seen.isOfRoute)
            return Subject::of(Test::routeId(route));
        if (seen.kind == "missed"_L1)
            return Subject::of(failedStop(at14To(60)));
        auto stop = shown(openStop(route));
        stop.window = {.from = at14To(-30), .to = at14To(90)};
        if (seen.kind == "late"_L1)
            stop.window.to = at14To(-11);
        if (seen.kind == "address"_L1)
            stop.where = {};
        if (seen.kind == "address_unsure"_L1)
            stop.whereScore = 0.46;
        if (seen.kind == "checkin_unanswered"_L1)
            stop.checkIn.askedAt = at14To(-120);
        if (seen.kind == "customer_away"_L1) {
            stop.checkIn = {.askedAt = at14To(-120),
                            .answeredAt = at14To(-50),
                            .answer = CheckIn::Answer::NotThere,
                            .how = CheckIn::How::Sms,
                            .by = {},
                            .note = {}};
        }
        if (seen.kind == "instructions_missing"_L1)
            stop.preferences.isGated = true;
        if (seen.kind == "risky_dropoff"_L1) {
            stop.method = Stop::Method::LeaveAtDoor;
            stop.dropOffRisk = 0.38;
        }
        Batch batch;
        batch.stops.written = {stop};
        m_store->overlay.apply(batch);
        return Subject::of(stop.id);
    }

    /// Around an open stop of \a route.
    [[nodiscard]] Subject closed(int route)
    {
        const auto middle = shown(openStop(route)).where;
        QList<QGeoCoordinate> ring;
        for (const double azimuth : {45.0, 135.0, 225.0, 315.0, 45.0})
            ring.append(middle.atDistanceAndAzimuth(250.0, azimuth));
        const Closure closure{.id = ClosureId(u"flood"_s),
                              .depot = m_store->fleet.depots().at(0).id,
                              .name = u"Rambla under water from Punta Carretas to Pocitos"_s,
                              .cause = Closure::Cause::Weather,
                              .area = {.polygons = {{ring}}},
                              .from = at14To(-20),
                              .to = at14To(180),
                              .note = u"The police let nobody through until it falls"_s};
        Batch batch;
        batch.closures.written = {closure};
        m_store->overlay.apply(batch);
        return Subject::of(closure.id);
    }

    void show(const Sighting &seen)
    {
        const int route = 1 + static_cast<int>(&seen - seenToday.data()) % 7;
        const auto about = prepared(seen, route);
        const bool isKnownToAll = std::ranges::contains(seenByConsoles, seen.kind);
        if (isKnownToAll) {
            QTRY_VERIFY2(m_store->concerns.all().contains(about), seen.kind.data());
            if (seen.isOfRoute)
                m_store->selection.selectRoute(RouteId(about.id));
            else
                select({StopId(about.id)});
        } else {
            report(seen, about, Test::routeId(route));
        }
        auto *details = m_place->window().findChild<DetailsPane *>();
        QTRY_VERIFY2(details->steps().best() != nullptr && details->steps().best()->isVisible(), seen.kind.data());
        QVERIFY2(m_place->window().findChild<AttentionPane *>()->list()->currentIndex().isValid(), seen.kind.data());
        shoot(seen.kind);
    }

    /// What only the backend sees.
    void report(const Sighting &seen, const Subject &about, const RouteId &route)
    {
        const Exception one{
            .id = exceptionIdOf(seen.kind, about, u"0"_s),
            .depot = m_store->fleet.depots().at(0).id,
            .kind = seen.kind,
            .about = about,
            .severity = seen.severity,
            .route = about.kind == Subject::Kind::Closure ? RouteId() : route, // several, as a rule
            .openedAt = at14To(-4),
            .dueAt = at14To(seen.due),
            .detail = seen.detail,
            .lateBy = seen.lateBy,
            .chancePercent = seen.chance,
            .awayMeters = seen.away,
        };
        Batch batch;
        batch.exceptions.written = {one};
        m_store->overlay.apply(batch);
        QTRY_VERIFY2(m_store->concerns.all().contains(Subject::of(one.id)), seen.kind.data());
        const bool isOfStop = about.kind == Subject::Kind::Stop;
        m_store->selection.selectException(one.id, isOfStop ? StopId(about.id) : StopId(), one.route);
    }

    void shoot(const QString &name)
    {
        for (int i = 0; i < 5; ++i) // layouts settle one inside the other
            QCoreApplication::processEvents();
        auto &window = m_place->window();
        for (const auto *child : window.findChild<DetailsPane *>()->findChildren<QPushButton *>()) {
            if (!child->isVisible())
                continue;
            const QRect place(child->mapTo(&window, QPoint()), child->size());
            QVERIFY2(window.rect().contains(place), qPrintable(u"%1: %2"_s.arg(name, child->text())));
        }
        const auto folder = qEnvironmentVariable("DOORSTEP_SCREENS");
        if (folder.isEmpty())
            return;
        QVERIFY(
            window.grab().save(u"%1/case-%2-%3.png"_s.arg(folder, name, QLatin1StringView(QTest::currentDataTag()))));
    }
};

QTEST_MAIN(CasePicturesTest)
#include "tst_casepictures.moc"
