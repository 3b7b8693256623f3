// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/conflicts/ordercomparison.h"

#include <QHash>
#include <QSet>

namespace Doorstep {

namespace {

/// The longest run of \a positions that only grows, as indices into it: what did not move.
QList<qsizetype> longestGrowing(const QList<qsizetype> &positions)
{
    QList<qsizetype> tails; // of the best run of each length, an index into positions
    QList<qsizetype> before(positions.size(), -1);
    for (qsizetype i = 0; i < positions.size(); ++i) {
        const auto at =
            std::ranges::lower_bound(tails, positions.at(i), {}, [&](qsizetype tail) { return positions.at(tail); });
        const auto length = at - tails.begin();
        if (length > 0)
            before[i] = tails.at(length - 1);
        if (at == tails.end())
            tails.append(i);
        else
            *at = i;
    }
    QList<qsizetype> run;
    for (auto i = tails.isEmpty() ? -1 : tails.last(); i >= 0; i = before.at(i))
        run.prepend(i);
    return run;
}

} // namespace

OrderComparison compareOrders(const QList<StopId> &mine, const QList<StopId> &theirs)
{
    QHash<StopId, qsizetype> theirPosition;
    for (qsizetype i = 0; i < theirs.size(); ++i)
        theirPosition.insert(theirs.at(i), i);
    QList<StopId> shared;
    QList<qsizetype> positions;
    for (const auto &stop : mine) {
        if (const auto at = theirPosition.constFind(stop); at != theirPosition.cend()) {
            shared.append(stop);
            positions.append(*at);
        }
    }
    QSet<StopId> unmoved;
    for (const auto index : longestGrowing(positions))
        unmoved.insert(shared.at(index));
    const QSet<StopId> both(shared.cbegin(), shared.cend());
    const auto markOf = [&](const StopId &stop) {
        if (unmoved.contains(stop))
            return ComparedStop::Mark::Same;
        return both.contains(stop) ? ComparedStop::Mark::Moved : ComparedStop::Mark::OnlyHere;
    };
    const auto marked = [&markOf](const QList<StopId> &stops) {
        QList<ComparedStop> list;
        for (const auto &stop : stops)
            list.append({.stop = stop, .mark = markOf(stop)});
        return list;
    };
    return {.mine = marked(mine), .theirs = marked(theirs)};
}

} // namespace Doorstep
