// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QDateTime>

class QModelIndex;

namespace Doorstep {

/// What a concern says to a person. Roles of AttentionListModel.
class ConcernWords
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::ConcernWords)
public:
    /// "Will miss window by 11 min".
    [[nodiscard]] static QString title(const QModelIndex &index, const QDateTime &now);
    /// The same in fewer words, for a narrow card; empty where there are none fewer.
    [[nodiscard]] static QString shortTitle(const QModelIndex &index);
    /// Where: address, and the tracking number or the window.
    [[nodiscard]] static QString place(const QModelIndex &index);
    /// Who: the driver, and what else helps to decide.
    [[nodiscard]] static QString detail(const QModelIndex &index);
    /// "04:48" until it is too late, "−03:12" since; empty without a due time.
    [[nodiscard]] static QString countdown(const QModelIndex &index, const QDateTime &now);
    /// All of it in one sentence, for screen readers.
    [[nodiscard]] static QString spoken(const QModelIndex &index, const QDateTime &now);
    /// "Ana Pérez takes care of it, Leo Díaz looks at it too"; empty for nobody.
    [[nodiscard]] static QString people(const QModelIndex &index);
    /// "Escalated"; empty when it is not.
    [[nodiscard]] static QString escalation(const QModelIndex &index);
    [[nodiscard]] static QString iconName(const QModelIndex &index);
    /// What cases of a kind are called together: "Missed deliveries". \a word is of kindWordOf().
    [[nodiscard]] static QString kindName(const QString &word);

private:
    [[nodiscard]] static QString ownDetail(const QModelIndex &index);
};

} // namespace Doorstep
