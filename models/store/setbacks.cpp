// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/setbacks.h"

namespace Doorstep {

const Setback *Setbacks::find(const CommandId &id) const
{
    const auto found = std::ranges::find(m_all, id, &Setback::id);
    return found == m_all.cend() ? nullptr : &*found;
}

qsizetype Setbacks::count(Setback::Kind kind) const
{
    return std::ranges::count(m_all, kind, &Setback::kind);
}

void Setbacks::put(const Setback &setback)
{
    const auto found = std::ranges::find(m_all, setback.id, &Setback::id);
    if (found == m_all.end()) {
        m_all.append(setback);
        Q_EMIT added(setback);
    } else if (*found != setback) {
        *found = setback;
        Q_EMIT changed(setback);
    }
}

void Setbacks::remove(const CommandId &id)
{
    if (m_all.removeIf([&id](const Setback &setback) { return setback.id == id; }) > 0)
        Q_EMIT removed(id);
}

void Setbacks::clear()
{
    if (m_all.isEmpty())
        return;
    m_all.clear();
    Q_EMIT cleared();
}

} // namespace Doorstep

#include "moc_setback.cpp"
#include "moc_setbacks.cpp"
