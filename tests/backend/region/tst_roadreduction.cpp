// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/reducedsearch.h"

#include <QTest>

#include <random>

using namespace Doorstep;

namespace {

/// Roads that lead anywhere, some nowhere.
RoadGraph randomGraph(std::mt19937 &random, quint32 roads)
{
    std::uniform_int_distribution<quint32> weight(1, 500);
    std::uniform_int_distribution<quint32> turns(0, 4);
    std::uniform_int_distribution<quint32> target(0, roads * 2 - 1);
    RoadGraph graph;
    graph.roads.resize(roads + 1);
    for (auto &road : graph.roads)
        road.roadClass = static_cast<RoadClass>(weight(random) % roadClassCount);
    graph.firstTurn.push_back(0);
    for (StateId state = 0; state < roads * 2; ++state) {
        const auto length = weight(random);
        graph.states.push_back({.duration = length, .weight = length, .meters = static_cast<float>(length), .open = 2});
        for (auto turn = turns(random); turn > 0; --turn)
            graph.turns.push_back({.target = target(random), .duration = 3, .weight = 3}); // itself and twice, too
        graph.firstTurn.push_back(static_cast<quint32>(graph.turns.size()));
    }
    return graph;
}

RoadConditions randomConditions(std::mt19937 &random, quint32 states, int closures)
{
    std::uniform_real_distribution factor(0.3F, 4.0F);
    std::uniform_int_distribution<quint32> state(0, states + 3); // some of another region
    RoadConditions conditions;
    for (auto &one : conditions.durationFactors)
        one = factor(random);
    for (int i = 0; i < closures; ++i)
        conditions.closed.push_back(state(random));
    for (quint32 slow = 0; slow < states && closures > 0; slow += 7)
        conditions.slow.push_back({.road = slow, .factor = factor(random)});
    return conditions;
}

} // namespace

class RoadReductionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsEverywhereAtTheSameCost_data()
    {
        QTest::addColumn<std::size_t>("mostBridges");
        QTest::addColumn<std::size_t>("sources");
        QTest::addColumn<std::size_t>("destinations");
        const std::size_t few = 4;
        const std::size_t many = 30;
        QTest::newRow("nothing is taken out") << std::size_t(0) << many << many;
        QTest::newRow("nothing is taken out, to a few") << std::size_t(0) << many << few;
        QTest::newRow("only dead ends") << std::size_t(1) << many << many;
        QTest::newRow("a large core") << std::size_t(6) << many << many;
        QTest::newRow("a large core, to a few") << std::size_t(6) << many << few;
        QTest::newRow("a small core") << std::size_t(100) << many << many;
        QTest::newRow("a small core, from a few") << std::size_t(100) << few << many;
        QTest::newRow("a small core, to a few") << std::size_t(100) << many << few;
        QTest::newRow("no core") << std::numeric_limits<std::size_t>::max() << many << many;
        QTest::newRow("no core, to a few") << std::numeric_limits<std::size_t>::max() << many << few;
    }

    void leadsEverywhereAtTheSameCost()
    {
        QFETCH(const std::size_t, mostBridges);
        QFETCH(const std::size_t, sources);
        QFETCH(const std::size_t, destinations);
        std::mt19937 random(11);
        for (const quint32 roads : {1U, 2U, 150U, 300U}) {
            const auto graph = randomGraph(random, roads);
            const RoadReduction reduction(graph, mostBridges);
            PlainSearch plain(graph);
            ReducedSearch reduced(graph, reduction);
            std::uniform_int_distribution<quint32> state(0, graph.stateCount() - 1);
            for (const int closures : {0, 1, 20}) {
                const auto conditions = randomConditions(random, graph.stateCount(), closures);
                std::vector<std::vector<SearchSeed>> seeds(sources);
                std::vector<std::vector<SearchGoal>> goals(destinations);
                for (std::size_t i = 0; i < seeds.size() || i < goals.size(); ++i) {
                    for (std::size_t k = 0; k < i % 3; ++k) { // none, one, or one for each direction
                        const quint32 cost = state(random);
                        if (i < seeds.size())
                            seeds[i].push_back({.state = state(random), .cost = {.weight = cost, .duration = cost}});
                        if (i < goals.size())
                            goals[i].push_back({.state = state(random), .cost = {.weight = cost, .duration = cost}});
                    }
                }
                for (int again = 0; again < 2; ++again) { // the second time nothing is worked out anew
                    const auto expected = plain.table(seeds, goals, conditions);
                    const auto found = reduced.table(seeds, goals, conditions);
                    QCOMPARE(found.size(), expected.size());
                    for (std::size_t i = 0; i < found.size(); ++i) {
                        QCOMPARE(found[i].has_value(), expected[i].has_value());
                        if (found[i])
                            QCOMPARE(found[i]->weight, expected[i]->weight);
                    }
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(RoadReductionTest)
#include "tst_roadreduction.moc"
