// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Doorstep {

/// Something the person should know, where the work is, with the way out in a button. Never a modal. Hidden until
/// shown.
class Notice : public QWidget
{
    Q_OBJECT
public:
    enum class Tone : quint8 { Neutral, Risk, Bad };
    Q_ENUM(Tone)

    explicit Notice(QWidget *parent = nullptr);

    /// Shows \a text; a button with \a action appears when that is not empty.
    void tell(Tone tone, const QString &text, const QString &action = {});
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Neutral;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace Doorstep
