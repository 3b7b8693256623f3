// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/replay/etascore.h"
#include "tests/replay/regioncity.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

// How far expected arrivals are from real ones, by how far ahead they are, on simulated days:
// `bench_eta [--learn 10] [--days 20] [--from 0] [--dump] [compiled region]`, without a region in a city of straight
// streets. The first --learn days from --from on are only learnt from, the --days after them are measured.
// --dump adds a line for each expectation: stop, seconds ahead, band, error, what the driver did, whether they rested
// later.

namespace {

struct Options
{
    int learn = 10;
    int days = 20;
    int from = 0;
    bool dumps = false;
    QString region;
};

Options optionsOf(const QStringList &arguments)
{
    Options options;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == "--learn"_L1)
            options.learn = arguments.value(++i).toInt();
        else if (arguments[i] == "--days"_L1)
            options.days = arguments.value(++i).toInt();
        else if (arguments[i] == "--from"_L1)
            options.from = arguments.value(++i).toInt();
        else if (arguments[i] == "--dump"_L1)
            options.dumps = true;
        else
            options.region = arguments[i];
    }
    return options;
}

void print(const QString &name, const EtaScore &score)
{
    std::printf("bench name=eta.%s value=%.3f unit=before_p90 n=%lld median_abs_s=%.0f bias_s=%.0f band_s=%.0f "
                "band_factor=%.2f\n",
                qPrintable(name), score.beforeLate, static_cast<long long>(score.count), score.medianAbsolute,
                score.bias, score.medianBand, score.bandFactor);
}

/// What the vans of all days drive on, which says what the factors of traffic.cpp make of a city on average.
class DrivenRoads
{
public:
    void see(const Watch::PathWanted &wish, const Watch::PathFound &path)
    {
        if (wish.vehicle == Vehicle::Kind::Bicycle)
            return;
        for (const auto &leg : path.legs) {
            for (std::size_t kind = 0; kind < Watch::roadKindCount; ++kind)
                m_seconds[kind] += leg.seconds * leg.roads.shares()[kind];
        }
    }
    void print() const
    {
        const auto shares = Watch::RoadMix(m_seconds).shares();
        std::printf("bench name=eta.roads value=%.3f unit=main through=%.3f minor=%.3f unknown=%.3f\n", shares[0],
                    shares[1], shares[2], shares[3]);
    }

private:
    Watch::ByRoadKind m_seconds{};
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto options = optionsOf(QCoreApplication::arguments());
    const auto ground = ReplayGround::open(options.region);
    if (!ground) {
        std::fprintf(stderr, "%s\n", qPrintable(ground.error().detail));
        return 1;
    }
    DrivenRoads roads;
    auto city = ground->city;
    city.findPath = [&](const Watch::PathWanted &wish) {
        auto path = ground->city.findPath(wish);
        roads.see(wish, path);
        return path;
    };
    EtaBook book;
    Watch::Learned learned;
    for (int number = options.from; number < options.from + options.learn + options.days; ++number) {
        const auto plan = ground->day(number);
        if (!plan) {
            std::fprintf(stderr, "%s\n", qPrintable(plan.error().detail));
            return 1;
        }
        EtaBook practice;
        const bool isMeasured = number >= options.from + options.learn;
        Watch::DayWatch watch({}, learned);
        Cases::DayCases cases;
        (void)(isMeasured ? book : practice).replayed(*plan, city, watch, cases);
        learned = watch.learned();
    }
    for (std::size_t horizon = 0; horizon < EtaBook::horizons; ++horizon)
        print(u"%1min"_s.arg(EtaBook::edgesMinutes.at(horizon)), book.of(horizon));
    print(u"all"_s, book.all());
    roads.print();
    if (options.dumps) {
        for (const auto &sample : book.samples())
            std::printf("%s %.0f %.0f %.0f %s %d\n", qPrintable(sample.stop.toString()), sample.aheadSeconds,
                        sample.bandSeconds, sample.errorSeconds, qPrintable(sample.meanwhile), sample.restsBefore);
    }
    return 0;
}
