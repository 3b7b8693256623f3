// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/variety.h"

#include "simulator/chance.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr double errandMeters = 2'200.0;
constexpr double errandClearMeters = 1'100.0; ///< From every road of the tour: a shorter errand is not off the route.
constexpr double afarMeters = 480.0;

QDateTime momentOf(const Tour &tour, Chance &chance, double from = 0.1, double to = 0.8)
{
    const auto length = static_cast<double>(tour.scheduledStart.secsTo(tour.scheduledEnd));
    return tour.scheduledStart.addSecs(static_cast<qint64>(length * chance.between(from, to)));
}

quint64 numberOf(const QString &text)
{
    const auto hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1);
    quint64 number = 0;
    for (int i = 0; i < 8; ++i)
        number = number << 8 | static_cast<quint8>(hash[i]);
    return number;
}

void varyTraffic(DayPlan &plan)
{
    Chance chance(plan.settings.seed, "today"_L1);
    plan.traffic.today = std::clamp(std::exp(chance.normal(0.03, 0.11)), 0.85, 1.35);
    plan.traffic.contrast = Chance(plan.settings.seed, "roads today"_L1).between(0.5, 1.5);
    for (int i = chance.between(0, 3); i > 0; --i) {
        const auto &tour = chance.pick(plan.tours);
        const auto from = momentOf(tour, chance);
        plan.traffic.jams += SlowArea{.centre = chance.pick(tour.visits).door.where,
                                      .radiusMeters = chance.between(600.0, 1'500.0),
                                      .from = from,
                                      .to = from.addDuration(chance.minutesBetween(40.0, 120.0)),
                                      .slowness = chance.between(1.3, 2.2)};
    }
}

/// A place near \a here that is far from every road of \a tour; invalid when there is none.
QGeoCoordinate offTheRoute(const Tour &tour, const QGeoCoordinate &here)
{
    QGeoCoordinate best;
    double bestMeters = errandClearMeters;
    for (int azimuth = 0; azimuth < 360; azimuth += 30) {
        const auto place = here.atDistanceAndAzimuth(errandMeters, azimuth);
        double meters = errandMeters;
        for (const auto &leg : tour.legs) {
            for (const auto &point : leg.points)
                meters = std::min(meters, place.distanceTo(point));
        }
        if (meters > bestMeters) {
            best = place;
            bestMeters = meters;
        }
    }
    return best;
}

/// The day that visitors see has its busy moment full of trouble; most days are not so.
void calm(Tour &tour, Chance &chance)
{
    if (tour.fate == Fate::OnTime || tour.fate == Fate::Silent || chance.happens(0.4))
        return;
    tour.troubles.pauses.clear();
    tour.troubles.lateStart = std::min<seconds>(tour.troubles.lateStart, chance.minutesBetween(0.0, 4.0));
}

void addPauses(Tour &tour, Chance &chance)
{
    auto &pauses = tour.troubles.pauses;
    if (chance.happens(0.08))
        pauses.push_back({.notBefore = momentOf(tour, chance, 0.35, 0.65),
                          .length = chance.minutesBetween(12.0, 20.0),
                          .why = u"lunch"_s});
    if (chance.happens(0.04))
        pauses.push_back({.notBefore = momentOf(tour, chance),
                          .length = chance.minutesBetween(30.0, 55.0),
                          .why = u"a long rest"_s});
    if (chance.happens(0.04)) {
        const auto from = chance.pick(tour.visits).door.where;
        if (const auto elsewhere = offTheRoute(tour, from); elsewhere.isValid())
            pauses.push_back({.notBefore = momentOf(tour, chance, 0.2, 0.7),
                              .length = chance.minutesBetween(4.0, 12.0),
                              .why = u"an errand"_s,
                              .elsewhere = elsewhere});
    }
    std::ranges::stable_sort(pauses, {}, &Pause::notBefore);
}

void addRareThings(Tour &tour, const QGeoCoordinate &depot, Chance &chance)
{
    calm(tour, chance);
    addPauses(tour, chance);
    auto &troubles = tour.troubles;
    if (chance.happens(0.03))
        troubles.lateStart = std::max(troubles.lateStart, chance.minutesBetween(8.0, 40.0));
    if (!troubles.deadPhone && chance.happens(0.06)) {
        const auto from = momentOf(tour, chance);
        troubles.deadPhone = Span{.from = from, .to = from.addDuration(chance.minutesBetween(3.0, 14.0))};
    }
    if (!troubles.mocked && chance.happens(0.02)) {
        const auto from = momentOf(tour, chance);
        troubles.mocked = Span{.from = from, .to = from.addDuration(chance.minutesBetween(10.0, 40.0))};
    }
    if (chance.happens(0.02)) {
        troubles.batteryAtStart = std::min(troubles.batteryAtStart, chance.between(0.3, 0.5));
        troubles.charges = false;
    }
    for (qsizetype i = 0; i < tour.visits.size(); ++i) {
        auto &visit = tour.visits[i];
        const bool isFar = i > 0 && !tour.visits[i - 1].isToldFromAfar
            && tour.visits[i - 1].door.where.distanceTo(visit.door.where) > afarMeters;
        if (chance.happens(0.012) && isFar && visit.failure == Stop::Failure::None)
            visit.isToldFromAfar = true;
        if (chance.happens(0.003) && visit.isPlaced)
            visit.wrongPlace =
                depot.atDistanceAndAzimuth(chance.between(95'000.0, 240'000.0), chance.between(270.0, 430.0)); // inland
    }
}

/// An app that saves the battery for a while. Dice of its own: nothing else of the day changes.
void quietNow(Tour &tour, Chance chance)
{
    const auto &troubles = tour.troubles;
    if (tour.phone != PhoneKind::OwnTracks || troubles.deadPhone || troubles.quietPhone || !chance.happens(0.03))
        return;
    const auto from = momentOf(tour, chance);
    tour.troubles.quietPhone = Span{.from = from, .to = from.addDuration(chance.minutesBetween(10.0, 60.0))};
}

} // namespace

double habitOf(int driver, const Door &door, const Visit &visit)
{
    Chance person(0, "pace"_L1, driver);
    Chance house(numberOf(door.address.text), "door"_L1);
    double habit = std::exp(person.normal(0.0, 0.13)) * std::exp(house.normal(0.0, 0.18));
    if (visit.method == Stop::Method::FrontDesk)
        habit *= 0.82;
    else if (visit.method == Stop::Method::Neighbour)
        habit *= 1.18;
    return habit * (1.0 + 0.07 * static_cast<double>(visit.parcelKilograms.size() - 1));
}

void vary(DayPlan &plan)
{
    if (plan.tours.isEmpty())
        return;
    varyTraffic(plan);
    for (int number = 0; number < plan.tours.size(); ++number) {
        auto &tour = plan.tours[number];
        Chance chance(plan.settings.seed, "variety"_L1, number);
        tour.driver.id = DriverId(u"driver-%1"_s.arg(number + 1, 3, 10, QChar(u'0')));
        for (auto &visit : tour.visits)
            visit.actualService = seconds(
                std::llround(static_cast<double>(visit.actualService.count()) * habitOf(number, visit.door, visit)));
        addRareThings(tour, plan.depots[tour.depot].where, chance);
        quietNow(tour, Chance(plan.settings.seed, "quiet today"_L1, number));
    }
}

} // namespace Doorstep::Simulation
