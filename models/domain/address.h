// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

namespace Doorstep {

/// Where something is to be delivered, in words. `text` is what the shop entered and is never rewritten; the parts are
/// what was understood of it and may be empty.
struct Address
{
    Q_GADGET
public:
    QString text;
    QString street;
    QString houseNumber;
    QString unit; ///< Flat, floor, tower.
    QString suburb;
    QString city;
    QString postcode;

    /// The shortest line a driver can find the door by: "José Ellauri 1221 ap. 4", else what was entered.
    [[nodiscard]] QString line() const;

    bool operator==(const Address &) const = default;
};

} // namespace Doorstep
