// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/drivetimes.h"

#include "backend/watchhost/roadkinds.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <future>
#include <map>
#include <numeric>
#include <ranges>
#include <thread>

using namespace Qt::StringLiterals;

namespace Doorstep::Planning {
namespace {

constexpr std::size_t mostStates = 3; ///< Of the roads, of which something is kept.
constexpr std::size_t mostAreas = 32;
constexpr double placesPerDegree = 1e5; ///< A little more than a metre apart.
constexpr double factorStep = 0.05;
constexpr double leastFactor = 0.2;
constexpr double mostFactor = 20.0;
constexpr qsizetype leastRows = 32; ///< For which a thread of their own pays.
constexpr int mostThreads = 4; ///< Each keeps some 20 MB for the next question.
constexpr float unknown = -1.0F;

using Numbers = std::vector<std::size_t>;

quint64 keyOf(const QGeoCoordinate &place)
{
    const auto whole = [](double degrees) {
        return static_cast<quint64>(static_cast<quint32>(std::lround(degrees * placesPerDegree)));
    };
    return whole(place.latitude()) << 32U | whole(place.longitude());
}

QGeoCoordinate placeOf(quint64 key)
{
    const auto degrees = [](quint64 part) {
        return static_cast<double>(static_cast<qint32>(static_cast<quint32>(part))) / placesPerDegree;
    };
    return {degrees(key >> 32U), degrees(key)};
}

double believable(double factor)
{
    return std::isfinite(factor) ? std::clamp(factor, leastFactor, mostFactor) : 1.0;
}

double factorOf(const RoadTraffic &traffic, Watch::RoadKind kind)
{
    return believable(traffic.factors[static_cast<std::size_t>(kind)]);
}

/// Which of so many are asked for anew, so that everything unknown has one of them at an end: always the one with the
/// most unknown.
class Missing
{
public:
    explicit Missing(std::size_t count)
        : m_count(count)
        , m_isUnknown(count * count, false)
        , m_degrees(count, 0)
    {
    }

    void add(std::size_t from, std::size_t to)
    {
        m_isUnknown[from * m_count + to] = true;
        ++m_degrees[from];
        ++m_degrees[to];
    }

    [[nodiscard]] std::vector<bool> ends()
    {
        std::vector<bool> chosen(m_count, false);
        while (m_count > 0) {
            const auto most = std::ranges::max_element(m_degrees);
            if (*most <= 0)
                break;
            const auto one = static_cast<std::size_t>(most - m_degrees.begin());
            chosen[one] = true;
            for (std::size_t other = 0; other < m_count; ++other) {
                m_degrees[other] -= m_isUnknown[one * m_count + other] ? 1 : 0;
                m_degrees[other] -= m_isUnknown[other * m_count + one] ? 1 : 0;
            }
            *most = -1;
        }
        return chosen;
    }

private:
    std::size_t m_count;
    std::vector<bool> m_isUnknown;
    std::vector<std::int64_t> m_degrees; ///< Unknown entries from or to it; below 0 once chosen.
};

/// A part of what is asked: from some of the places to some of them.
struct Block
{
    Numbers from;
    Numbers to;
};

/// \a block in at most \a parts, by rows.
void append(std::vector<Block> &blocks, const Block &block, std::size_t parts)
{
    const auto rows = block.from.size();
    if (rows == 0 || block.to.empty())
        return;
    parts = std::clamp<std::size_t>(rows / leastRows, 1, parts);
    blocks.reserve(blocks.size() + parts);
    for (std::size_t part = 0; part < parts; ++part) {
        const auto begin = block.from.begin() + static_cast<std::ptrdiff_t>(rows * part / parts);
        const auto end = block.from.begin() + static_cast<std::ptrdiff_t>(rows * (part + 1) / parts);
        blocks.push_back({.from = Numbers(begin, end), .to = block.to});
    }
}

} // namespace

/// What is known of one state of the roads.
class DriveTimes::Known
{
public:
    Known(RoadProfile profile, RoadConditions conditions)
        : m_profile(profile)
        , m_conditions(std::move(conditions))
    {
    }

    [[nodiscard]] bool isOf(RoadProfile profile, const RoadConditions &conditions) const
    {
        return m_profile == profile && m_conditions == conditions;
    }

