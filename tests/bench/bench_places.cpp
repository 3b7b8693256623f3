// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
//
// How fast and how right the search for addresses is, on the demo city with made-up slips. `bench_places --dump FILE`
// writes the evidence of every candidate instead, which calibrate_places.py fits the weights to.
#include "backend/region/import/regionimport.h"
#include "backend/region/places/evidence.h"
#include "backend/region/places/fold.h"
#include "backend/region/places/placessink.h"
#include "backend/region/places/regionplaces.h"
#include "tests/bench/places/writtenaddress.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <numeric>
#include <print>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr unsigned heldOut = 20260312; // the seed of what is measured; calibration uses others

void print(const QByteArray &name, double value, const char *unit, qsizetype n)
{
    std::println("bench name={} value={:.4g} unit={} n={}", name.constData(), value, unit, n);
    std::fflush(stdout);
}

void printMiss(const WrittenAddress &address, const Place *found)
{
    const auto asked = u"%1 | %2 %3"_s.arg(address.written, address.street, address.number);
    const auto said =
        found ? u"%1 %2 %3"_s.arg(found->address.line(), found->name).arg(found->score, 0, 'f', 2) : u"nothing"_s;
    std::println("miss {} | {}", asked.toStdString(), said.toStdString());
}

bool isMeant(const Place &place, const WrittenAddress &address)
{
    const bool isNumber = place.kind == Place::Kind::House || place.kind == Place::Kind::Interpolated;
    const double away = place.at.distanceTo(address.at);
    switch (address.kind) {
    case Place::Kind::House:
    case Place::Kind::Interpolated:
        return isNumber && away < (address.kind == Place::Kind::House ? 100.0 : 500.0)
            && Places::fold(place.address.street) == Places::fold(address.street)
            && place.address.houseNumber == address.number;
    case Place::Kind::Corner:
        return place.kind == Place::Kind::Corner && away < 100.0;
    case Place::Kind::Street:
        if (!address.number.isEmpty()) // beyond the last number
            return place.kind == Place::Kind::Street && Places::fold(place.name) == Places::fold(address.street)
                && place.box.contains(address.at);
        [[fallthrough]];
    default:
        return place.kind == address.kind && away < 60.0 && Places::fold(place.name) == Places::fold(address.street);
    }
}

/// Of this thread: what a search costs, however busy the machine is.
double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

struct Reliability
{
    std::array<double, 10> scores{};
    std::array<int, 10> right{};
    std::array<int, 10> all{};
    int questions = 0;

    void count(double score, bool isRight)
    {
        const auto bin = std::min<std::size_t>(9, static_cast<std::size_t>(score * 10));
        scores[bin] += score;
        right[bin] += isRight;
        ++all[bin];
    }
    void print() const
    {
        double error = 0.0;
        const int n = std::accumulate(all.begin(), all.end(), 0);
        for (std::size_t bin = 0; bin < all.size(); ++bin) {
            if (all[bin] == 0)
                continue;
            const double said = scores[bin] / all[bin];
            const double was = static_cast<double>(right[bin]) / all[bin];
            error += std::abs(said - was) * all[bin] / n;
            std::println("reliability said={:.3f} was={:.3f} n={}", said, was, all[bin]);
        }
        ::print("places_calibration_error", error * 100, "%", n);
    }
};

/// Whether question number \a index is one of the eighth whose street the region is made not to know.
bool isUnknown(int index)
{
    return index % 8 == 0;
}

void forgetStreet(QList<Places::Candidate> &candidates, const WrittenAddress &address)
{
    candidates.removeIf([street = Places::fold(address.street)](const Places::Candidate &candidate) {
        return Places::fold(candidate.place.address.street) == street;
    });
}

void countScores(const RegionPlaces &places, const WrittenAddress &address, Reliability &reliability)
{
    auto candidates = places.candidates({.text = address.written}).value_or(QList<Places::Candidate>{});
    if (isUnknown(++reliability.questions)) {
        forgetStreet(candidates, address);
        Places::score(candidates);
    }
    for (const auto &candidate : candidates) {
        if (candidate.place.score >= 0.005)
            reliability.count(candidate.place.score, isMeant(candidate.place, address));
    }
}

