// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "models/domain/rerouting.h"

#include <QDateTime>
#include <QList>
#include <QObject>

#include <algorithm>
#include <chrono>

namespace Doorstep {

/// A rerouting that is not yet committed: what it changes, for whom, and what it saves.
struct Proposal
{
    Q_GADGET
public:
    /// What an order breaks.
    enum class Breach : quint8 {
        Load, ///< More than the vehicle takes.
        Unreachable, ///< No road leads there.
        Shift, ///< Ends more than an hour after the shift does.
    };
    Q_ENUM(Breach)

    /// An open stop, at its place in a route.
    struct Visit
    {
        StopId stop;
        QDateTime arrival; ///< UTC, P50.
        std::chrono::seconds lateBy{0}; ///< After the end of its window; 0 when in time.
        bool stays = false; ///< Done, driven to, pinned or held: no plan moves it.

        bool operator==(const Visit &) const = default;
    };

    /// What one route, or all of them, come to from now on.
    struct Figures
    {
        int lateStops = 0;
        std::chrono::seconds late{0}; ///< All together.
        std::chrono::seconds driving{0};
        double meters = 0.0;
        std::chrono::seconds overtime{0}; ///< After the ends of shifts.
        double cost = 0.0; ///< Of time and distance from now on, by the depot's rates.
        double gramsCo2 = 0.0;

        bool operator==(const Figures &) const = default;
    };

    struct Line
    {
        RouteId route;
        RouteOrder order; ///< `was` as it was seen, `stops` all of it as proposed; the same where nothing changes.
        QList<Visit> before; ///< The open stops as they are now, ...
        QList<Visit> after; ///< ... and as proposed.
        Figures now;
        Figures proposed;
        QList<Breach> breaches; ///< Of what is proposed; what is broken already counts too.

        [[nodiscard]] bool changes() const { return order.was != order.stops; }
        bool operator==(const Line &) const = default;
    };

    ProposalId id;
    int number = 0; ///< Counts the proposals of this server since it was started; for people to name it.
    DepotId depot;
    QDateTime askedAt; ///< UTC, as all times here: the world that it looked at.
    Rerouting asked;
    int round = 0; ///< Grows with each improvement.
    bool isFinal = false; ///< Nothing of it changes any more.
    QList<Line> lines; ///< The routes of the question that are driven, in its order.
    QList<StopId> unserved; ///< Wanted elsewhere, but nobody can take them: they stay where they are.
    int moved = 0; ///< Stops that change their driver or get one.
    QList<StopId> toTell; ///< Whose customers will see another time, by `worthTelling` or more.
    int brokenPromises = 0; ///< Kept as it is now, and not as proposed.

    static constexpr std::chrono::minutes worthTelling{10};

    [[nodiscard]] Figures now() const { return sum(&Line::now); }
    [[nodiscard]] Figures proposed() const { return sum(&Line::proposed); }
    /// Of those lines that change.
    [[nodiscard]] QList<RouteOrder> orders() const
    {
        QList<RouteOrder> all;
        for (const auto &line : lines) {
            if (line.changes())
                all.append(line.order);
        }
        return all;
    }
    [[nodiscard]] bool changesNothing() const { return std::ranges::none_of(lines, &Line::changes); }

    bool operator==(const Proposal &) const = default;

private:
    [[nodiscard]] Figures sum(Figures Line::*which) const
    {
        Figures all;
        for (const auto &line : lines) {
            const auto &one = line.*which;
            all.lateStops += one.lateStops;
            all.late += one.late;
            all.driving += one.driving;
            all.meters += one.meters;
            all.overtime += one.overtime;
            all.cost += one.cost;
            all.gramsCo2 += one.gramsCo2;
        }
        return all;
    }
};

} // namespace Doorstep
