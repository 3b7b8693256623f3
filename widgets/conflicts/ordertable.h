// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/conflicts/ordercomparison.h"

#include <QTableView>

#include <functional>

class QStandardItem;
class QStandardItemModel;

namespace Doorstep {

/// Two orders of one route side by side. What moved and what only one of them has is marked by a sign and a word for
/// screen readers as well as by colour.
class OrderTable : public QTableView
{
    Q_OBJECT
public:
    explicit OrderTable(QWidget *parent = nullptr);

    /// \a words are what a stop is called.
    void compare(const QList<StopId> &mine, const QList<StopId> &theirs,
                 const std::function<QString(const StopId &)> &words);
    /// How many rows differ.
    [[nodiscard]] int differences() const noexcept { return m_differences; }

private:
    static void fill(QStandardItem &item, const QString &text, ComparedStop::Mark mark);

    QStandardItemModel *m_rows;
    int m_differences = 0;
};

} // namespace Doorstep
