// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace Doorstep::Places {

/// One number of a house, as painted on its door: "2203 bis" is {2203, "bis"}.
struct HouseNumber
{
    int number = 0; ///< 1 to 99999.
    QString suffix; ///< Folded: "bis", "a"; empty for most.

    [[nodiscard]] QString text() const;
    bool operator==(const HouseNumber &) const = default;
};

/// The numbers of an address point: "3318,3320 BIS" has two. What is no number is left out; at most 64.
[[nodiscard]] QList<HouseNumber> houseNumbers(QStringView text);

} // namespace Doorstep::Places