    /// One who asks what another is being told waits for it.
    [[nodiscard]] Result<Matrix> between(const RoadService &roads, const std::vector<quint64> &keys, double factor,
                                         int threads)
    {
        const std::scoped_lock lock(m_mutex);
        takeIn(keys);
        if (auto learnt = learn(roads, distinct(keys), threads); !learnt)
            return std::unexpected(std::move(learnt.error()));
        return matrix(keys, factor);
    }

private:
    [[nodiscard]] std::size_t entry(std::size_t from, std::size_t to) const { return from * m_side + to; }

    /// Every key gets a number; the others lose theirs where there would be too many.
    void takeIn(const std::vector<quint64> &keys)
    {
        QList<quint64> fresh;
        for (const auto key : keys) {
            if (!m_numbers.contains(key))
                fresh.append(key);
        }
        std::ranges::sort(fresh);
        const auto again = std::ranges::unique(fresh);
        fresh.erase(again.begin(), again.end());
        if (fresh.isEmpty())
            return;
        std::vector<quint64> all = m_keys;
        if (m_keys.size() + static_cast<std::size_t>(fresh.size()) > static_cast<std::size_t>(mostPlaces)) {
            const QSet<quint64> wanted(keys.cbegin(), keys.cend());
            std::erase_if(all, [&wanted](quint64 key) { return !wanted.contains(key); });
        }
        all.insert(all.end(), fresh.cbegin(), fresh.cend());
        renumber(std::move(all));
    }

    void renumber(std::vector<quint64> keys)
    {
        const bool isGrown =
            keys.size() > m_keys.size() && std::ranges::equal(m_keys, std::span(keys).first(m_keys.size()));
        if (!isGrown || keys.size() > m_side) {
            const auto side = std::min(static_cast<std::size_t>(mostPlaces), keys.size() + keys.size() / 4);
            std::vector<float> seconds(side * side, unknown);
            std::vector<float> meters(side * side, unknown);
            for (std::size_t i = 0; i < keys.size(); ++i) {
                const auto from = m_numbers.constFind(keys[i]);
                for (std::size_t j = 0; from != m_numbers.cend() && j < keys.size(); ++j) {
                    const auto to = m_numbers.constFind(keys[j]);
                    if (to == m_numbers.cend())
                        continue;
                    seconds[i * side + j] = m_seconds[entry(*from, *to)];
                    meters[i * side + j] = m_meters[entry(*from, *to)];
                }
            }
            m_side = side;
            m_seconds = std::move(seconds);
            m_meters = std::move(meters);
        }
        m_keys = std::move(keys);
        m_numbers.clear();
        for (std::size_t i = 0; i < m_keys.size(); ++i)
            m_numbers.insert(m_keys[i], i);
    }

    [[nodiscard]] Numbers distinct(const std::vector<quint64> &keys) const
    {
        Numbers numbers;
        numbers.reserve(keys.size());
        for (const auto key : keys)
            numbers.push_back(m_numbers.value(key));
        std::ranges::sort(numbers);
        const auto again = std::ranges::unique(numbers);
        numbers.erase(again.begin(), again.end());
        return numbers;
    }

    [[nodiscard]] Result<> learn(const RoadService &roads, const Numbers &places, int threads)
    {
        const auto blocks = blocksMissing(places, static_cast<std::size_t>(threads));
        std::vector<std::future<Result<RoadTable>>> answers;
        answers.reserve(blocks.size());
        for (const auto &block : blocks) { // the last one here
            const auto where = &block == &blocks.back() ? std::launch::deferred : std::launch::async;
            answers.push_back(std::async(where, [this, &roads, &block] { return ask(roads, block); }));
        }
        std::vector<Result<RoadTable>> tables;
        tables.reserve(blocks.size());
        for (auto &answer : std::views::reverse(answers))
            tables.push_back(answer.get());
        std::ranges::reverse(tables);
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            if (!tables[i])
                return std::unexpected(std::move(tables[i].error()));
            const auto entries = blocks[i].from.size() * blocks[i].to.size();
            if (tables[i]->durationsSeconds.size() != entries || tables[i]->distancesMeters.size() != entries)
                return failure(Error::Kind::Malformed, u"a table of another size than asked for"_s);
        }
        for (std::size_t i = 0; i < blocks.size(); ++i)
            note(blocks[i], *tables[i]);
        return {};
    }

