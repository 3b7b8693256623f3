// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/nativeannouncer.h"

#include <KNotification>
#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

/// As resources/notifications/doorstep.notifyrc calls them.
QString eventOf(const Announcer::Announcement &announcement)
{
    auto loudness = announcement.severity == Exception::Severity::High ? u"high"_s : u"case"_s;
    if (announcement.way.isShown && announcement.way.isHeard)
        return loudness;
    return loudness + (announcement.way.isHeard ? u"Heard"_s : u"Shown"_s);
}

KNotification::Urgency urgencyOf(Exception::Severity severity)
{
    switch (severity) {
    case Exception::Severity::Low:
        return KNotification::LowUrgency;
    case Exception::Severity::Medium:
        return KNotification::NormalUrgency;
    case Exception::Severity::High:
        return KNotification::HighUrgency;
    }
    return KNotification::DefaultUrgency;
}

} // namespace

NativeAnnouncer::~NativeAnnouncer()
{
    NativeAnnouncer::withdrawAll();
}

void NativeAnnouncer::announce(const Announcement &announcement)
{
    if (announcement.way.isSilent())
        return;
    withdraw(announcement.key);
    auto *notification = new KNotification(eventOf(announcement), KNotification::CloseOnTimeout, this);
    notification->setComponentName(u"doorstep"_s);
    notification->setTitle(announcement.title);
    notification->setText(announcement.text.toHtmlEscaped()); // read as rich text
    notification->setIconName(u"doorstep"_s);
    notification->setUrgency(urgencyOf(announcement.severity));
    const auto key = announcement.key;
    const auto open = [this, key] { Q_EMIT opened(key); };
    connect(notification->addDefaultAction(tr("Open")), &KNotificationAction::activated, this, open);
    connect(notification->addAction(tr("Open")), &KNotificationAction::activated, this, open);
    if (!key.isEmpty())
        connect(notification->addAction(tr("Snooze")), &KNotificationAction::activated, this,
                [this, key] { Q_EMIT snoozed(key); });
    connect(notification, &KNotification::closed, this, [this, key, notification] {
        if (m_shown.value(key) == notification) // not the next one about the same
            m_shown.remove(key);
    });
    m_shown.insert(key, notification);
    notification->sendEvent();
}

void NativeAnnouncer::withdraw(const QString &key)
{
    if (const auto shown = m_shown.take(key))
        shown->close();
}

void NativeAnnouncer::withdrawAll()
{
    for (const auto &shown : std::exchange(m_shown, {})) {
        if (shown)
            shown->close();
    }
}

} // namespace Doorstep

#include "moc_nativeannouncer.cpp"
