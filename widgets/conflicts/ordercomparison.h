// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QList>

namespace Doorstep {

/// One stop of a list that two people made differently.
struct ComparedStop
{
    enum class Mark : quint8 {
        Same, ///< In both, and in the same order among those that are.
        Moved, ///< In both, at another place of the order.
        OnlyHere, ///< Not in the other list.
    };

    StopId stop;
    Mark mark = Mark::Same;

    bool operator==(const ComparedStop &) const = default;
};

struct OrderComparison
{
    QList<ComparedStop> mine;
    QList<ComparedStop> theirs;
};

/// What is different between \a mine and \a theirs, with as few stops marked as moved as can be.
[[nodiscard]] OrderComparison compareOrders(const QList<StopId> &mine, const QList<StopId> &theirs);

} // namespace Doorstep
