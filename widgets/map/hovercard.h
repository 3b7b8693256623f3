// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/map/mapcard.h"

#include <QWidget>

namespace Doorstep {

/// A small card beside a marker. Paints text as it is, never as markup; never takes the pointer.
class HoverCard : public QWidget
{
    Q_OBJECT
public:
    explicit HoverCard(QWidget *parent);

    [[nodiscard]] const MapCard &card() const { return m_card; }
    /// Shows \a card beside \a marker (a rectangle in the parent), inside the parent. An empty card hides it.
    void showBeside(const MapCard &card, const QRectF &marker);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int labelWidth() const;

    MapCard m_card;
};

} // namespace Doorstep