    [[nodiscard]] std::vector<Block> blocksMissing(const Numbers &places, std::size_t threads) const
    {
        Missing missing(places.size());
        for (std::size_t i = 0; i < places.size(); ++i) {
            for (std::size_t j = 0; j < places.size(); ++j) {
                if (m_seconds[entry(places[i], places[j])] == unknown)
                    missing.add(i, j);
            }
        }
        Numbers fresh;
        Numbers kept;
        const auto isFresh = missing.ends();
        for (std::size_t i = 0; i < places.size(); ++i)
            (isFresh[i] ? fresh : kept).push_back(places[i]);
        std::vector<Block> blocks;
        if (fresh.size() * 2 > places.size()) { // one question is cheaper than two
            append(blocks, {.from = places, .to = places}, threads);
        } else {
            append(blocks, {.from = fresh, .to = places}, 1);
            append(blocks, {.from = kept, .to = fresh}, 1);
        }
        return blocks;
    }

    [[nodiscard]] Result<RoadTable> ask(const RoadService &roads, const Block &block) const
    {
        const auto placesOf = [this](const Numbers &numbers) {
            QList<QGeoCoordinate> places;
            places.reserve(static_cast<qsizetype>(numbers.size()));
            for (const auto number : numbers)
                places.append(placeOf(m_keys[number]));
            return places;
        };
        return roads.table({.profile = m_profile,
                            .sources = placesOf(block.from),
                            .destinations = placesOf(block.to),
                            .conditions = m_conditions});
    }

    void note(const Block &block, const RoadTable &table)
    {
        const auto columns = block.to.size();
        for (std::size_t i = 0; i < block.from.size(); ++i) {
            for (std::size_t j = 0; j < columns; ++j) {
                const auto seconds = table.durationsSeconds[i * columns + j];
                const auto meters = table.distancesMeters[i * columns + j];
                const bool isRoad = seconds >= 0.0F && std::isfinite(seconds);
                const auto at = entry(block.from[i], block.to[j]);
                m_seconds[at] = isRoad ? seconds : RoadTable::unreachable;
                m_meters[at] = isRoad && meters >= 0.0F && std::isfinite(meters) ? meters : 0.0F;
            }
        }
    }

    [[nodiscard]] Matrix matrix(const std::vector<quint64> &keys, double factor) const
    {
        Numbers numbers;
        numbers.reserve(keys.size());
        for (const auto key : keys)
            numbers.push_back(m_numbers.value(key));
        Matrix matrix{.places = static_cast<std::int32_t>(keys.size()), .seconds = {}, .meters = {}, .costs = {}};
        matrix.seconds.reserve(keys.size() * keys.size());
        matrix.meters.reserve(keys.size() * keys.size());
        constexpr double longest = noRoadSeconds - 1.0;
        constexpr double farthest = std::numeric_limits<std::uint32_t>::max();
        for (const auto from : numbers) {
            for (const auto to : numbers) {
                const auto seconds = double(m_seconds[entry(from, to)]);
                const bool isRoad = !std::isnan(seconds);
                const double meters = std::min(double(m_meters[entry(from, to)]), farthest);
                matrix.seconds.push_back(
                    isRoad ? static_cast<std::uint32_t>(std::min(std::round(seconds * factor), longest))
                           : noRoadSeconds);
                matrix.meters.push_back(isRoad ? static_cast<std::uint32_t>(std::round(meters)) : 0U);
            }
        }
        return matrix;
    }

    const RoadProfile m_profile;
    const RoadConditions m_conditions;
    std::mutex m_mutex; ///< Of all that follows.
    std::vector<quint64> m_keys; ///< Of the places, by number.
    QHash<quint64, std::size_t> m_numbers;
    std::size_t m_side = 0; ///< Of both:
    std::vector<float> m_seconds; ///< Row-major; NaN: no road, `unknown`: not asked yet.
    std::vector<float> m_meters;
};

DriveTimes::DriveTimes(const RoadService &roads, int threads)
    : m_roads(roads)
    , m_threads(std::max(1, threads))
{
}

DriveTimes::~DriveTimes() = default;

