// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/announcer.h"

#include <QHash>
#include <QPointer>

class KNotification;

namespace Doorstep {

/// Announces by the notifications and sounds of the system; where it has none, says nothing.
class NativeAnnouncer : public Announcer
{
    Q_OBJECT
public:
    using Announcer::Announcer;
    ~NativeAnnouncer() override;
    Q_DISABLE_COPY_MOVE(NativeAnnouncer)

    void announce(const Announcement &announcement) override;
    void withdraw(const QString &key) override;
    void withdrawAll() override;

private:
    QHash<QString, QPointer<KNotification>> m_shown;
};

} // namespace Doorstep
