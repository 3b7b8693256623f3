// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/replay/etascore.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace Doorstep::Test {
namespace {

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0.0;
    const auto at = static_cast<qsizetype>(share * static_cast<double>(values.size() - 1));
    std::ranges::nth_element(values, values.begin() + at);
    return values[static_cast<std::size_t>(at)];
}

EtaScore scoreOf(const std::vector<EtaSample> &samples)
{
    std::vector<double> errors;
    std::vector<double> absolutes;
    std::vector<double> bands;
    std::vector<double> ratios;
    qsizetype before = 0;
    for (const auto &sample : samples) {
        errors.push_back(sample.errorSeconds);
        absolutes.push_back(std::abs(sample.errorSeconds));
        bands.push_back(sample.bandSeconds);
        ratios.push_back(sample.errorSeconds / std::max(sample.bandSeconds, 1.0));
        before += sample.errorSeconds <= sample.bandSeconds ? 1 : 0;
    }
    const auto count = static_cast<qsizetype>(samples.size());
    return {.count = count,
            .medianAbsolute = quantile(absolutes, 0.5),
            .bias = quantile(errors, 0.5),
            .beforeLate = count == 0 ? 0.0 : static_cast<double>(before) / static_cast<double>(count),
            .medianBand = quantile(bands, 0.5),
            .bandFactor = quantile(ratios, 0.9)};
}

QString meanwhile(const Simulation::Tour &tour, const LivedTour &lived, const QDateTime &at)
{
    if (at < lived.leftAt)
        return QStringLiteral("home");
    if (tour.troubles.isUnheard(at))
        return QStringLiteral("unheard");
    const auto holds = [&at](const Simulation::Span &span) { return span.holds(at); };
    return std::ranges::any_of(lived.pauses, holds) ? QStringLiteral("resting") : QStringLiteral("working");
}

bool restsBetween(const LivedTour &lived, const QDateTime &from, const QDateTime &to)
{
    return std::ranges::any_of(lived.pauses,
                               [&](const Simulation::Span &span) { return span.from >= from && span.from < to; });
}

} // namespace

ReplayedDay EtaBook::replayed(const Simulation::DayPlan &plan, const ReplayCity &city, Watch::DayWatch &watch,
                              Cases::DayCases &cases, ReplayOptions options)
{
    struct Expected
    {
        QDateTime asked;
        StopForecast forecast;
    };
    std::vector<Expected> expected;
    options.sampled = [&expected](const QDateTime &now, const Forecasts &forecasts, const QHash<StopId, Stop> &stops) {
        for (const auto &ahead : forecasts | std::views::transform(&Forecast::stops) | std::views::join) {
            if (stops.value(ahead.stop).status == Stop::Status::Planned)
                expected.push_back({.asked = now, .forecast = ahead});
        }
    };
    auto day = replay(plan, city, watch, cases, options);
    QHash<StopId, QDateTime> arrivals;
    QHash<StopId, qsizetype> tours;
    for (qsizetype i = 0; i < day.tours.size(); ++i) {
        for (const auto &visit : day.tours[i].visits) {
            arrivals.insert(visit.stop, visit.arrivedAt);
            tours.insert(visit.stop, i);
        }
    }
    for (const auto &[asked, forecast] : expected) {
        const auto arrived = arrivals.value(forecast.stop);
        if (!arrived.isValid() || arrived <= asked) // nobody comes, or is there and not yet noticed
            continue;
        const auto number = tours.value(forecast.stop);
        m_samples.push_back({.stop = forecast.stop,
                             .aheadSeconds = std::max(0.0, static_cast<double>(asked.secsTo(forecast.expectedArrival))),
                             .bandSeconds = static_cast<double>(forecast.expectedArrival.secsTo(forecast.lateArrival)),
                             .errorSeconds = static_cast<double>(forecast.expectedArrival.secsTo(arrived)),
                             .meanwhile = meanwhile(plan.tours[number], day.tours[number], asked),
                             .restsBefore = restsBetween(day.tours[number], asked, arrived)});
    }
    return day;
}

EtaScore EtaBook::of(std::size_t horizon) const
{
    std::vector<EtaSample> some;
    std::ranges::copy_if(m_samples, std::back_inserter(some), [horizon](const EtaSample &sample) {
        const double minutes = sample.aheadSeconds / 60.0;
        return minutes >= edgesMinutes.at(horizon) && minutes < edgesMinutes.at(horizon + 1);
    });
    return scoreOf(some);
}

EtaScore EtaBook::all() const
{
    return scoreOf(m_samples);
}

} // namespace Doorstep::Test
