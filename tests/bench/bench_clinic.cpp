// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
//
// What the address clinic offers for 2,000 corrupted addresses of the demo city, by what is wrong with them and by how
// many of their customers were delivered to before: how often the door that was meant stands first, among the first
// three, and how often something else is said to be almost certain. Then what the scores say against how often they are
// right, where as often as each of the five nothing is wrong. --misses lists what was not found first.
#include "backend/region/import/regionimport.h"
#include "backend/region/places/fold.h"
#include "backend/region/places/nominatimdialect.h"
#include "backend/region/places/placessink.h"
#include "backend/region/places/regionplaces.h"
#include "models/store/clinicorder.h"
#include "models/wire/placewire.h"
#include "tests/bench/places/clinicpast.h"
#include "tests/bench/places/writtenaddress.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <cstdio>
#include <print>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr unsigned heldOut = 20261122; // nothing was fitted to these
constexpr unsigned toFitTo = 8'000; // --fit: ClinicOdds were chosen on these
constexpr int ofEach = 400;
constexpr double certain = 0.9;
constexpr double nearMeters = 100.0;
constexpr double nearUnknownMeters = 500.0; // of a number that is not on the map
constexpr std::array shares{0, 30, 60, 90}; // of customers who were delivered to before, in per cent

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

/// An address, and what the search says of its text as a console reads it.
struct Asked
{
    WrittenAddress address;
    QList<PlaceHit> hits;
};

/// The door itself: its street, its number, its place.
bool isMeant(const PlaceHit &hit, const WrittenAddress &address)
{
    const bool isKnown = address.kind == Place::Kind::House;
    return hit.kind == (isKnown ? PlaceHit::Kind::House : PlaceHit::Kind::Interpolated)
        && hit.where.distanceTo(address.at) < (isKnown ? nearMeters : nearUnknownMeters)
        && Places::fold(hit.address.street) == Places::fold(address.street)
        && hit.address.houseNumber == address.number;
}

/// Over the wire's own form and back: what is rounded there is rounded here.
QList<PlaceHit> hitsOf(const RegionPlaces &places, const QString &text)
{
    const Nominatim::SearchRequest request{.query = {.text = text, .limit = 9}, .addressDetails = true};
    const auto found = places.search(request.query).value_or(QList<Place>());
    const auto json = QJsonDocument(Nominatim::toJson(found, request, {})).toJson();
    return Wire::placeHitsFromBytes(json).value_or(QList<PlaceHit>());
}

std::vector<Asked> askAll(const RegionPlaces &places, const QList<WrittenAddress> &addresses)
{
    std::vector<Asked> asked;
    for (const auto &address : addresses)
        asked.push_back({.address = address, .hits = hitsOf(places, address.written)});
    return asked;
}

/// What the clinic offers for \a asked[index].
QList<WeighedHit> offered(const std::vector<Asked> &asked, std::size_t index, int returningPercent)
{
    const auto &[address, hits] = asked[index];
    const auto &elsewhere = asked[(index + 1) % asked.size()].address.at;
    const auto past =
        ClinicPast::of(address, hits, elsewhere, returningPercent, heldOut + static_cast<unsigned>(index));
    return clinicOrder(hits, address.written, past);
}

void tell(const WrittenAddress &address, const QList<WeighedHit> &offers)
{
    auto offer = u"nothing"_s;
    if (!offers.isEmpty()) {
        const auto &hit = offers.constFirst().hit;
        offer = u"%1 %2 at %3 m"_s.arg(hit.address.line())
                    .arg(hit.score, 0, 'f', 2)
                    .arg(hit.where.distanceTo(address.at), 0, 'f', 0);
    }
    const auto asked = u"%1 | %2 %3"_s.arg(address.written, address.street, address.number);
    std::println("miss {} | {}", asked.toStdString(), offer.toStdString());
}

Tally measured(const std::vector<Asked> &asked, int returningPercent, bool isVerbose)
{
    Tally tally{.all = std::ssize(asked)};
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto &address = asked[i].address;
        const auto offers = offered(asked, i, returningPercent);
        const auto meant = std::ranges::find_if(offers, [&](const auto &one) { return isMeant(one.hit, address); });
        const auto rank = meant - offers.begin();
        const bool isFound = meant != offers.end();
        tally.first += isFound && rank == 0 ? 1 : 0;
        tally.firstThree += isFound && rank < 3 ? 1 : 0;
        const bool isWrong = !offers.isEmpty() && offers.constFirst().hit.score >= certain && (!isFound || rank != 0);
        tally.confidentlyWrong += isWrong ? 1 : 0;
        if (isVerbose && (!isFound || rank != 0))
            tell(address, offers);
    }
    return tally;
}

