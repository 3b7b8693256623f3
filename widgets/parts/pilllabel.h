// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/forecast.h"

#include <QLabel>

namespace Doorstep {

/// A word on a state, in a pill of its colour.
class PillLabel : public QLabel
{
    Q_OBJECT
public:
    explicit PillLabel(QWidget *parent = nullptr);

    /// Empty text hides it.
    void setPill(const QString &text, Forecast::State tone);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Forecast::State m_tone = Forecast::State::Finished;
};

} // namespace Doorstep
