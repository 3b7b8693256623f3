// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "models/domain/subject.h"

#include <QList>
#include <QObject>

namespace Doorstep {

/// Who else is at work, and what they have before them. Never stored; empty while there is no connection. GUI thread.
class Presence : public QObject
{
    Q_OBJECT
public:
    /// A person with two consoles is there twice.
    struct Person
    {
        UserId user;
        QString name; ///< To be shown.
        QList<Subject> looking;
        QList<Subject> editing;

        bool operator==(const Person &) const = default;
    };

    using QObject::QObject;

    [[nodiscard]] const QList<Person> &people() const noexcept { return m_people; }
    /// Names of those who look at \a subject or edit it, each once.
    [[nodiscard]] QStringList lookingAt(const Subject &subject) const;
    [[nodiscard]] QStringList editing(const Subject &subject) const;

    void set(const QList<Person> &people);

Q_SIGNALS:
    void changed();

private:
    QList<Person> m_people;
};

} // namespace Doorstep
