// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/cardlist.h"

#include "widgets/parts/theme.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>

using namespace std::chrono_literals;

namespace Doorstep {

CardList::CardList(const QString &accessibleName, QWidget *parent)
    : QListView(parent)
{
    setAccessibleName(accessibleName);
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    m_rest.setSingleShot(true);
    m_rest.setInterval(3s);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (QGuiApplication::mouseButtons() == Qt::NoButton)
            point(false);
        else
            m_rest.start(); // a row is held
    });
}

void CardList::point(bool isPointing)
{
    if (isPointing)
        m_rest.start();
    else
        m_rest.stop();
    if (std::exchange(m_isPointing, isPointing) != isPointing)
        Q_EMIT pointingChanged(isPointing);
}

void CardList::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void CardList::follow(const QModelIndex &index)
{
    if (index == currentIndex())
        return;
    const QScopedValueRollback following(m_following, true);
    if (index.isValid()) {
        setCurrentIndex(index);
        if (hasAutoScroll())
            scrollTo(index, EnsureVisible);
    } else {
        setCurrentIndex({});
        clearSelection();
    }
}

void CardList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_following && current.isValid() && hasFocus())
        Q_EMIT chosen(current);
}

// A view whose current row goes moves to another: nobody chose that one.
void CardList::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const QScopedValueRollback following(m_following, true);
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

bool CardList::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        point(true);
        break;
    case QEvent::Leave:
        point(false);
        break;
    default:
        break;
    }
    return QListView::viewportEvent(event);
}

void CardList::keyPressEvent(QKeyEvent *event)
{
    // Rows are few and have no place to type: J and K are the arrows for a hand that stays on the letters.
    int key = 0;
    if (event->key() == Qt::Key_J)
        key = Qt::Key_Down;
    else if (event->key() == Qt::Key_K)
        key = Qt::Key_Up;
    if (key == 0 || event->modifiers() != Qt::NoModifier) {
        QListView::keyPressEvent(event);
        return;
    }
    QKeyEvent arrow(event->type(), key, Qt::NoModifier);
    QListView::keyPressEvent(&arrow);
}

void CardList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_emptyText.isEmpty() || (model() && model()->rowCount() > 0))
        return;
    QPainter painter(viewport());
    painter.setPen(Theme::of(palette()).muted);
    painter.drawText(viewport()->rect().adjusted(20, 16, -20, -16), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     m_emptyText);
}

} // namespace Doorstep

#include "moc_cardlist.cpp"
