// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/attention/facts.h"

#include <QAbstractButton>

namespace Doorstep {

/// One coming stop of a route: number, address, arrival, slack. A click selects it; changes in place.
class NextStopRow : public QAbstractButton
{
    Q_OBJECT
public:
    explicit NextStopRow(QWidget *parent = nullptr);

    void setStop(const Facts::NextStop &stop);
    [[nodiscard]] const StopId &stop() const noexcept { return m_stop.stop; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Facts::NextStop m_stop;
};

} // namespace Doorstep
