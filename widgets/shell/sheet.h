// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QPointer>

namespace Doorstep {

/// A card above the whole window, for a moment: the palette, the keys, about. Escape, a click beside it or losing the
/// window's focus to another widget closes it and gives the focus back. The window below stays alive.
class Sheet : public QWidget
{
    Q_OBJECT
public:
    /// Covers \a host, which owns it. Starts hidden.
    explicit Sheet(QWidget *host);

    /// Shows the card and focuses \a first.
    void open(QWidget *first);
    void dismiss();

Q_SIGNALS:
    void dismissed();

protected:
    [[nodiscard]] QFrame *card() const { return m_card; }
    /// Where the card goes, \a area being the host.
    [[nodiscard]] virtual QRect cardGeometry(QSize area) const = 0;

    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    /// Tab stays on the card.
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *m_host;
    QFrame *m_card;
    QPointer<QWidget> m_focusBefore;
};

} // namespace Doorstep
