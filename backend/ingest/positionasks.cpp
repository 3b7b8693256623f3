// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/ingest/positionasks.h"

#include "models/domain/driver.h"

namespace Doorstep {

bool PositionAsks::isTold(const DriverId &driver, const QDateTime &askedAt, const QDateTime &now, bool isAnswer)
{
    if (!askedAt.isValid() || std::chrono::abs(now - askedAt) > Driver::positionAskedFor)
        return false; // neither long ago, nor by a clock that is far ahead
    const std::scoped_lock lock(m_mutex);
    auto &told = m_told[driver];
    if (told.askedAt != askedAt)
        told = {.askedAt = askedAt, .at = {}};
    told.isAnswered = told.isAnswered || isAnswer;
    if (told.isAnswered || (told.at.isValid() && now - told.at < pause))
        return false;
    told.at = now;
    return true;
}

} // namespace Doorstep
