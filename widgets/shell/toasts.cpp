// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/toasts.h"

#include <QAccessible>
#include <QEvent>
#include <QPushButton>

#include <ranges>

namespace Doorstep {
namespace {

constexpr qsizetype most = 3;
constexpr int gap = 8;
constexpr int foot = 44; // above the status line
constexpr int footOfPlace = 46; // above what a map has at its foot
constexpr QSize leastPlace(260, 160);

void announce(QWidget *host, const QString &text, bool isUrgent)
{
    QAccessibleAnnouncementEvent event(host, text);
    event.setPoliteness(isUrgent ? QAccessible::AnnouncementPoliteness::Assertive
                                 : QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
}

} // namespace

Toasts::Toasts(QWidget *host)
    : QObject(host)
    , m_host(host)
{
    host->installEventFilter(this);
}

void Toasts::tell(Toast::Tone tone, const QString &text, const QString &offer, std::function<void()> take)
{
    announce(m_host, text, tone == Toast::Tone::Refused);
    auto *last = newest();
    if (last != nullptr && last->text() == text && last->tone() == tone) {
        last->tellAgain();
        last->button()->disconnect(this);
    } else {
        for (auto *older : std::as_const(m_all))
            older->setOffer({});
        if (m_all.size() == most)
            remove(m_all.first());
        last = new Toast(tone, text, m_host);
        m_all.append(last);
        connect(last, &Toast::over, this, [this, last] { remove(last); });
    }
    last->setOffer(offer);
    connect(last->button(), &QAbstractButton::clicked, this, [this, last, take = std::move(take)] {
        remove(last);
        if (take)
            take();
    });
    last->show();
    last->raise();
    arrange();
    last->begin();
}

void Toasts::focusNewest() const
{
    if (auto *last = newest(); last != nullptr)
        last->setFocus(Qt::ShortcutFocusReason);
}

void Toasts::clear()
{
    while (!m_all.isEmpty())
        remove(m_all.last());
}

void Toasts::remove(Toast *toast)
{
    if (!m_all.removeOne(toast))
        return;
    toast->hide();
    toast->deleteLater();
    arrange();
}

void Toasts::setPlace(QWidget *place)
{
    if (m_place)
        m_place->removeEventFilter(this);
    m_place = place;
    if (m_place)
        m_place->installEventFilter(this);
    arrange();
}

void Toasts::arrange()
{
    QRect area = m_host->rect();
    int bottom = area.bottom() - foot;
    const bool isInSight = m_place && m_place->isVisible() && m_place->window() == m_host->window()
        && m_place->width() >= leastPlace.width() && m_place->height() >= leastPlace.height();
    if (isInSight) {
        area = QRect(m_place->mapTo(m_host, QPoint()), m_place->size());
        bottom = area.bottom() - footOfPlace;
    }
    for (auto *toast : std::views::reverse(m_all)) {
        toast->fitInto(area.width() - 2 * gap);
        bottom -= toast->height();
        toast->move(area.center().x() - (toast->width() / 2), bottom);
        bottom -= gap;
    }
}

bool Toasts::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
        if (!m_all.isEmpty()) // after the layout has come to rest
            QMetaObject::invokeMethod(this, &Toasts::arrange, Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Doorstep

#include "moc_toasts.cpp"
