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

bool Sheet::event(QEvent *event)
{
    // A key without Ctrl or Alt is the card's: "J" must not move in the list below it.
    if (event->type() == QEvent::ShortcutOverride
        && !(static_cast<QKeyEvent *>(event)->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        event->accept();
    return QWidget::event(event);
}

bool Sheet::focusNextPrevChild(bool next)
{
    auto *from = QApplication::focusWidget();
    if (from == nullptr || !isAncestorOf(from))
        from = this;
    const auto following = [next](QWidget *widget) {
        return next ? widget->nextInFocusChain() : widget->previousInFocusChain();
    };
    for (auto *widget = following(from); widget != from; widget = following(widget)) {
        if (isAncestorOf(widget) && widget->isVisible() && widget->isEnabled() && !widget->focusProxy()
            && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return false;
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
