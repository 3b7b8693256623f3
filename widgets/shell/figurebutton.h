// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace Doorstep {

/// One figure of the day in the top bar: what, how many, and a word on it. A click filters by it.
class FigureButton : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Tone : quint8 { Plain, Ok, Risk, Bad };
    Q_ENUM(Tone)

    explicit FigureButton(const QString &caption, QWidget *parent = nullptr);

    void setFigure(const QString &value, const QString &detail, Tone tone = Tone::Plain);
    /// Whether the detail beside the value is shown; it is dropped where the window is narrow.
    void setDetailShown(bool shown);
    [[nodiscard]] QString value() const { return m_value; }
    [[nodiscard]] QString detail() const { return m_detail; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_value;
    QString m_detail;
    Tone m_tone = Tone::Plain;
    bool m_detailShown = true;
};

} // namespace Doorstep
