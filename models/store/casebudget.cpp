// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/casebudget.h"

#include "models/store/table.h"

#include <QMap>

namespace Doorstep {

namespace {

bool hasBeenActedOn(const Exception &exception)
{
    const bool isClosedByHand = exception.status == Exception::Status::Closed && !exception.isCleared;
    return isClosedByHand || exception.owner.isValid() || exception.snoozedUntil.isValid()
        || exception.escalatedBy.isValid() || exception.mergedInto.isValid() || !exception.followers.isEmpty();
}

} // namespace

double CaseBudget::share() const
{
    const int told = actedOn + cleared;
    return told == 0 ? 1.0 : static_cast<double>(actedOn) / told;
}

bool CaseBudget::isNoise() const
{
    return actedOn + cleared >= fewest && share() < 0.1;
}

QList<CaseBudget> caseBudgets(const Table<Exception> &exceptions, const QDateTime &since)
{
    QMap<QString, CaseBudget> budgets;
    for (const auto &exception : exceptions) {
        if (exception.openedAt.isValid() && exception.openedAt < since)
            continue;
        auto &budget = budgets[exception.kind];
        budget.kind = exception.kind;
        ++budget.opened;
        if (hasBeenActedOn(exception))
            ++budget.actedOn;
        else if (exception.status == Exception::Status::Closed)
            ++budget.cleared;
        else
            ++budget.open;
    }
    return budgets.values();
}

} // namespace Doorstep
