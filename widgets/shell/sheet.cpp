// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/sheet.h"

#include "widgets/parts/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace Doorstep {

namespace {

/// A panel with round corners.
class Card : public QFrame
{
public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const auto &theme = Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme.line);
        painter.setBrush(theme.panel);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
    }
};

} // namespace

Sheet::Sheet(QWidget *host)
    : QWidget(host)
    , m_host(host)
    , m_card(new Card(this))
{
    hide();
    host->installEventFilter(this);
    setFocusPolicy(Qt::StrongFocus);
}

void Sheet::open(QWidget *first)
{
    m_focusBefore = QApplication::focusWidget();
    setGeometry(m_host->rect());
    m_card->setGeometry(cardGeometry(size()));
    show();
    raise();
    first->setFocus(Qt::ShortcutFocusReason);
}

void Sheet::dismiss()
{
    if (isHidden())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    Q_EMIT dismissed();
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_host && event->type() == QEvent::Resize && isVisible())
        setGeometry(m_host->rect());
    return QWidget::eventFilter(watched, event);
}

void Sheet::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    QColor scrim = Theme::dark().window;
    scrim.setAlphaF(Theme::of(palette()).isDark ? 0.55F : 0.22F);
    painter.fillRect(rect(), scrim);
}

void Sheet::mousePressEvent(QMouseEvent *event)
{
    if (!m_card->geometry().contains(event->position().toPoint()))
        dismiss();
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    // Everything else stops here too: the work below must not hear keys meant for the card.
}

void Sheet::resizeEvent(QResizeEvent * /*event*/)
{
    m_card->setGeometry(cardGeometry(size()));
}

} // namespace Doorstep

#include "moc_sheet.cpp"
