// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/replay/regioncity.h"
#include "tests/replay/scorecard.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <print>

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
        std::println("bench name=cases.{} value={:.3f} unit=precision n={} recall={:.3f} true={} false={} missed={} "
                     "median_delay_s={}",
                     qPrintable(kind), score.precision(), days, score.recall(), score.right, score.wrong, score.missed,
                     static_cast<long long>(score.medianDelay()));
}

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): ends with what it throws, as a bench may
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto options = optionsOf(QCoreApplication::arguments());
    const auto ground = ReplayGround::open(options.region);
    if (!ground) {
        std::println(stderr, "{}", qPrintable(ground.error().detail));
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
            std::println(stderr, "{}", qPrintable(plan.error().detail));
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
        std::println("{}", qPrintable(card.complaints().join(u'\n')));
    print(card, options.days);
    std::println("bench name=cases.replay value={:.2f} unit=s/day n={} fixes={} events={}",
                 static_cast<double>(replayedMs) / 1000.0 / options.days, options.days, static_cast<long long>(fixes),
                 static_cast<long long>(events));
    return 0;
}
