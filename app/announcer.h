// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/exception.h"
#include "models/store/alertrules.h"

#include <QObject>

namespace Doorstep {

/// Says something to a person who may be looking at another program. UI thread.
class Announcer : public QObject
{
    Q_OBJECT
public:
    struct Announcement
    {
        QString key; ///< What it is about; comes back with what the person chose. Empty: about several.
        QString title; ///< Plain text, as are all here.
        QString text;
        Exception::Severity severity = Exception::Severity::Medium;
        AlertRules::Way way;
    };

    using QObject::QObject;

    virtual void announce(const Announcement &announcement) = 0;
    /// Takes back what was said of \a key: somebody has seen to it.
    virtual void withdraw(const QString &key) = 0;
    /// The same of all: whoever is here now may not read them.
    virtual void withdrawAll() = 0;

Q_SIGNALS:
    /// The person wants to see it.
    void opened(const QString &key);
    /// The person wants to hear of it later.
    void snoozed(const QString &key);
};

} // namespace Doorstep
