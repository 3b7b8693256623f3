// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/shell/arrangement.h"

#include <QWidget>

class QAbstractButton;

namespace Doorstep {

/// The column of arrangements at the leading edge.
class Rail : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);

    void setCurrent(Arrangement arrangement);

Q_SIGNALS:
    void arrangementRequested(Doorstep::Arrangement arrangement);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::array<QAbstractButton *, arrangements.size()> m_buttons{};
};

} // namespace Doorstep
