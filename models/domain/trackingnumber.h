// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QStringView>

namespace Doorstep {

/// Our own tracking numbers have the shape and the check digit of UPU S10: two letters, eight digits of serial, a check
/// digit, two letters of country: "DS441022076UY". "DS" is not a postal operator's indicator: ours are domestic
/// numbers.
///
/// Check digit: the digits weighted 8 6 4 2 3 5 9 7, S = their sum, C = 11 - S mod 11; 10 becomes 0, 11 becomes 5 (UPU
/// S10).

/// The check digit of \a serial, 0 to 99,999,999.
[[nodiscard]] int s10CheckDigit(int serial);

/// The number for \a serial in \a country (ISO 3166-1 alpha-2).
[[nodiscard]] QString trackingNumber(int serial, QStringView country = u"UY");

/// The thirteen characters of what a person typed or a scanner read: spaces and dashes dropped, upper case.
/// Fails with Malformed when the shape or the check digit is wrong.
[[nodiscard]] Result<QString> parseTrackingNumber(QStringView typed);

/// For reading: "DS 4410 2207 6 UY".
[[nodiscard]] QString groupedTrackingNumber(QStringView number);

} // namespace Doorstep
