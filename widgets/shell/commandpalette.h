// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/shell/palettemodel.h"
#include "widgets/shell/sheet.h"

class QLabel;
class QLineEdit;
class QListView;

namespace Doorstep {

/// Ctrl+K: type to find a driver, a stop, an address, a tracking number or an action; Enter takes the highlighted line.
/// The field keeps the focus; up, down and page keys move in the list.
class CommandPalette : public Sheet
{
    Q_OBJECT
public:
    CommandPalette(QWidget *host, const ActionList &actions, SearchFunction search);

    void openPalette();

Q_SIGNALS:
    /// Something found was chosen.
    void hitChosen(const Doorstep::SearchHit &hit);

protected:
    [[nodiscard]] QRect cardGeometry(QSize area) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showMatches();
    [[nodiscard]] int stepOf(int key) const;
    void moveBy(int step);
    void accept();

    PaletteModel m_model;
    QLineEdit *m_query;
    QListView *m_list;
    QLabel *m_nothing; ///< Says so where nothing matches.
};

} // namespace Doorstep
