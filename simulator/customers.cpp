// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/customers.h"

#include "models/domain/proof.h"
#include "models/domain/uuid.h"
#include "models/verbs/closures.h"
#include "models/verbs/customer.h"
#include "models/wire/closurewire.h"
#include "models/wire/timewire.h"
#include "models/wire/verbwire.h"
#include "simulator/chance.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Simulation {
namespace {

constexpr auto drawnAfter = 3min; ///< Somebody has to hear of it first.
constexpr double drawnMarginMeters = 40.0; ///< Nobody draws a street to the metre.

std::chrono::seconds minutesBetween(double low, double high, Chance &chance)
{
    return std::chrono::seconds(static_cast<qint64>(60.0 * chance.between(low, high)));
}

quint64 numberOf(const QString &text)
{
    const auto hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1);
    quint64 number = 0;
    for (int i = 0; i < 8; ++i)
        number = number << 8 | static_cast<quint8>(hash[i]);
    return number;
}

void likeSomething(Visit &visit, Chance &chance)
{
    auto &liked = visit.preferences;
    using enum Stop::Method;
    if (visit.method == InPerson && chance.happens(0.04))
        visit.method = LeaveAtDoor;
    const bool forgets = chance.happens(0.05);
    const auto number = QString::number(chance.between(1, 12));
    switch (visit.method) {
    case SafePlace:
        liked.safePlace = forgets ? QString() : u"Detrás de la maceta"_s;
        break;
    case Neighbour:
        liked.neighbour = forgets ? QString() : u"Apto. "_s + number;
        break;
    case Locker:
        liked.locker = forgets ? QString() : u"Locker "_s + number;
        break;
    case LeaveAtDoor:
        liked.mayLeaveAtDoor = true;
        break;
    default:
        break;
    }
    liked.isGated = !visit.gateCode.isEmpty() || chance.happens(0.015);
}

void checkIn(Visit &visit, const QDateTime &earliest, Chance &chance)
{
    if (visit.method != Stop::Method::InPerson || !chance.happens(0.35))
        return;
    auto &asked = visit.checkIn;
    asked.askedAt = std::max(earliest, visit.scheduledArrival.addDuration(-minutesBetween(120, 240, chance)));
    const double thrown = chance.unit();
    if (thrown < 0.80)
        asked.answeredAt = asked.askedAt.addDuration(minutesBetween(1.0, 40.0, chance));
    else if (thrown < 0.88)
        asked.answeredAt = visit.scheduledArrival.addDuration(-minutesBetween(4.0, 20.0, chance));
    else
        return;
    asked.answeredAt = std::max(asked.answeredAt, asked.askedAt.addDuration(30s));
    const double answer = chance.unit();
    asked.answer = CheckIn::Answer::Other;
    if (answer < 0.92)
        asked.answer = CheckIn::Answer::WillBeThere;
    else if (answer < 0.97)
        asked.answer = CheckIn::Answer::NotThere;
}

/// Visits of earlier days to a door where parcels are left alone.
void addPast(const Visit &visit, const DayPlan &plan, const DepotId &depot, QList<Stop> &past)
{
    const bool risky = isRisky(visit.door);
    Chance house(plan.settings.seed, "past"_L1, static_cast<int>(numberOf(visit.reference) % 1'000'000));
    for (int i = risky ? house.between(3, 6) : house.between(0, 3); i > 0; --i) {
        Stop stop;
        stop.id = StopId(u"past-%1-%2"_s.arg(visit.reference).arg(i));
        stop.depot = depot;
        stop.address = visit.door.address;
        stop.where = visit.door.where;
        stop.whereScore = 1.0;
        stop.attempts = 1;
        stop.completedAt = plan.firstStart().addDays(qint64{-3} * i);
        stop.status = Stop::Status::Delivered;
        if (house.happens(risky ? 0.6 : 0.04)) {
            stop.status = Stop::Status::Failed;
            stop.failure = Stop::Failure::NobodyHome;
        }
        past.append(stop);
    }
}

