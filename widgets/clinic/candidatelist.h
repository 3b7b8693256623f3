// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/parts/cardlist.h"

namespace Doorstep {

class CandidateListModel;

/// The candidates, as tall as they are: 1 to 9 choose, Enter takes the chosen one. It scrolls with what is below it.
class CandidateList : public CardList
{
    Q_OBJECT
public:
    /// \a candidates must outlive the list.
    explicit CandidateList(CandidateListModel &candidates, QWidget *parent = nullptr);

    /// Makes \a row the chosen one; -1: none is.
    void choose(int row);
    [[nodiscard]] int chosenRow() const { return currentIndex().row(); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void rowChosen(int row); ///< However it came about; -1: none.
    void taken();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Doorstep
