// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/watch/detours.h"

#include <algorithm>

namespace Doorstep::Watch {
namespace {

using namespace std::chrono_literals;

constexpr auto margin = 5min; ///< So long a closure must be over before who goes around it stops doing so.

/// Whether a drive meets \a closure while it is there.
bool isThere(const Closure &closure, const Detours::Drive &drive, bool isObeyed)
{
    if (!isObeyed)
        return closure.isThereBetween(drive.begin, drive.end);
    return closure.isThereBetween(drive.begin.addDuration(-margin), drive.end.addDuration(margin));
}

} // namespace

void Detours::reset(std::size_t drives)
{
    m_drives.assign(drives, Known());
}

void Detours::take(const std::vector<PathFound::Leg> &legs)
{
    const bool isFree = std::ranges::all_of(m_drives, [](const Known &known) { return known.avoided.isEmpty(); });
    for (std::size_t i = 0; i < m_drives.size() && i < legs.size(); ++i) {
        m_drives[i].found = legs[i];
        if (isFree || (m_drives[i].avoided.isEmpty() && m_drives[i].free.line.isEmpty()))
            m_drives[i].free = legs[i];
    }
}

bool Detours::isKnown(std::size_t drive) const
{
    return drive < m_drives.size() && m_drives[drive].found.line.size() > 1;
}

bool Detours::meets(const Known &known, const AreaShape &shape)
{
    return shape.meets(known.found.line) || shape.meets(known.free.line);
}

/// What of \a closures a drive has to do with now.
Detours::Obeyed Detours::obeyedBy(const Known &known, const Drive &drive, const Closures &closures,
                                  const DepotId &depot)
{
    Obeyed obeyed;
    for (const auto &[id, entry] : closures) {
        const auto &closure = entry.closure;
        const bool isObeyed = known.avoided.contains(id) || known.slowed.contains(id);
        if (closure.depot != depot || !isThere(closure, drive, isObeyed))
            continue;
        if (closure.effect == Closure::Effect::Slow) {
            if (entry.shape.meets(known.found.line))
                obeyed.slowed.append(id);
        } else if (known.avoided.contains(id) || meets(known, entry.shape)) {
            obeyed.avoided.append(id);
        }
    }
    return obeyed;
}

Detours::Change Detours::obey(const std::vector<Drive> &drives, const Closures &closures, const DepotId &depot)
{
    auto change = Change::None;
    for (std::size_t i = 0; i < m_drives.size() && i < drives.size(); ++i) {
        auto &known = m_drives[i];
        if (!drives[i].end.isValid() || known.found.line.isEmpty())
            continue;
        auto [avoided, slowed] = obeyedBy(known, drives[i], closures, depot);
        if (avoided != known.avoided)
            change = Change::Roads;
        else if (slowed != known.slowed && change == Change::None)
            change = Change::Times;
        known.avoided = std::move(avoided);
        known.slowed = std::move(slowed);
    }
    return change;
}

std::vector<QList<Closure>> Detours::avoid(const Closures &closures) const
{
    std::vector<QList<Closure>> all(m_drives.size());
    bool isEmpty = true;
    for (std::size_t i = 0; i < m_drives.size(); ++i) {
        for (const auto &id : m_drives[i].avoided) {
            const auto known = closures.find(id);
            if (known == closures.end())
                continue;
            all[i].append(known->second.closure);
            isEmpty = false;
        }
    }
    if (isEmpty)
        all.clear();
    return all;
}

Leg Detours::leg(std::size_t drive, const Closures &closures) const
{
    const auto &known = m_drives.at(drive);
    std::vector<Slowness> slow;
    for (const auto &id : known.slowed) {
        if (const auto closure = closures.find(id); closure != closures.end())
            slow.push_back({.shape = &closure->second.shape, .factor = closure->second.closure.slowness});
    }
    return {known.found.line, known.found.seconds, slow, known.found.roads};
}

} // namespace Doorstep::Watch
