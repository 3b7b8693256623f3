// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/search/ruin.h"

#include <algorithm>

namespace Doorstep::Planning {
namespace {

constexpr double chanceOfSplit = 0.5;
constexpr double chanceToKeepMore = 0.01;

} // namespace

void Ruin::strings(int seed, RuinSize size)
{
    ++m_stamp;
    const int served = m_instance.taskCount() - static_cast<int>(m_routes.unserved().size());
    const auto used = m_routes.used().size();
    const double average = used > 0 ? static_cast<double>(served) / static_cast<double>(used) : 1.0;
    const double longest = std::min<double>(size.longestString, average);
    const double mostStrings = 4.0 * size.tasks / (1.0 + longest) - 1.0;
    int strings = static_cast<int>(1.0 + m_dice.unit() * std::max(mostStrings, 0.0));
    for (const auto &near : m_neighbours.around(seed)) {
        const int task = near.task;
        if (strings == 0)
            break;
        const auto &node = m_routes.node(task);
        if (node.route < 0 || node.isFixed || m_ruined[node.route] == m_stamp)
            continue;
        const int count = m_routes.route(node.route).count;
        const double most = std::min<double>(count, longest);
        const int length = std::max(1, static_cast<int>(1.0 + m_dice.unit() * most));
        m_ruined[node.route] = m_stamp;
        if (length > 1 && length < count && m_dice.chance(chanceOfSplit))
            splitString(task, length);
        else
            string(task, std::min(length, count));
        --strings;
    }
    if (m_instance.hasShipments())
        removeOthers();
}

/// A random string of \a length around \a task, shorter where fixed tasks are in the way.
int Ruin::firstOfString(int task, int &length) const
{
    const auto isFree = [this](int n) { return !m_routes.node(n).isFixed; };
    int first = task;
    int taken = 1;
    for (int left = m_dice.below(length); left > 0 && isFree(m_routes.node(first).prev); --left, ++taken)
        first = m_routes.node(first).prev;
    int last = task;
    for (; taken < length && isFree(m_routes.node(last).next); ++taken)
        last = m_routes.node(last).next;
    for (; taken < length && isFree(m_routes.node(first).prev); ++taken)
        first = m_routes.node(first).prev;
    length = taken;
    return first;
}

void Ruin::string(int task, int length)
{
    const int first = firstOfString(task, length);
    m_routes.removeString(first, length);
}

/// As `string`, but some in the middle stay.
void Ruin::splitString(int task, int length)
{
    const int count = m_routes.route(m_routes.node(task).route).count;
    int kept = 1;
    while (length + kept < count && m_dice.chance(chanceToKeepMore))
        ++kept;
    int whole = length + kept;
    const int first = firstOfString(task, whole);
    const int taken = whole - kept;
    if (taken <= 0) {
        m_routes.removeString(first, whole);
        return;
    }
    const int ahead = m_dice.below(taken + 1);
    int rest = first;
    for (int i = 0; i < ahead + kept; ++i)
        rest = m_routes.node(rest).next;
    if (ahead > 0)
        m_routes.removeString(first, ahead);
    if (taken > ahead)
        m_routes.removeString(rest, taken - ahead);
}

/// A shipment goes as a whole.
void Ruin::removeOthers()
{
    const auto out = m_routes.unserved();
    for (const int task : out) {
        const int other = m_instance.times(task).other;
        if (other >= 0 && m_routes.isServed(other))
            m_routes.removeString(other, 1);
    }
}

} // namespace Doorstep::Planning
