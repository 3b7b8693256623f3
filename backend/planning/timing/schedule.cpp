// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/timing/schedule.h"

#include <algorithm>
#include <compare>
#include <span>

namespace Doorstep::Planning {
namespace {

/// Seconds missed of what must be, then of windows. Two numbers, compared in turn: weighed into one they would not fit.
struct Missed
{
    std::int64_t must = 0;
    std::int64_t windows = 0;

    auto operator<=>(const Missed &) const = default;
    Missed operator+(const Missed &o) const { return {.must = must + o.must, .windows = windows + o.windows}; }
};

constexpr Missed mostMissed{.must = std::numeric_limits<std::int64_t>::max(), .windows = 0};

struct Price
{
    Missed missed;
    std::int64_t span = 0;
    std::int64_t sum = 0;

    auto operator<=>(const Price &) const = default;
    Price operator+(const Price &o) const
    {
        return {.missed = missed + o.missed, .span = span + o.span, .sum = sum + o.sum};
    }
};

struct Miss
{
    std::int64_t early = 0;
    std::int64_t late = 0;
};

bool isFinite(std::int64_t time)
{
    return time > -forever && time < forever;
}

/// Of what may be anywhere from \a from to \a to.
Miss missOf(const std::vector<Window> &windows, std::int64_t from, std::int64_t to)
{
    Miss best{.early = forever, .late = 0};
    for (const auto &w : windows) {
        const Miss miss{.early = isFinite(w.from) ? std::max<std::int64_t>(0, w.from - to) : 0,
                        .late = isFinite(w.to) ? std::max<std::int64_t>(0, from - w.to) : 0};
        if (miss.early + miss.late < best.early + best.late)
            best = miss;
    }
    return best;
}

Missed missedOf(const Visit &visit, std::int64_t from, std::int64_t to)
{
    const auto must = missOf({visit.must}, from, to);
    const auto miss = missOf(visit.windows, from, to);
    return {.must = must.early + must.late, .windows = miss.early + miss.late};
}

/// The visits that are places, with the breaks between them.
class Solver
{
public:
    explicit Solver(const std::vector<Visit> &visits)
        : m_visits(visits)
    {
        std::int64_t shift = 0;
        for (std::size_t i = 0; i < visits.size(); ++i) {
            if (!visits[i].isBreak) {
                shift += visits[i].travel;
                m_places.push_back(i);
                m_shifts.push_back(shift);
            }
            shift += visits[i].action;
        }
        collectCandidates();
    }

    std::vector<VisitTime> run()
    {
        m_from.assign(m_places.size() * m_candidates.size(), 0);
        std::vector<Price> prices(m_candidates.size());
        for (std::size_t p = 0; p < m_places.size(); ++p) {
            if (p > 0)
                prices = hasBreaksBefore(p) ? arriveWithBreaks(p, prices) : arrive(p, prices);
            for (std::size_t c = 0; c < m_candidates.size(); ++c)
                prices[c] = prices[c] + priceOf(p, c);
        }
        const auto best = std::ranges::min_element(prices) - prices.begin();
        return timesOf(startsBackFrom(static_cast<std::size_t>(best)));
    }

private:
    [[nodiscard]] std::span<const Visit> breaksBefore(std::size_t p) const
    {
        return std::span(m_visits).subspan(m_places[p - 1] + 1, m_places[p] - m_places[p - 1] - 1);
    }
    [[nodiscard]] bool hasBreaksBefore(std::size_t p) const { return !breaksBefore(p).empty(); }
    /// How long all of them take.
    [[nodiscard]] std::int64_t restBefore(std::size_t p) const
    {
        std::int64_t sum = 0;
        for (const auto &one : breaksBefore(p))
            sum += one.action;
        return sum;
    }

    void collectCandidates()
    {
        for (std::size_t p = 0; p < m_places.size(); ++p) {
            addCandidates(m_visits[m_places[p]], m_shifts[p]);
            if (p == 0)
                continue;
            // A break is bounded by the end of what comes before and the start of what comes behind.
            std::int64_t ahead = m_shifts[p - 1] + m_visits[m_places[p - 1]].action;
            std::int64_t behind = m_shifts[p] - restBefore(p);
            for (const auto &one : breaksBefore(p)) {
                addCandidates(one, ahead);
                addCandidates(one, behind);
                ahead += one.action;
                behind += one.action;
            }
        }
        if (m_candidates.empty())
            m_candidates.push_back(0);
        std::ranges::sort(m_candidates);
        const auto [first, last] = std::ranges::unique(m_candidates);
        m_candidates.erase(first, last);
    }

    void addCandidates(const Visit &visit, std::int64_t shift)
    {
        const auto add = [&](const Window &window) {
            for (const auto time : {window.from, window.to})
                if (isFinite(time))
                    m_candidates.push_back(time - shift);
        };
        std::ranges::for_each(visit.windows, add);
        add(visit.must);
    }

    [[nodiscard]] std::int32_t &fromAt(std::size_t p, std::size_t c) { return m_from[p * m_candidates.size() + c]; }