void measure(const RegionPlaces &places, const QString &database, Style style, const char *name, int count,
             Reliability &reliability, bool verbose)
{
    const auto addresses = writtenAddresses(database, style, count, heldOut + static_cast<unsigned>(style));
    QList<double> milliseconds;
    QList<double> cpu;
    int first = 0;
    int firstThree = 0;
    for (const auto &address : addresses) {
        QElapsedTimer timer;
        timer.start();
        const auto before = threadMilliseconds();
        const auto found = places.search({.text = address.written});
        cpu.append(threadMilliseconds() - before);
        milliseconds.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        qsizetype rank = 0;
        while (found && rank < found->size() && !isMeant(found->at(rank), address))
            ++rank;
        const bool hit = found && rank < found->size();
        first += hit && rank == 0;
        firstThree += hit && rank < 3;
        countScores(places, address, reliability);
        if (verbose && (!hit || rank != 0))
            printMiss(address, found && !found->isEmpty() ? &found->first() : nullptr);
    }
    std::ranges::sort(milliseconds);
    std::ranges::sort(cpu);
    const auto prefix = QByteArray("places_") + name;
    print(prefix + "_first", 100.0 * first / static_cast<double>(addresses.size()), "%", addresses.size());
    print(prefix + "_first3", 100.0 * firstThree / static_cast<double>(addresses.size()), "%", addresses.size());
    print(prefix + "_p50", milliseconds.at(milliseconds.size() / 2), "ms", addresses.size());
    print(prefix + "_p95", milliseconds.at(milliseconds.size() * 95 / 100), "ms", addresses.size());
    print(prefix + "_cpu_p95", cpu.at(cpu.size() * 95 / 100), "ms", addresses.size());
}

/// One line a candidate: question, 1 if it is the one meant, and the clues. A question without the one meant has a line
/// "none". One question in eight has the street that was meant taken away, as if the region did not know it.
int dump(const RegionPlaces &places, const QString &database, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    int question = 0;
    for (const auto &[style, count] :
         {std::pair{Style::Exact, 300}, std::pair{Style::Slips, 1'000}, std::pair{Style::Careless, 1'500},
          std::pair{Style::Plenty, 1'500}, std::pair{Style::Between, 600}, std::pair{Style::Beyond, 400},
          std::pair{Style::Corner, 600}, std::pair{Style::Street, 400}, std::pair{Style::Poi, 400},
          std::pair{Style::Suburb, 100}}) {
        for (const auto &address : writtenAddresses(database, style, count, 1 + static_cast<unsigned>(style))) {
            auto candidates = places.candidates({.text = address.written}).value_or(QList<Places::Candidate>{});
            if (isUnknown(++question))
                forgetStreet(candidates, address);
            QByteArray lines = QByteArray::number(question) + " none\n";
            int shown = 0;
            for (const auto &candidate : candidates) {
                const bool meant = isMeant(candidate.place, address);
                if (!meant && ++shown > 15)
                    continue; // the weakest say nothing more
                lines += QByteArray::number(question) + (meant ? " 1" : " 0");
                for (const auto clue : candidate.evidence.all())
                    lines += ' ' + QByteArray::number(clue, 'g', 4);
                lines += '\n';
            }
            file.write(lines);
        }
    }
    return 0;
}

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): ends with what it throws, as a bench may
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    const QTemporaryDir folder;
    const auto database = folder.filePath(u"region.sqlite"_s);
    RegionSinks sinks;
    sinks.push_back(std::make_unique<PlacesSink>());
    QElapsedTimer timer;
    timer.start();
    const auto region = importRegion(QStringLiteral(DOORSTEP_RESOURCES "/regions/montevideo.osm.pbf"), database, sinks,
                                     [](QStringView, double) { });
    if (!region) {
        std::println(stderr, "{}", region.error().detail.toStdString());
        return 1;
    }
    print("places_import", static_cast<double>(timer.elapsed()) / 1e3, "s", 1);
    print("places_import_size", static_cast<double>(QFile(database).size()) / 1e6, "MB", 1);
    timer.restart();
    const auto places = RegionPlaces::open(database);
    if (!places)
        return 1;
    print("places_open", static_cast<double>(timer.elapsed()), "ms", 1);
    if (const auto at = arguments.indexOf(u"--dump"_s); at >= 0 && at + 1 < arguments.size())
        return dump(**places, database, arguments.at(at + 1));

    const bool verbose = arguments.contains(u"--misses"_s);
    Reliability reliability;
    measure(**places, database, Style::Exact, "exact", 300, reliability, verbose);
    measure(**places, database, Style::Slips, "slips", 600, reliability, verbose);
    measure(**places, database, Style::Careless, "careless", 600, reliability, verbose);
    measure(**places, database, Style::Plenty, "plenty", 600, reliability, verbose);
    measure(**places, database, Style::Between, "between", 150, reliability, verbose);
    measure(**places, database, Style::Beyond, "beyond", 150, reliability, verbose);
    measure(**places, database, Style::Corner, "corner", 150, reliability, verbose);
    measure(**places, database, Style::Street, "street", 150, reliability, verbose);
    measure(**places, database, Style::Poi, "poi", 150, reliability, verbose);
    reliability.print();
    return 0;
}