Closure drawn(const SlowArea &area, const DayPlan &plan, qsizetype number)
{
    Closure closure;
    closure.id =
        ClosureId(u"closure-%1-%2-%3"_s.arg(plan.settings.seed).arg(plan.settings.day.toString(u"yyMMdd")).arg(number));
    closure.depot = plan.depots.constFirst().id;
    closure.name = u"Calle cortada"_s;
    Area::Ring ring;
    for (int azimuth = 0; azimuth < 360; azimuth += 45)
        ring.append(area.centre.atDistanceAndAzimuth(area.radiusMeters + drawnMarginMeters, azimuth));
    closure.area.polygons = {{ring}};
    closure.from = area.from;
    closure.to = area.to;
    return closure;
}

/// A decision as a console sends it. Each from a device of its own, so that none waits for another.
Outgoing decisionAt(const QDateTime &at, const DepotId &depot, const Verb &verb, const QString &name)
{
    const QJsonObject command{{u"id"_s, newUuid(at)},         {u"seq"_s, 1}, {u"feed"_s, feedOf(depot).toString()},
                              {u"verb"_s, wordOf(verb)},      {u"v"_s, 1},   {u"at"_s, Wire::timeText(at)},
                              {u"body"_s, Wire::toJson(verb)}};
    const QJsonObject body{{u"device"_s, name.left(64)}, {u"commands"_s, QJsonArray{command}}};
    return {.sendableAt = at,
            .letter = {.path = u"/v1/commands"_s,
                       .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
                       .idempotencyKey = {}}};
}

} // namespace

bool isRisky(const Door &door)
{
    Chance house(numberOf(door.address.text), "risk"_L1);
    return house.happens(0.08);
}

bool lacksInstructions(const Visit &visit)
{
    const auto &liked = visit.preferences;
    if (liked.isGated && visit.gateCode.isEmpty())
        return true;
    using enum Stop::Method;
    return visit.instructions.isEmpty()
        && ((visit.method == SafePlace && liked.safePlace.isEmpty())
            || (visit.method == Neighbour && liked.neighbour.isEmpty())
            || (visit.method == Locker && liked.locker.isEmpty()));
}

QDateTime drawnAt(const Closure &closure)
{
    return closure.from.addDuration(drawnAfter);
}

void makeCustomers(DayPlan &plan)
{
    if (plan.tours.isEmpty())
        return;
    const auto earliest = plan.firstStart().addDuration(-40min);
    for (int number = 0; number < plan.tours.size(); ++number) {
        auto &tour = plan.tours[number];
        Chance chance(plan.settings.seed, "customers"_L1, number);
        for (auto &visit : tour.visits) {
            likeSomething(visit, chance);
            checkIn(visit, earliest, chance);
            if (isLeftAlone(visit.method))
                addPast(visit, plan, plan.depots[tour.depot].id, plan.past);
        }
    }
    for (const auto &area : std::as_const(plan.traffic.closures))
        plan.closures.append(drawn(area, plan, plan.closures.size() + 1));
}

QList<Outgoing> deskWork(const DayPlan &plan, const StopsByReference &stops)
{
    QList<Outgoing> work;
    for (const auto &closure : plan.closures)
        work.append(decisionAt(drawnAt(closure), closure.depot, DrawClosure{.was = {}, .closure = closure},
                               closure.id.toString()));
    for (const auto &tour : plan.tours) {
        for (const auto &visit : tour.visits) {
            const auto stop = stops.value(visit.reference);
            if (visit.checkIn.isEmpty() || !stop.isValid())
                continue;
            const auto &depot = plan.depots[tour.depot].id;
            const CheckIn asked{.askedAt = visit.checkIn.askedAt, .how = visit.checkIn.how};
            work.append(decisionAt(asked.askedAt, depot, RecordCheckIn{.stop = stop, .was = {}, .set = asked},
                                   u"ask-"_s + visit.reference));
            if (visit.checkIn.answeredAt.isValid())
                work.append(decisionAt(visit.checkIn.answeredAt, depot,
                                       RecordCheckIn{.stop = stop, .was = asked, .set = visit.checkIn},
                                       u"answer-"_s + visit.reference));
        }
    }
    std::ranges::stable_sort(work, {}, &Outgoing::sendableAt);
    return work;
}

QJsonObject truthOf(const Closure &closure)
{
    return {{u"truth"_s, u"drawn_closure"_s},
            {u"drawn_at"_s, Wire::timeText(drawnAt(closure))},
            {u"closure"_s, Wire::toJson(closure)}};
}

} // namespace Doorstep::Simulation
