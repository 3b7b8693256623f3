// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/parts/panelcard.h"

#include <functional>

class QTableView;

namespace Doorstep {

class Notice;

/// A card with a table that can be saved as a CSV file; what came of it is said above the table.
class ExportCard : public PanelCard
{
    Q_OBJECT
public:
    struct Words
    {
        QString title; ///< Of the card.
        QString asking; ///< Of the dialog, and the button's accessible name: "Export the drivers as CSV".
        QString fileName; ///< Offered: "drivers.csv".
        std::function<QString(int rows)> exported; ///< "Exported 12 drivers to %1."
    };

    /// Takes \a table, which has its model already.
    ExportCard(const Words &words, QTableView &table, QWidget *parent = nullptr);

    void exportTable();

private:
    Words m_words;
    QTableView &m_table;
    Notice *m_notice;
};

} // namespace Doorstep
