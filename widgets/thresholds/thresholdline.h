// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/thresholdtrial.h"

#include <QObject>

class QGridLayout;
class QLabel;
class QSpinBox;
class QToolButton;

namespace Doorstep {

/// One threshold on a sheet: what it means, its value, back to the default, and what it would have produced. The
/// widgets belong to the sheet's page.
class ThresholdLine : public QObject
{
    Q_OBJECT
public:
    /// Adds itself below what is on \a grid, whose widget is \a page.
    ThresholdLine(const ThresholdRow &row, QGridLayout &grid, QWidget *page);

    [[nodiscard]] QSpinBox *box() const { return m_box; }
    /// What the depot says itself now; none: as usual.
    void show(std::optional<int> own);
    /// What it is to say.
    [[nodiscard]] std::optional<int> edited() const;
    /// Nullptr: not known.
    void showOutcome(const ThresholdTrial *trial);

Q_SIGNALS:
    void changed();

private:
    void check();

    const ThresholdRow &m_row;
    std::optional<int> m_own;
    bool m_isUsualWanted = false; ///< The person asked for the default, and has changed nothing since.
    QSpinBox *m_box;
    QToolButton *m_usual;
    QLabel *m_outcome;
};

} // namespace Doorstep
