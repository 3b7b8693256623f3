// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/presence.h"

namespace Doorstep {

QStringList Presence::lookingAt(const Subject &subject) const
{
    QStringList names;
    for (const auto &person : m_people) {
        if ((person.looking.contains(subject) || person.editing.contains(subject)) && !names.contains(person.name))
            names.append(person.name);
    }
    return names;
}

QStringList Presence::editing(const Subject &subject) const
{
    QStringList names;
    for (const auto &person : m_people) {
        if (person.editing.contains(subject) && !names.contains(person.name))
            names.append(person.name);
    }
    return names;
}

void Presence::set(const QList<Person> &people)
{
    if (m_people == people)
        return;
    m_people = people;
    Q_EMIT changed();
}

} // namespace Doorstep

#include "moc_presence.cpp"
