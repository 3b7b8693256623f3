// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/verb.h"

#include <QHash>
#include <QList>

namespace Doorstep::Decisions {

/// Routes with stops put in and taken out, until they are made one verb.
class Plan
{
public:
    /// \a scene must outlive this.
    explicit Plan(const Scene &scene)
        : m_scene(scene)
    {
    }

    /// Puts \a stops into \a route before the one that is at \a position now; false when there is no such route.
    bool insert(const QList<StopId> &stops, const RouteId &route, qsizetype position);
    void takeOut(const QList<StopId> &stops);
    /// \a route drives \a stops; they are nowhere else, which is up to who calls.
    void set(const RouteId &route, const QList<StopId> &stops);
    /// What somebody wanted of a route, on its list as it is now: their stops in their order, those that came since
    /// after them, and none that is done elsewhere.
    void repeat(const ArrangeRoutes::Arrangement &wanted);

    /// One verb, or none when all stays as it is.
    [[nodiscard]] QList<Verb> verbs() const;

private:
    /// The list to be of \a route; nullptr when there is none.
    [[nodiscard]] QList<StopId> *listOf(const RouteId &route);

    const Scene &m_scene;
    QList<RouteId> m_order; ///< As they were first touched.
    QHash<RouteId, QList<StopId>> m_lists;
};

} // namespace Doorstep::Decisions
