// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/draft.h"

#include "simulator/chance.h"
#include "simulator/deliveryroute.h"
#include "simulator/orders.h"
#include "simulator/people.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

struct KnownDepot
{
    const char *id;
    const char16_t *name;
    const char16_t *street;
    double longitude;
    double latitude;
};

// Places of the real Montevideo; the depots themselves are made up.
constexpr std::array knownDepots{
    KnownDepot{.id = "aguada",
               .name = u"Montevideo · Aguada depot",
               .street = u"Avenida General Rondeau 2300",
               .longitude = -56.1960,
               .latitude = -34.8890},
    KnownDepot{.id = "union",
               .name = u"Montevideo · Unión depot",
               .street = u"Avenida 8 de Octubre 3900",
               .longitude = -56.1330,
               .latitude = -34.8760},
    KnownDepot{.id = "buceo",
               .name = u"Montevideo · Buceo depot",
               .street = u"Avenida Rivera 3400",
               .longitude = -56.1330,
               .latitude = -34.9000},
    KnownDepot{.id = "belvedere",
               .name = u"Montevideo · Belvedere depot",
               .street = u"Avenida Carlos María Ramírez 200",
               .longitude = -56.2270,
               .latitude = -34.8530},
    KnownDepot{.id = "malvin",
               .name = u"Montevideo · Malvín depot",
               .street = u"Avenida Italia 4700",
               .longitude = -56.1050,
               .latitude = -34.8840},
};

struct Centre
{
    QGeoCoordinate where;
    double spreadMeters;
};

QList<Centre> centresOf(const DaySettings &settings, const QGeoCoordinate &depot)
{
    Chance chance(settings.seed, "centres"_L1);
    QList<Centre> centres;
    for (int i = 0; i < 9; ++i)
        centres +=
            Centre{.where = depot.atDistanceAndAzimuth(chance.between(900.0, 5800.0), chance.between(0.0, 360.0)),
                   .spreadMeters = chance.between(500.0, 1300.0)};
    return centres;
}

Vehicle makeVehicle(const DaySettings &settings, const Depot &depot, int number, Vehicle::Kind kind)
{
    Chance chance(settings.seed, "vehicle"_L1, number);
    Vehicle vehicle{.id = VehicleId(u"s%1-v%2"_s.arg(settings.seed).arg(number + 1, 3, 10, QChar(u'0'))),
                    .depot = depot.id,
                    .name = {},
                    .kind = kind};
    if (kind == Vehicle::Kind::Bicycle) {
        vehicle.name = u"Bici %1"_s.arg(number + 1);
        vehicle.capacityKilograms = 60.0;
        return vehicle;
    }
    const auto letter = [&chance] { return QChar(u'A' + chance.below(26)); };
    const auto first = letter();
    vehicle.name = u"S%1%2 %3"_s.arg(first).arg(letter()).arg(chance.between(1000, 9999));
    vehicle.capacityKilograms = chance.pick(QList<double>{200.0, 240.0, 300.0, 360.0});
    return vehicle;
}

/// How many stops each driver gets: \a stops in all, some more than others.
QList<int> sizesFor(const DaySettings &settings, int depot, int drivers, int stops)
{
    Chance chance(settings.seed, "sizes"_L1, depot);
    QList<double> weights;
    for (int i = 0; i < drivers; ++i)
        weights += std::clamp(chance.normal(1.0, 0.14), 0.65, 1.35);
    const double sum = std::accumulate(weights.cbegin(), weights.cend(), 0.0);
    QList<int> sizes;
    double owed = 0.0;
    for (const double weight : std::as_const(weights)) {
        owed += stops * weight / sum;
        sizes += std::max(0, static_cast<int>(std::lround(owed)));
        owed -= sizes.last();
    }
    sizes.last() += stops - std::accumulate(sizes.cbegin(), sizes.cend(), 0);
    return sizes;
}

/// Which of \a count drivers are late, at risk, silent at the busiest moment.
QList<Fate> fatesFor(const DaySettings &settings, int count)
{
    const auto share = [count](double part) { return static_cast<int>(std::lround(count * part)); };
    const int silent = count < 10 ? 0 : std::max(1, share(0.035));
    QList<Fate> fates(static_cast<qsizetype>(std::max(count, 0)), Fate::OnTime);
    int next = 0;
    for (const auto &[fate, many] : {std::pair(Fate::Late, share(0.075)), std::pair(Fate::AtRisk, share(0.125)),
                                     std::pair(Fate::Silent, silent)}) {
        for (int i = 0; i < many && next < count; ++i)
            fates[next++] = fate;
    }
    Chance(settings.seed, "fates"_L1).shuffle(fates);
    return fates;
}

double metersFrom(const Depot &depot, const QList<Door> &doors, const QList<int> &group)
{
    double sum = 0.0;
    for (const int i : group)
        sum += depot.where.distanceTo(doors[i].where);
    return group.isEmpty() ? 0.0 : sum / static_cast<double>(group.size());
}

