// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/depot.h"
#include "models/domain/rates.h"
#include "widgets/shell/formsheet.h"

#include <QHash>

#include <array>

class QComboBox;
class QDoubleSpinBox;

namespace Doorstep {

/// Asks what delivering costs a depot: its wages, kilometres, routes, and what vans give off.
class RateSheet : public FormSheet
{
    Q_OBJECT
public:
    explicit RateSheet(QWidget *host);

    /// About \a depots, one or more, beginning with the first; \a own is what they say now.
    void ask(const QList<Depot> &depots, const QHash<DepotId, Rates> &own);

    [[nodiscard]] DepotId depot() const;
    [[nodiscard]] Rates edited() const;
    /// Of the rate in that row.
    [[nodiscard]] QDoubleSpinBox *box(std::size_t row) const { return m_boxes.at(row); }

Q_SIGNALS:
    /// \a was is what the person was shown: what others changed meanwhile is not theirs to undo.
    void applyRequested(const Doorstep::DepotId &depot, const Doorstep::Rates &was, const Doorstep::Rates &rates);

protected:
    void accept() override;

private:
    void showDepot();
    void check();

    QComboBox *m_depots;
    std::array<QDoubleSpinBox *, rateCount> m_boxes{}; ///< As rateRows().
    QHash<DepotId, Rates> m_own;
};

} // namespace Doorstep
