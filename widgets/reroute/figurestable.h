// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/reroute/figurerow.h"

#include <QTableView>

class QStandardItemModel;

namespace Doorstep {

/// Now against proposed. What gets better or worse has a sign and a word for screen readers as well as a colour. As
/// high as its rows.
class FiguresTable : public QTableView
{
    Q_OBJECT
public:
    explicit FiguresTable(QWidget *parent = nullptr);

    void show(const QList<FigureRow> &rows);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {180, sizeHint().height()}; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void setCell(int row, int column, const QString &text, FigureRow::Tone tone);
    void fit();

    QStandardItemModel *m_rows;
    QList<FigureRow> m_shown;
};

} // namespace Doorstep
