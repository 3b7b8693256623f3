// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QLatin1StringView>
#include <QString>
#include <QStringView>

namespace Doorstep::Wire {

/// RFC 3339 in UTC with milliseconds: "2026-03-12T14:07:00.000Z". Empty for an invalid \a time.
[[nodiscard]] QString timeText(const QDateTime &time);

/// The UTC time that RFC 3339 \a text means; invalid when it is anything else. Offsets are accepted and converted,
/// digits beyond milliseconds are cut off, years are 1970 to 2999. (QDateTime's own reader takes far more than RFC
/// 3339, ten times as long.)
[[nodiscard]] QDateTime timeFromText(QStringView text);
[[nodiscard]] QDateTime timeFromText(QLatin1StringView text);

} // namespace Doorstep::Wire
