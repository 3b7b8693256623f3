// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
//
// What the address clinic is offered for 2,000 corrupted addresses of the demo city, by what is wrong with them:
// how often the door that was meant stands first, among the first three, and how often something else is said to be
// almost certain. --misses lists what was not found first.
#include "backend/region/import/regionimport.h"
#include "backend/region/places/fold.h"
#include "backend/region/places/placessink.h"
#include "backend/region/places/regionplaces.h"
#include "tests/bench/places/writtenaddress.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr unsigned heldOut = 20261122; // nothing was fitted to these
constexpr int ofEach = 400;
constexpr double certain = 0.9;
constexpr double nearMeters = 100.0;

struct Tally
{
    int first = 0;
    int firstThree = 0;
    int confidentlyWrong = 0;
    qsizetype all = 0;

    void operator+=(const Tally &other)
    {
        first += other.first;
        firstThree += other.firstThree;
        confidentlyWrong += other.confidentlyWrong;
        all += other.all;
    }
};

/// The door itself: its street, its number, its place.
bool isMeant(const Place &place, const WrittenAddress &address)
{
    return place.kind == Place::Kind::House && place.at.distanceTo(address.at) < nearMeters
        && Places::fold(place.address.street) == Places::fold(address.street)
        && place.address.houseNumber == address.number;
}

Tally measured(const RegionPlaces &places, const QList<WrittenAddress> &addresses, bool isVerbose)
{
    Tally tally{.all = addresses.size()};
    for (const auto &address : addresses) {
        const auto found = places.search({.text = address.written, .limit = 9}).value_or(QList<Place>());
        const auto meant = std::ranges::find_if(found, [&](const Place &place) { return isMeant(place, address); });
        const auto rank = meant - found.begin();
        const bool isFound = meant != found.end();
        tally.first += isFound && rank == 0 ? 1 : 0;
        tally.firstThree += isFound && rank < 3 ? 1 : 0;
        const bool isWrong = !found.isEmpty() && found.constFirst().score >= certain && !(isFound && rank == 0);
        tally.confidentlyWrong += isWrong ? 1 : 0;
        if (isVerbose && !(isFound && rank == 0)) {
            std::printf("miss %s | %s %s | %s %.2f at %.0f m\n", qPrintable(address.written),
                        qPrintable(address.street), qPrintable(address.number),
                        found.isEmpty() ? "nothing" : qPrintable(found.constFirst().address.line()),
                        found.isEmpty() ? 0.0 : found.constFirst().score,
                        found.isEmpty() ? 0.0 : found.constFirst().at.distanceTo(address.at));
        }
    }
    return tally;
}

void print(const char *name, const Tally &tally)
{
    const auto line = [&](const char *what, int count) {
        std::printf("bench name=clinic_%s_%s value=%.4g unit=%% n=%lld\n", name, what,
                    100.0 * count / static_cast<double>(tally.all), static_cast<long long>(tally.all));
    };
    line("first", tally.first);
    line("first3", tally.firstThree);
    line("confidently_wrong", tally.confidentlyWrong);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    const auto database = folder.filePath(u"region.sqlite"_s);
    RegionSinks sinks;
    sinks.push_back(std::make_unique<PlacesSink>());
    const auto region = importRegion(QStringLiteral(DOORSTEP_RESOURCES "/regions/montevideo.osm.pbf"), database, sinks,
                                     [](QStringView, double) { });
    const auto places = region ? RegionPlaces::open(database) : std::unexpected(region.error());
    if (!places) {
        std::fprintf(stderr, "%s\n", qPrintable(places.error().detail));
        return 1;
    }
    const bool isVerbose = QCoreApplication::arguments().contains(u"--misses"_s);
    Tally all;
    for (const auto &[style, name] :
         {std::pair{Style::Typos, "typos"}, std::pair{Style::SwappedNumber, "swapped_number"},
          std::pair{Style::NoType, "no_type"}, std::pair{Style::Abbreviated, "abbreviated"},
          std::pair{Style::WrongSuburb, "wrong_suburb"}}) {
        const auto tally = measured(
            **places, writtenAddresses(database, style, ofEach, heldOut + static_cast<unsigned>(style)), isVerbose);
        print(name, tally);
        all += tally;
    }
    print("all", all);
    return 0;
}
