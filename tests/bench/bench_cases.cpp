// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/replay/regioncity.h"
#include "tests/replay/scorecard.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

// How well each kind of case is noticed on simulated days, and what watching them costs:
// `bench_cases [--days 20] [--from 0] [--explain] [compiled region]`, without a region in a city of straight streets.

namespace {

struct Options
{
    int days = 20;
    int from = 0;
    bool explains = false;
    QString region;
};

Options optionsOf(const QStringList &arguments)
{
    Options options;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == "--days"_L1)
            options.days = arguments.value(++i).toInt();
        else if (arguments[i] == "--from"_L1)
            options.from = arguments.value(++i).toInt();
        else if (arguments[i] == "--explain"_L1)
            options.explains = true;
        else
            options.region = arguments[i];
    }
    return options;
}

void print(const ScoreCard &card, int days)
{
    for (const auto &[kind, score] : card.all())
        std::printf("bench name=cases.%s value=%.3f unit=precision n=%d recall=%.3f true=%d false=%d missed=%d "
                    "median_delay_s=%lld\n",
                    qPrintable(kind), score.precision(), days, score.recall(), score.right, score.wrong, score.missed,
                    static_cast<long long>(score.medianDelay()));
}

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
    ScoreCard card;
    Watch::Learned learned;
    qint64 fixes = 0;
    qint64 events = 0;
    qint64 replayedMs = 0;
    for (int number = options.from; number < options.from + options.days; ++number) {
        const auto plan = ground->day(number);
        if (!plan) {
            std::fprintf(stderr, "%s\n", qPrintable(plan.error().detail));
            return 1;
        }
        Watch::DayWatch watch({}, learned);
        Cases::DayCases cases;
        QElapsedTimer timer;
        timer.start();
        const auto day = replay(*plan, ground->city, watch, cases);
        learned = watch.learned();
        replayedMs += timer.elapsed();
        fixes += day.fixes;
        events += day.events;
        card.add(*plan, day);
    }
    if (options.explains)
        std::printf("%s\n", qPrintable(card.complaints().join(u'\n')));
    print(card, options.days);
    std::printf("bench name=cases.replay value=%.2f unit=s/day n=%d fixes=%lld events=%lld\n",
                static_cast<double>(replayedMs) / 1000.0 / options.days, options.days, static_cast<long long>(fixes),
                static_cast<long long>(events));
    return 0;
}