int DriveTimes::usualThreads()
{
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, mostThreads);
}

std::vector<RoadId> DriveTimes::roadsIn(RoadProfile profile, const Doorstep::Area &area)
{
    {
        const std::scoped_lock lock(m_mutex);
        const auto known =
            std::ranges::find_if(m_areas, [&](const Area &one) { return one.profile == profile && one.area == area; });
        if (known != m_areas.end()) {
            m_areas.splice(m_areas.begin(), m_areas, known);
            return known->roads;
        }
    }
    auto roads = m_roads.roadsIn(profile, AreaShape(area)).value_or(std::vector<RoadId>());
    const std::scoped_lock lock(m_mutex);
    m_areas.push_front({.profile = profile, .area = area, .roads = roads});
    if (m_areas.size() > mostAreas)
        m_areas.pop_back();
    return roads;
}

/// Against minor roads.
RoadConditions DriveTimes::conditionsOf(RoadProfile profile, const RoadTraffic &traffic)
{
    RoadConditions conditions;
    const double minor = factorOf(traffic, Watch::RoadKind::Minor);
    for (std::size_t i = 0; i < roadClassCount; ++i) {
        const double ratio = factorOf(traffic, roadKindOf(static_cast<RoadClass>(i), profile)) / minor;
        conditions.durationFactors[i] = static_cast<float>(std::max(1.0, std::round(ratio / factorStep)) * factorStep);
    }
    std::map<RoadId, double> slow;
    for (const auto &closure : traffic.closures) {
        const auto roads = roadsIn(profile, closure.area);
        if (closure.effect == Closure::Effect::Closed)
            conditions.closed.insert(conditions.closed.end(), roads.begin(), roads.end());
        for (const auto road : closure.effect == Closure::Effect::Slow ? roads : std::vector<RoadId>())
            slow.try_emplace(road, 1.0).first->second += believable(closure.slowness) - 1.0;
    }
    std::ranges::sort(conditions.closed);
    const auto again = std::ranges::unique(conditions.closed);
    conditions.closed.erase(again.begin(), again.end());
    conditions.slow.reserve(slow.size());
    for (const auto &[road, factor] : slow)
        conditions.slow.push_back({.road = road, .factor = static_cast<float>(believable(factor))});
    return conditions;
}

std::shared_ptr<DriveTimes::Known> DriveTimes::knownOf(RoadProfile profile, const RoadConditions &conditions)
{
    const std::scoped_lock lock(m_mutex);
    const auto known = std::ranges::find_if(m_known, [&](const auto &one) { return one->isOf(profile, conditions); });
    if (known != m_known.end()) {
        m_known.splice(m_known.begin(), m_known, known);
    } else {
        m_known.push_front(std::make_shared<Known>(profile, conditions));
        if (m_known.size() > mostStates)
            m_known.pop_back();
    }
    return m_known.front();
}

Result<Matrix> DriveTimes::between(RoadProfile profile, const QList<QGeoCoordinate> &places,
                                   const RoadConditions &conditions, double factor)
{
    std::vector<quint64> keys;
    keys.reserve(static_cast<std::size_t>(places.size()));
    for (const auto &place : places)
        keys.push_back(keyOf(place));
    return knownOf(profile, conditions)->between(m_roads, keys, factor, m_threads);
}

Result<Matrix> DriveTimes::between(RoadProfile profile, const QList<QGeoCoordinate> &places, const RoadTraffic &traffic)
{
    if (places.size() > mostPlaces)
        return failure(Error::Kind::Malformed, u"at most %1 places"_s.arg(mostPlaces));
    const auto wrong = std::ranges::find_if_not(places, &QGeoCoordinate::isValid);
    if (wrong != places.cend())
        return failure(Error::Kind::Malformed, u"place %1 is not on the globe"_s.arg(wrong - places.cbegin()));
    if (places.isEmpty())
        return Matrix();
    const auto conditions = conditionsOf(profile, traffic);
    auto matrix = between(profile, places, conditions, factorOf(traffic, Watch::RoadKind::Minor));
    if (matrix || matrix.error().kind != Error::Kind::Refused || conditions.isPlain())
        return matrix;
    return between(profile, places, {}, factorOf(traffic, Watch::RoadKind::Unknown));
}

} // namespace Doorstep::Planning
