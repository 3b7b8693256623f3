// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/verbs/verb.h"
#include "tests/support/mapscene.h"
#include "tests/support/samples.h"
#include "tests/support/verbs.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

/// A list of stops that may hold any of the scene's, in any order: sense and nonsense alike.
rc::Gen<QList<StopId>> anyList(const QList<StopId> &from)
{
    return rc::gen::map(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(from.size()))),
                        [from](const std::vector<int> &indexes) {
                            QList<StopId> list;
                            for (const int index : indexes)
                                list.append(from.at(index));
                            return list;
                        });
}

ArrangeRoutes anyArrangement(const MapScene &scene)
{
    const auto stops = scene.stops.keys();
    ArrangeRoutes verb;
    for (const auto &route : scene.routes) {
        if (*rc::gen::arbitrary<bool>())
            verb.routes.append({.route = route.id, .was = route.stops, .stops = *anyList(stops)});
    }
    return verb;
}

Verb anyVerb(const MapScene &scene)
{
    const auto every = everyVerb();
    const auto which = *rc::gen::inRange<std::size_t>(0, every.size() * 2);
    if (which >= every.size())
        return anyArrangement(scene);
    return every[which];
}

} // namespace

/// Whatever is decided, in whatever order, a day stays a day.
class AnyVerbsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void keepEachStopInOnePlace()
    {
        const bool held = rc::check("each stop is in one place", [] {
            auto scene = twoRoutes();
            const int steps = *rc::gen::inRange(1, 30);
            for (int step = 0; step < steps; ++step) {
                const auto done = decide(anyVerb(scene), scene, someActor());
                if (done)
                    scene.apply(*done);
                RC_ASSERT(disorderIn(scene).isEmpty());
            }
        });
        QVERIFY(held);
    }

    void areTakenBackWhenNothingCameBetween()
    {
        const bool held = rc::check("an inverse restores", [] {
            auto scene = twoRoutes();
            const int steps = *rc::gen::inRange(1, 15);
            for (int step = 0; step < steps; ++step) {
                const auto verb = anyVerb(scene);
                const auto before = scene.stops;
                const auto routes = scene.routes;
                const auto inverse = inverseOf(verb, scene, someActor());
                const auto done = decide(verb, scene, someActor());
                if (!done || done->isEmpty())
                    continue;
                auto after = twoRoutes();
                after.stops = scene.stops;
                after.routes = scene.routes;
                after.drivers = scene.drivers;
                after.notes = scene.notes;
                after.exceptions = scene.exceptions;
                after.apply(*done);
                const auto undone = decide(inverse, after, someActor());
                // An arrangement may have pinned company, but what it moved it can move back.
                RC_ASSERT(undone.has_value());
                after.apply(*undone);
                RC_ASSERT(after.stops == before);
                RC_ASSERT(after.routes == routes);
                scene.apply(*done);
            }
        });
        QVERIFY(held);
    }
};

QTEST_GUILESS_MAIN(AnyVerbsTest)

#include "tst_anyverbs.moc"