/// What the scores of doors with an exchanged number, and of those beside them, said and were.
class Reliability
{
public:
    void count(const std::vector<Asked> &asked, int returningPercent)
    {
        for (std::size_t i = 0; i < asked.size(); ++i) {
            const auto offers = offered(asked, i, returningPercent);
            const bool isDoubtful = std::ranges::any_of(offers, &WeighedHit::isExchanged);
            for (const auto &one : offers) {
                if (isDoubtful && one.hit.score >= leastScore)
                    add(one.hit.score, isMeant(one.hit, asked[i].address));
            }
        }
    }
    void print(int returningPercent) const
    {
        double error = 0.0;
        int n = 0;
        for (const auto &bin : m_bins)
            n += bin.all;
        for (const auto &bin : m_bins) {
            if (bin.all == 0)
                continue;
            std::println("reliability returning={} said={:.3f} was={:.3f} n={}", returningPercent, bin.said / bin.all,
                         static_cast<double>(bin.right) / bin.all, bin.all);
            error += std::abs(bin.said - bin.right) / n;
        }
        std::println("bench name=clinic_{}_calibration_error value={:.3g} unit=% n={}", returningPercent, 100.0 * error,
                     n);
    }

private:
    static constexpr double leastScore = 0.005;
    struct Bin
    {
        double said = 0.0;
        int right = 0;
        int all = 0;
    };

    void add(double score, bool isRight)
    {
        auto &bin = m_bins[std::min<std::size_t>(m_bins.size() - 1, static_cast<std::size_t>(score * 10))];
        bin.said += score;
        bin.right += isRight ? 1 : 0;
        ++bin.all;
    }

    std::array<Bin, 10> m_bins{};
};

void print(const QByteArray &name, const Tally &tally)
{
    const auto line = [&](const char *what, int count) {
        std::println("bench name=clinic_{}_{} value={:.4g} unit=% n={}", name.constData(), what,
                     100.0 * count / static_cast<double>(tally.all), tally.all);
    };
    line("first", tally.first);
    line("first3", tally.firstThree);
    line("confidently_wrong", tally.confidentlyWrong);
    std::fflush(stdout);
}

struct Class
{
    const char *name;
    std::vector<Asked> asked;
};

void measureAll(const std::vector<Class> &classes, bool isVerbose)
{
    Tally mean;
    for (const int percent : shares) {
        Tally all;
        for (const auto &[name, asked] : classes) {
            const auto tally = measured(asked, percent, isVerbose);
            print(QByteArray::number(percent) + '_' + name, tally);
            all += tally;
        }
        print(QByteArray::number(percent) + "_all", all);
        mean += all;
    }
    print("mean_all", mean);
}

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): ends with what it throws, as a bench may
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
        std::println(stderr, "{}", qPrintable(places.error().detail));
        return 1;
    }
    const auto ask = [&](Style style, int count) {
        const unsigned seed = QCoreApplication::arguments().contains(u"--fit"_s) ? toFitTo : heldOut;
        return askAll(**places, writtenAddresses(database, style, count, seed + static_cast<unsigned>(style)));
    };
    std::vector<Class> classes;
    for (const auto &[style, name] :
         {std::pair{Style::Typos, "typos"}, std::pair{Style::SwappedNumber, "swapped_number"},
          std::pair{Style::NoType, "no_type"}, std::pair{Style::Abbreviated, "abbreviated"},
          std::pair{Style::WrongSuburb, "wrong_suburb"}})
        classes.push_back({.name = name, .asked = ask(style, ofEach)});
    measureAll(classes, QCoreApplication::arguments().contains(u"--misses"_s));

    // As often as each of these, nothing is wrong; the map lacks one in five of those numbers.
    classes.push_back({.name = "nothing_wrong", .asked = ask(Style::NothingWrong, ofEach - ofEach / 5)});
    classes.push_back({.name = "not_on_the_map", .asked = ask(Style::NotOnTheMap, ofEach / 5)});
    for (const int percent : shares) {
        Reliability reliability;
        for (const auto &one : classes)
            reliability.count(one.asked, percent);
        reliability.print(percent);
    }
    for (const auto &one : std::span(classes).last(2))
        print(QByteArray("0_") + one.name, measured(one.asked, 0, false));
    return 0;
}
