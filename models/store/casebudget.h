// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace Doorstep {

struct Exception;
template <typename T>
class Table;

/// What the cases of one kind came to: whether people do anything about them.
struct CaseBudget
{
    /// Fewer that are over say nothing yet.
    static constexpr int fewest = 10;

    QString kind; ///< A word, as in docs/cases.md.
    int opened = 0;
    int actedOn = 0; ///< Taken, put off, escalated, merged, followed or closed by a person.
    int cleared = 0; ///< Went by themselves, and nobody had acted.
    int open = 0; ///< Still open, and nobody has acted.

    /// Of those that are over or acted on, how many somebody acted on, 0 to 1; 1 while there are none.
    [[nodiscard]] double share() const;
    /// It costs attention and changes nothing: under one in ten of enough cases was acted on.
    [[nodiscard]] bool isNoise() const;

    bool operator==(const CaseBudget &) const = default;
};

/// A row for each kind of which a case was opened at \a since or after it, by the word. A person's case that no watcher
/// has seen has no time, and counts.
[[nodiscard]] QList<CaseBudget> caseBudgets(const Table<Exception> &exceptions, const QDateTime &since);

} // namespace Doorstep
