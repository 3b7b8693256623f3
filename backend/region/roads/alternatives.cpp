// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/alternatives.h"

#include <algorithm>
#include <unordered_set>

namespace Doorstep {

namespace {

constexpr std::size_t mostCandidates = 60;
constexpr double mostStretch = 1.25;
constexpr double mostInCommon = 0.75;
constexpr double localShare = 0.25; // of the whole way that must be the best between its own ends, around the detour

/// Weights from the beginning of the first whole road to the beginning of each.
std::vector<quint32> weightsAlong(const RoadGraph &graph, const std::vector<StateId> &states)
{
    std::vector<quint32> weights{0, 0};
    for (std::size_t i = 2; i < states.size(); ++i) {
        const auto turns = graph.turnsFrom(states[i - 1]);
        const auto turn = std::ranges::find(turns, states[i], &GraphTurn::target);
        weights.push_back(weights.back() + graph.states[states[i - 1]].weight + turn->weight);
    }
    return weights;
}

double weightInCommon(const RoadGraph &graph, const std::vector<StateId> &a, const std::vector<StateId> &b)
{
    const std::unordered_set<StateId> known(a.begin(), a.end());
    double weight = 0.0;
    for (const auto state : b) {
        if (known.contains(state))
            weight += graph.states[state].weight;
    }
    return weight;
}

bool visitsARoadTwice(const std::vector<StateId> &states)
{
    std::unordered_set<quint32> roads;
    return !std::ranges::all_of(states, [&roads](StateId state) { return roads.insert(state / 2).second; });
}

/// Whether the part around the detour is the best way between its own ends: who would otherwise leave a road to come
/// back to it.
bool isSensible(const RoadGraph &graph, HierarchySearch &search, const HierarchySearch::Detour &detour)
{
    const auto &states = detour.path.states;
    const auto weights = weightsAlong(graph, states);
    const auto reach = static_cast<quint32>(weights.back() * localShare);
    auto first = detour.via;
    while (first > 1 && weights[detour.via] - weights[first] < reach)
        --first;
    auto last = detour.via;
    while (last + 1 < states.size() && weights[last] - weights[detour.via] < reach)
        ++last;
    if (first < 1 || first == last)
        return false;
    const SearchSeed seed{.state = states[first], .origin = states[first], .cost = {}};
    const SearchGoal goal{.state = states[last], .cost = {}};
    const auto found = search.run({&seed, 1}, {&goal, 1});
    return found.front() && found.front()->cost.weight >= weights[last] - weights[first];
}

} // namespace

std::vector<std::vector<StateId>> findAlternatives(const RoadGraph &graph, HierarchySearch &search,
                                                   std::span<const SearchSeed> seeds, std::span<const SearchGoal> goals,
                                                   const std::vector<StateId> &best, std::size_t count)
{
    if (best.size() < 3)
        return {};
    quint32 lightest = ~0U;
    for (const auto &found : search.run(seeds, goals)) {
        if (found)
            lightest = std::min(lightest, found->cost.weight);
    }
    if (lightest == ~0U)
        return {};
    std::vector<HierarchySearch::Detour> detours;
    for (const auto &goal : goals) {
        for (auto &detour : search.detours(seeds, goal, static_cast<quint32>(lightest * mostStretch), mostCandidates))
            detours.push_back(std::move(detour));
    }
    std::ranges::stable_sort(detours, {}, [](const auto &detour) { return detour.path.cost.weight; });
    std::vector<std::vector<StateId>> ways{best};
    for (const auto &detour : detours) {
        const auto &states = detour.path.states;
        const bool differs = std::ranges::all_of(
            ways, [&](const auto &way) { return weightInCommon(graph, way, states) <= mostInCommon * lightest; });
        if (differs && !visitsARoadTwice(states) && isSensible(graph, search, detour))
            ways.push_back(states);
        if (ways.size() > count)
            break;
    }
    ways.erase(ways.begin());
    return ways;
}

} // namespace Doorstep