Tour makeTour(const DaySettings &settings, const Depot &depot, const QString &name, int number, Vehicle::Kind kind)
{
    Chance chance(settings.seed, "driver"_L1, number);
    Tour tour;
    tour.phone = number % 2 == 0 ? PhoneKind::Traccar : PhoneKind::OwnTracks;
    tour.id = RouteId(
        u"s%1-%2-r%3"_s.arg(settings.seed).arg(settings.day.toString(u"yyyyMMdd")).arg(number + 1, 3, 10, QChar(u'0')));
    tour.driver = {.id = DriverId(u"s%1-d%2"_s.arg(settings.seed).arg(number + 1, 3, 10, QChar(u'0'))),
                   .depot = depot.id,
                   .name = name,
                   .phone = phoneNumber(chance),
                   .deviceId = tour.phone == PhoneKind::Traccar
                       ? u"%1%2"_s.arg(chance.between(100'000, 999'999)).arg(number, 3, 10, QChar(u'0'))
                       : u"%1-%2-%3"_s.arg(slugOf(name)).arg(settings.seed).arg(number)};
    tour.vehicle = makeVehicle(settings, depot, number, kind);
    return tour;
}

} // namespace

qsizetype DayPlan::visitCount() const
{
    qsizetype count = 0;
    for (const auto &tour : tours)
        count += tour.visits.size();
    return count;
}

QDateTime DayPlan::firstStart() const
{
    const auto first = std::ranges::min_element(tours, {}, &Tour::scheduledStart);
    return first == tours.cend() ? QDateTime() : first->scheduledStart;
}

QList<Depot> depotsOf(const DaySettings &settings)
{
    QList<Depot> depots;
    for (int i = 0; i < settings.depots; ++i) {
        const auto &known = knownDepots.at(static_cast<std::size_t>(i) % knownDepots.size());
        Depot depot{.id = DepotId(QString::fromLatin1(known.id)),
                    .name = QString::fromUtf16(known.name),
                    .address = {.text = QString::fromUtf16(known.street) + u", Montevideo"_s},
                    .where = {known.latitude, known.longitude},
                    .timeZone = QString::fromLatin1(settings.zone.id())};
        if (settings.at) {
            depot.id = DepotId(u"depot-%1"_s.arg(i + 1));
            depot.name = u"Depot %1"_s.arg(i + 1);
            depot.where = i == 0 ? *settings.at : settings.at->atDistanceAndAzimuth(4000.0, 72.0 * i);
            depot.address = {.text = u"%1, %2"_s.arg(depot.where.latitude()).arg(depot.where.longitude())};
        }
        depots += depot;
    }
    return depots;
}

QList<QGeoCoordinate> scatter(const DaySettings &settings, int depot, int count, int round)
{
    const auto depots = depotsOf(settings);
    const auto &middle = depots[depot].where;
    const auto centres = centresOf(settings, middle);
    Chance chance(settings.seed, "places"_L1, depot * 1000 + round);
    QList<QGeoCoordinate> places;
    for (int i = 0; i < count; ++i) {
        QGeoCoordinate place;
        if (chance.happens(0.6)) {
            const auto &centre = chance.pick(centres);
            place = centre.where.atDistanceAndAzimuth(std::abs(chance.normal(0.0, centre.spreadMeters)),
                                                      chance.between(0.0, 360.0));
        } else {
            place = middle.atDistanceAndAzimuth(7200.0 * std::sqrt(chance.unit()), chance.between(0.0, 360.0));
        }
        places += QGeoCoordinate(std::round(place.latitude() * 1e6) / 1e6, std::round(place.longitude() * 1e6) / 1e6);
    }
    return places;
}

int shareOf(int all, int depot, int depots)
{
    return all / depots + (depot < all % depots ? 1 : 0);
}

namespace {

/// Of \a doors, by their indices: one for each driver, the nearest to \a depot first.
QList<QList<int>> groupsOf(const QList<Door> &doors, const QList<int> &sizes, const Depot &depot)
{
    QList<QGeoCoordinate> places;
    for (const auto &door : doors)
        places += door.where;
    auto groups = territories(places, sizes);
    std::ranges::stable_sort(groups, {}, [&](const QList<int> &group) { return metersFrom(depot, doors, group); });
    return groups;
}

} // namespace

DayPlan draftDay(const DaySettings &settings, const QList<QList<Door>> &doors)
{
    DayPlan plan{.settings = settings, .depots = depotsOf(settings), .tours = {}, .traffic = {.zone = settings.zone}};
    Chance nameChance(settings.seed, "names"_L1);
    const auto names = personNames(nameChance, settings.drivers);
    const auto fates = fatesFor(settings, settings.drivers);
    int number = 0;
    int order = 0;
    for (int d = 0; d < settings.depots; ++d) {
        const auto &here = doors[d];
        const auto &depot = plan.depots[d];
        const int drivers = shareOf(settings.drivers, d, settings.depots);
        if (drivers == 0)
            continue;
        const auto groups = groupsOf(here, sizesFor(settings, d, drivers, static_cast<int>(here.size())), depot);
        const int bicycles = drivers / 5; // the nearest: nobody pedals across the city

        for (int i = 0; i < drivers; ++i, ++number) {
            const auto kind = i < bicycles ? Vehicle::Kind::Bicycle : Vehicle::Kind::Van;
            auto tour = makeTour(settings, depot, names[number], number, kind);
            tour.depot = d;
            tour.fate = fates[number];
            for (const int place : groups[i])
                tour.visits += makeVisit(settings, here[place], kind, order++);
            if (tour.visits.isEmpty())
                continue;
            tour.loadFraction = fitLoad(tour.visits, tour.vehicle.capacityKilograms);
            plan.tours += tour;
        }
    }
    return plan;
}

} // namespace Doorstep::Simulation
