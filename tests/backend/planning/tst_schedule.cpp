// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/timing/schedule.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Doorstep::Planning;

/// The times of an order that is settled.
class ScheduleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void missesAsLittleAsCanBe();
    void takesABreakOnTheRoad();
    void keepsToWhatMustBe();
    void startsNoEarlierThanItNeeds();
    void standsTimesThatAreCenturiesApart();
};

namespace {

constexpr std::int64_t horizon = 24;

std::int64_t missOf(const Visit &visit, std::int64_t start)
{
    std::int64_t best = forever;
    for (const auto &w : visit.windows)
        best = std::min(best, std::max({std::int64_t(0), w.from - start, start - w.to}));
    return best;
}

/// The least that can be missed, by trying every time.
std::int64_t leastMiss(const std::vector<Visit> &visits, std::size_t at, std::int64_t earliest)
{
    if (at == visits.size())
        return 0;
    std::int64_t best = forever;
    for (auto start = earliest; start <= horizon * 3; ++start) {
        const auto travel = at + 1 < visits.size() ? visits[at + 1].travel : 0;
        best =
            std::min(best, missOf(visits[at], start) + leastMiss(visits, at + 1, start + visits[at].action + travel));
        if (best == 0)
            break;
    }
    return best;
}

std::vector<Visit> randomVisits(std::mt19937 &random, int count)
{
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution(from, to)(random); };
    std::vector<Visit> visits;
    for (int i = 0; i < count; ++i) {
        Visit visit{.action = pick(0, 4), .travel = pick(0, 5)};
        visit.windows.clear();
        int from = pick(0, static_cast<int>(horizon) / 2);
        for (int w = pick(1, 2); w > 0; --w) {
            visit.windows.push_back({.from = from, .to = from + pick(0, 5)});
            from += 7 + pick(0, 5);
        }
        visits.push_back(visit);
    }
    visits.front().travel = 0;
    return visits;
}

} // namespace

void ScheduleTest::missesAsLittleAsCanBe()
{
    std::mt19937 random(11);
    for (int round = 0; round < 60; ++round) {
        const auto visits = randomVisits(random, 4);
        const auto times = schedule(visits);
        std::int64_t missed = 0;
        for (std::size_t i = 0; i < visits.size(); ++i) {
            QCOMPARE(times[i].early + times[i].late, missOf(visits[i], times[i].start));
            missed += times[i].early + times[i].late;
            QVERIFY(times[i].arrival <= times[i].start);
            if (i > 0)
                QCOMPARE(times[i].arrival, times[i - 1].start + visits[i - 1].action + visits[i].travel);
        }
        // From before anything is open: starting early may save more lateness behind.
        QCOMPARE(missed, leastMiss(visits, 0, -horizon * 2));
    }
}

void ScheduleTest::takesABreakOnTheRoad()
{
    const std::vector<Visit> visits{{.windows = {{.from = 0, .to = 0}}},
                                    {.windows = {{.from = 40, .to = 50}}, .action = 30, .isBreak = true},
                                    {.windows = {{.from = 130, .to = 140}}, .travel = 100}};
    const auto times = schedule(visits);
    QCOMPARE(times[1].arrival, 40); // forty driven, sixty to go
    QCOMPARE(times[1].start, 40);
    QCOMPARE(times[2].arrival, 130);
    for (const auto &time : times)
        QCOMPARE(time.early + time.late, 0);
}

void ScheduleTest::keepsToWhatMustBe()
{
    const std::vector<Visit> visits{{.must = {.from = 10, .to = 10}},
                                    {.windows = {{.from = 0, .to = 20}}, .travel = 25},
                                    {.must = {.from = 90}, .travel = 5}};
    const auto times = schedule(visits);
    QCOMPARE(times[0].start, 10);
    QCOMPARE(times[1].late, 15);
    QCOMPARE(times[2].start, 90);
}

void ScheduleTest::startsNoEarlierThanItNeeds()
{
    // The day is shortest when it begins late enough not to wait.
    const std::vector<Visit> visits{{.windows = {{.from = 0, .to = 1000}}},
                                    {.windows = {{.from = 500, .to = 600}}, .action = 10, .travel = 100},
                                    {.windows = {{.from = 0, .to = 1000}}, .travel = 100}};
    const auto times = schedule(visits);
    QCOMPARE(times[0].start, 400);
    QCOMPARE(times[1].start, 500);
    QCOMPARE(times[2].start, 610);
}

void ScheduleTest::standsTimesThatAreCenturiesApart()
{
    constexpr std::int64_t now = 175'000'000'000; // hundredths of a second, as where a vehicle has its own speed
    std::vector<Visit> visits(2000, {.must = {.from = now, .to = now}});
    visits[7].windows = {{.from = -400'000'000'000'000, .to = 400'000'000'000'000}};
    for (const auto &time : schedule(visits))
        QCOMPARE(time.start, now);
}

QTEST_GUILESS_MAIN(ScheduleTest)
#include "tst_schedule.moc"
