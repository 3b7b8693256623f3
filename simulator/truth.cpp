// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/customerwire.h"
#include "models/wire/stopwire.h"
#include "models/wire/timewire.h"
#include "simulator/customers.h"
#include "simulator/dayjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

QJsonArray pairOf(const QGeoCoordinate &place)
{
    return {place.longitude(), place.latitude()};
}

QJsonObject jsonOf(const Span &span)
{
    return {{u"from"_s, Wire::timeText(span.from)}, {u"to"_s, Wire::timeText(span.to)}};
}

QJsonArray jsonOf(const QList<Span> &spans)
{
    QJsonArray array;
    for (const auto &span : spans)
        array += jsonOf(span);
    return array;
}

QLatin1StringView wordOf(Fate fate)
{
    switch (fate) {
    case Fate::OnTime:
        return "on_time"_L1;
    case Fate::AtRisk:
        return "at_risk"_L1;
    case Fate::Late:
        return "late"_L1;
    case Fate::Silent:
        return "silent"_L1;
    }
    return {};
}

QLatin1StringView wordOf(Happening::Kind kind)
{
    switch (kind) {
    case Happening::Kind::LeftDepot:
        return "left_depot"_L1;
    case Happening::Kind::Detoured:
        return "detoured"_L1;
    case Happening::Kind::Arrived:
        return "arrived"_L1;
    case Happening::Kind::BeganService:
        return "began_service"_L1;
    case Happening::Kind::Done:
        return "done"_L1;
    case Happening::Kind::Paused:
        return "paused"_L1;
    case Happening::Kind::DroveOn:
        return "drove_on"_L1;
    case Happening::Kind::Returned:
        return "returned"_L1;
    }
    return {};
}

} // namespace

QJsonObject truthOf(const Tour &tour)
{
    const auto &troubles = tour.troubles;
    QJsonArray pauses;
    for (const auto &pause : troubles.pauses) {
        QJsonObject json{{u"not_before"_s, Wire::timeText(pause.notBefore)},
                         {u"seconds"_s, static_cast<qint64>(pause.length.count())},
                         {u"why"_s, pause.why}};
        if (pause.elsewhere.isValid())
            json[u"where"_s] = pairOf(pause.elsewhere);
        pauses += json;
    }
    QJsonObject json{{u"truth"_s, u"tour"_s},
                     {u"route"_s, tour.id.toString()},
                     {u"driver"_s, tour.driver.id.toString()},
                     {u"fate"_s, wordOf(tour.fate)},
                     {u"phone"_s, tour.phone == PhoneKind::Traccar ? u"traccar"_s : u"owntracks"_s},
                     {u"late_start_s"_s, static_cast<qint64>(troubles.lateStart.count())},
                     {u"slowness"_s, troubles.slowness},
                     {u"pauses"_s, pauses},
                     {u"no_network"_s, jsonOf(troubles.noNetwork)},
                     {u"no_satellites"_s, jsonOf(troubles.noSatellites)}};
    if (troubles.deadPhone)
        json[u"dead_phone"_s] = jsonOf(*troubles.deadPhone);
    if (troubles.quietPhone)
        json[u"quiet_phone"_s] = jsonOf(*troubles.quietPhone);
    if (troubles.mocked)
        json[u"mocked"_s] = jsonOf(*troubles.mocked);
    return json;
}

QJsonObject truthOf(const SlowArea &area, const QString &what)
{
    return {{u"truth"_s, what},
            {u"where"_s, pairOf(area.centre)},
            {u"radius_m"_s, area.radiusMeters},
            {u"from"_s, Wire::timeText(area.from)},
            {u"to"_s, Wire::timeText(area.to)}};
}

QJsonObject truthOf(const Tour &tour, const Visit &visit, const StopId &stop)
{
    QJsonObject json{{u"truth"_s, u"visit"_s},
                     {u"route"_s, tour.id.toString()},
                     {u"stop"_s, stop.toString()},
                     {u"reference"_s, visit.reference},
                     {u"where"_s, pairOf(visit.door.where)},
                     {u"address"_s, visit.door.address.text},
                     {u"written"_s, visit.writtenAddress},
                     {u"placed"_s, visit.isPlaced},
                     {u"scheduled_arrival"_s, Wire::timeText(visit.scheduledArrival)},
                     {u"service_s"_s, static_cast<qint64>(visit.actualService.count())}};
    if (visit.failure != Stop::Failure::None)
        json[u"failure"_s] = Wire::failureWord(visit.failure);
    if (visit.wrongPlace.isValid())
        json[u"wrong_place"_s] = pairOf(visit.wrongPlace);
    if (lacksInstructions(visit))
        json[u"lacks_instructions"_s] = true;
    if (isRisky(visit.door))
        json[u"risky_door"_s] = true;
    if (!visit.checkIn.isEmpty())
        json[u"check_in"_s] = Wire::toJson(visit.checkIn);
    if (visit.isToldFromAfar)
        json[u"told_from_afar"_s] = true;
    return json;
}

QJsonObject truthOf(const Tour &tour, const Happening &happening)
{
    QJsonObject json{{u"truth"_s, wordOf(happening.kind)},
                     {u"at"_s, Wire::timeText(happening.at)},
                     {u"route"_s, tour.id.toString()}};
    if (happening.visit >= 0)
        json[u"reference"_s] = tour.visits[happening.visit].reference;
    return json;
}

QJsonObject truthOf(const Tour &tour, const PhoneReading &answer)
{
    return {{u"truth"_s, u"said_where"_s},
            {u"at"_s, Wire::timeText(answer.at)},
            {u"route"_s, tour.id.toString()},
            {u"where"_s, pairOf(answer.where.value_or(QGeoCoordinate()))}};
}

} // namespace Doorstep::Simulation
