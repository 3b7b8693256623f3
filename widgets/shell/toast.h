// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;

namespace Doorstep {

/// What was just done, with the way back: goes by itself after a while, never while the pointer or the focus is on it.
class Toast : public QFrame
{
    Q_OBJECT
public:
    enum class Tone : quint8 { Done, Refused };

    Toast(Tone tone, const QString &text, QWidget *parent);

    [[nodiscard]] Tone tone() const noexcept { return m_tone; }
    [[nodiscard]] const QString &text() const noexcept { return m_text; }
    /// How often the same was told while this was up.
    void tellAgain();
    /// Offers \a label; an empty one takes the offer back, because something newer was done since.
    void setOffer(const QString &label);
    [[nodiscard]] QPushButton *button() const { return m_button; }
    /// How long it stays when nobody is at it.
    void setPatience(std::chrono::milliseconds patience);
    /// As wide as its words are, and as \a width allows: they wrap, nothing is cut.
    void fitInto(int width);
    /// Starts to go away from now on.
    void begin();

Q_SIGNALS:
    void offerTaken();
    void over();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    Tone m_tone;
    QString m_text;
    int m_times = 1;
    QLabel *m_label;
    QPushButton *m_button;
    QToolButton *m_close;
    QTimer m_patience;
};

} // namespace Doorstep
