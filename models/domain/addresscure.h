// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/address.h"
#include "models/domain/id.h"

#include <QGeoCoordinate>

#include <optional>

namespace Doorstep {

/// What a person has decided about the address of a stop.
struct AddressCure
{
    StopId stop;
    QGeoCoordinate where;
    std::optional<QGeoCoordinate> entrance; ///< Invalid: there is none apart from `where`. None leaves it as it is.
    std::optional<Address> understood; ///< Its street, number, suburb, city and postcode; none keeps what was written.
    std::optional<QString> gateCode; ///< None leaves it as it is.
    std::optional<QString> instructions;
    bool alsoOthers = false; ///< All other open stops of the same address, too.
    bool remembers = false; ///< For orders to come.
    QString note; ///< For who drives there; empty for none.

    bool operator==(const AddressCure &) const = default;
};

} // namespace Doorstep
