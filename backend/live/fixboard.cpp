// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/live/fixboard.h"

#include "models/wire/fixwire.h"
#include "models/wire/rawjson.h"

namespace Doorstep {
namespace {

constexpr std::chrono::milliseconds intervalInside{500};
constexpr std::chrono::milliseconds intervalOutside{5000};
constexpr int mostInAFrame = 500;

bool isInside(const Wire::ViewFrame &view, const QGeoCoordinate &where)
{
    const bool isBetween = view.west <= view.east ? where.longitude() >= view.west && where.longitude() <= view.east
                                                  : where.longitude() >= view.west || where.longitude() <= view.east;
    return isBetween && where.latitude() >= view.south && where.latitude() <= view.north;
}

} // namespace

void FixBoard::put(const Fix &fix)
{
    if (fix.clockSuspect)
        return;
    const auto known = m_places.constFind(fix.driver);
    if (known == m_places.constEnd()) {
        m_places.insert(fix.driver, m_entries.size());
        m_entries.push_back({.fix = fix, .bytes = Wire::compact(Wire::toJson(fix)), .stamp = ++m_stamp});
        return;
    }
    auto &entry = m_entries[*known];
    if (fix.fixedAt > entry.fix.fixedAt)
        entry = {.fix = fix, .bytes = Wire::compact(Wire::toJson(fix)), .stamp = ++m_stamp};
}

std::chrono::milliseconds FixReader::intervalOf(const Fix &fix) const
{
    return !m_view || isInside(*m_view, fix.where) ? intervalInside : intervalOutside;
}

QByteArray FixReader::next(const FixBoard &board, Moment now)
{
    if (m_stamp == board.stamp())
        return {};
    const auto &entries = board.entries();
    m_got.resize(entries.size());
    QByteArray frame;
    int count = 0;
    bool isAllSent = true;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto &got = m_got[i];
        if (got.stamp == entries[i].stamp)
            continue;
        if (count == mostInAFrame || (got.stamp != 0 && now - got.at < intervalOf(entries[i].fix))) {
            isAllSent = false;
            continue;
        }
        frame += frame.isEmpty() ? R"({"t":"fix","fixes":[)" : ",";
        frame += entries[i].bytes;
        got = {.stamp = entries[i].stamp, .at = now};
        ++count;
    }
    if (isAllSent)
        m_stamp = board.stamp();
    return frame.isEmpty() ? frame : frame + "]}";
}

} // namespace Doorstep
