// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/shell/connectionstate.h"

#include <QAbstractButton>

namespace Doorstep {

/// "Live · 80 ms" or "Offline since 09:12", always in sight. A click tries to connect at once.
class ConnectionPill : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ConnectionPill(QWidget *parent = nullptr);

    void setState(const ConnectionState &state);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ConnectionState m_state;
};

} // namespace Doorstep
