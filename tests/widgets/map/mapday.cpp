// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/widgets/map/mapday.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace Doorstep::Test {

namespace {
QGeoCoordinate place(const QJsonValue &value)
{
    return {value.toArray().at(1).toDouble(), value.toArray().at(0).toDouble()};
}

QList<QGeoCoordinate> places(const QJsonValue &value)
{
    QList<QGeoCoordinate> line;
    const auto points = value.toArray();
    for (const auto &point : points)
        line.append(place(point));
    return line;
}

QString initialsOf(const QString &name)
{
    const auto words = name.split(u' ');
    return words.first().left(1) + words.last().left(1);
}

Forecast::State stateOf(const QString &word)
{
    static const QHash<QString, Forecast::State> states{{u"Late"_s, Forecast::State::Late},
                                                        {u"AtRisk"_s, Forecast::State::AtRisk},
                                                        {u"Silent"_s, Forecast::State::Silent}};
    return states.value(word, Forecast::State::OnTime);
}

void addStops(MapDay &day, const QJsonObject &from, const RouteId &route, int index)
{
    const auto state = stateOf(from["state"_L1].toString());
    const auto done = from["done"_L1].toInt();
    const auto stops = places(from["stops"_L1]);
    for (int i = 0; i < stops.size(); ++i) {
        StopMarker stop{
            .id = StopId(u"stop-%1-%2"_s.arg(index).arg(i)), .route = route, .where = stops.at(i), .number = i + 1};
        if (i < done)
            stop.shape = (i + index) % 5 == 2 ? StopMarker::Shape::Failed : StopMarker::Shape::Delivered;
        else if (state == Forecast::State::Late && i < done + 3)
            stop.outlook = Forecast::State::Late;
        else if (state == Forecast::State::AtRisk && i < done + 2)
            stop.outlook = Forecast::State::AtRisk;
        stop.next = i == done;
        stop.colour = index;
        stop.exception = index < 3 && i == done + 1;
        day.stops.append(stop);
    }
}

void addRoute(MapDay &day, const QJsonObject &from, int index, const QDateTime &now)
{
    const RouteId id(u"route-%1"_s.arg(index));
    const auto name = from["name"_L1].toString();
    const auto state = stateOf(from["state"_L1].toString());
    const auto done = from["done"_L1].toInt();

    RouteLine line{.id = id, .doneLegs = done, .reached = place(from["at"_L1]), .colour = index};
    const auto legs = from["legs"_L1].toArray();
    for (const auto &leg : legs)
        line.legs.append(places(leg));
    day.routes.append(line);
    day.drivers.append({.id = DriverId(u"driver-%1"_s.arg(index)),
                        .route = id,
                        .initials = initialsOf(name),
                        .name = name,
                        .where = place(from["at"_L1]),
                        .headingDegrees = from["heading"_L1].toDouble(),
                        .state = state,
                        .seenAt = now.addSecs(state == Forecast::State::Silent ? -540 : -12 * index),
                        .mocked = index == 5});
    addStops(day, from, id, index);
    if (index == 0)
        for (int i = std::max(done - 2, 0); i < done; ++i)
            day.trail.append(line.legs.at(i).places());
}
} // namespace

MapDay montevideoDay(const QDateTime &now)
{
    QFile file(QStringLiteral(DOORSTEP_TEST_DATA "/map/day.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    const auto from = QJsonDocument::fromJson(file.readAll()).object();
    MapDay day;
    day.depots.append({.id = DepotId(u"aguada"_s), .name = u"Aguada depot"_s, .where = place(from["depot"_L1])});
    int index = 0;
    const auto routes = from["routes"_L1].toArray();
    for (const auto &route : routes)
        addRoute(day, route.toObject(), index++, now);
    day.closures.append(
        {.name = u"Av. Luis A. de Herrera"_s,
         .outline = {{-34.8930, -56.1500}, {-34.8930, -56.1462}, {-34.8962, -56.1455}, {-34.8968, -56.1492}}});
    return day;
}

QList<StopMarker> manyStops(int count)
{
    std::mt19937 random(42);
    std::uniform_real_distribution<double> latitude(-34.935, -34.82);
    std::uniform_real_distribution<double> longitude(-56.33, -55.99);
    const auto routes = std::max(count / 100, 1);
    QList<StopMarker> stops;
    stops.reserve(count);
    for (int i = 0; i < count; ++i) {
        const auto kind = random() % 20;
        StopMarker stop{.id = StopId(u"many-%1"_s.arg(i)),
                        .route = RouteId(u"route-%1"_s.arg(i % routes)),
                        .where = {latitude(random), longitude(random)},
                        .number = i / routes + 1};
        if (kind < 8)
            stop.shape = kind < 7 ? StopMarker::Shape::Delivered : StopMarker::Shape::Failed;
        else if (kind < 10)
            stop.outlook = kind == 8 ? Forecast::State::Late : Forecast::State::AtRisk;
        stop.colour = i % routes;
        stops.append(stop);
    }
    return stops;
}

} // namespace Doorstep::Test
