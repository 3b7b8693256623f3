// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/courier.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {

Courier::Courier(const Tour &tour, const Traffic &traffic, quint64 seed, int number, std::chrono::seconds interval)
    : m_day(tour, traffic)
    , m_phone(tour, seed, number, interval)
{
}

Courier::News Courier::liveUntil(const QDateTime &time)
{
    News news;
    news.happenings = m_day.liveUntil(time);
    news.readings = m_phone.recordUntil(time, m_day);
    return news;
}

std::optional<PhoneReading> Courier::answerTo(const QByteArray &answer, const QDateTime &at) const
{
    if (tour().phone != PhoneKind::OwnTracks || !asksForPosition(answer))
        return std::nullopt;
    return m_phone.answerAt(at, m_day);
}

QDateTime Courier::sendableAt(const QDateTime &at) const
{
    auto earliest = at;
    const auto &troubles = tour().troubles;
    if (troubles.deadPhone && troubles.deadPhone->holds(earliest))
        earliest = troubles.deadPhone->to;
    for (const auto &gap : troubles.noNetwork) {
        if (gap.holds(earliest))
            earliest = gap.to;
    }
    return earliest;
}

Outgoing Courier::outgoing(const PhoneReading &reading) const
{
    const auto post = postOf(tour().phone, tour().driver.deviceId, reading);
    return {.sendableAt = reading.sendableAt,
            .letter = {.path = post.path,
                       .contentType = post.contentType,
                       .body = post.body,
                       .idempotencyKey = {},
                       .withToken = false}};
}

Outgoing Courier::outgoing(const Happening &done, const StopsByReference &stops) const
{
    const auto &visit = tour().visits.at(done.visit);
    const auto stop = stops.value(visit.reference);
    return {.sendableAt = sendableAt(done.at),
            .letter = {.path = u"/v1/stops/%1/attempts"_s.arg(stop.toString()),
                       .body = QJsonDocument(attemptJson(visit, done.at)).toJson(QJsonDocument::Compact),
                       .idempotencyKey = {}}};
}

} // namespace Doorstep::Simulation