    /// What it takes at least to be at the p-th place at each candidate: to be at the one before no later.
    [[nodiscard]] std::vector<Price> arrive(std::size_t p, const std::vector<Price> &before)
    {
        std::vector<Price> prices(before.size());
        std::size_t best = 0;
        for (std::size_t c = 0; c < before.size(); ++c) {
            if (before[c] < before[best])
                best = c;
            prices[c] = before[best];
            fromAt(p, c) = static_cast<std::int32_t>(best);
        }
        return prices;
    }

    /// As `arrive`, but how long there is in between matters to the breaks.
    [[nodiscard]] std::vector<Price> arriveWithBreaks(std::size_t p, const std::vector<Price> &before)
    {
        std::vector<Price> prices(before.size());
        for (std::size_t c = 0; c < before.size(); ++c)
            prices[c] = bestWithBreaks(p, c, before);
        return prices;
    }

    [[nodiscard]] std::vector<std::int64_t> startsBackFrom(std::size_t c) const
    {
        std::vector<std::int64_t> starts(m_places.size());
        for (std::size_t p = m_places.size(); p-- > 0;) {
            starts[p] = m_candidates[c] + m_shifts[p];
            c = static_cast<std::size_t>(m_from[p * m_candidates.size() + c]);
        }
        return starts;
    }

    [[nodiscard]] Price priceOf(std::size_t p, std::size_t c) const
    {
        const auto &visit = m_visits[m_places[p]];
        const auto start = m_candidates[c] + m_shifts[p];
        std::int64_t span = 0;
        if (p == 0)
            span -= m_candidates[c];
        if (p + 1 == m_places.size())
            span += m_candidates[c];
        return {.missed = missedOf(visit, start, start), .span = span, .sum = m_candidates[c]};
    }

    /// Breaks between two places may be anywhere between them, for the road may be driven in parts.
    [[nodiscard]] Missed breaksMiss(std::size_t p, std::int64_t freeFrom, std::int64_t freeTo) const
    {
        std::int64_t behind = restBefore(p);
        Missed missed;
        for (const auto &one : breaksBefore(p)) {
            missed = missed + missedOf(one, freeFrom, freeTo - behind);
            freeFrom += one.action;
            behind -= one.action;
        }
        return missed;
    }

    Price bestWithBreaks(std::size_t p, std::size_t c, const std::vector<Price> &before)
    {
        const auto freeTo = m_candidates[c] + m_shifts[p];
        const auto action = m_visits[m_places[p - 1]].action;
        Price best{.missed = mostMissed};
        for (std::size_t b = 0; b <= c; ++b) {
            if (before[b].missed > best.missed)
                continue;
            auto price = before[b];
            price.missed = price.missed + breaksMiss(p, m_candidates[b] + m_shifts[p - 1] + action, freeTo);
            if (price < best) {
                best = price;
                fromAt(p, c) = static_cast<std::int32_t>(b);
            }
        }
        return best;
    }

    [[nodiscard]] std::vector<VisitTime> timesOf(const std::vector<std::int64_t> &starts) const
    {
        std::vector<VisitTime> times(m_visits.size());
        const auto tell = [&](std::size_t i, std::int64_t arrival, std::int64_t start) {
            const auto miss = missOf(m_visits[i].windows, start, start);
            times[i] = {.arrival = arrival, .start = start, .early = miss.early, .late = miss.late};
        };
        tell(0, starts[0], starts[0]);
        for (std::size_t p = 1; p < m_places.size(); ++p) {
            std::int64_t now = starts[p - 1] + m_visits[m_places[p - 1]].action;
            std::int64_t road = m_visits[m_places[p]].travel;
            std::int64_t behind = restBefore(p);
            for (auto b = m_places[p - 1] + 1; b < m_places[p]; ++b) {
                const auto start = restStart(m_visits[b], now, starts[p] - behind);
                const auto driven = std::min(road, start - now); // on the road until then, or waiting at the next
                tell(b, now + driven, start);
                road -= driven;
                now = start + m_visits[b].action;
                behind -= m_visits[b].action;
            }
            tell(m_places[p], now + road, starts[p]);
        }
        return times;
    }

    /// As soon as it is free of misses, from \a from to \a to.
    static std::int64_t restStart(const Visit &visit, std::int64_t from, std::int64_t to)
    {
        std::int64_t best = from;
        auto least = mostMissed;
        const auto look = [&](std::int64_t time) {
            time = std::clamp(time, from, std::max(from, to));
            const auto missed = missedOf(visit, time, time);
            if (missed < least || (missed == least && time < best)) {
                least = missed;
                best = time;
            }
        };
        look(from);
        look(visit.must.from);
        for (const auto &w : visit.windows)
            look(w.from);
        return best;
    }

    const std::vector<Visit> &m_visits;
    std::vector<std::size_t> m_places;
    std::vector<std::int64_t> m_shifts;
    std::vector<std::int64_t> m_candidates;
    std::vector<std::int32_t> m_from;
};

} // namespace

std::vector<VisitTime> schedule(const std::vector<Visit> &visits)
{
    return visits.empty() ? std::vector<VisitTime>() : Solver(visits).run();
}

} // namespace Doorstep::Planning
