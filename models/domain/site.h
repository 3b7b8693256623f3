// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/address.h"
#include "models/domain/id.h"

#include <QDateTime>
#include <QGeoCoordinate>

namespace Doorstep {

/// What a person has said about an address once and for all: orders that name it again need no search.
struct SiteFacts
{
    QGeoCoordinate where; ///< Always valid.
    QGeoCoordinate entrance; ///< As of a Stop; invalid: at `where`.
    QString gateCode;
    QString instructions;

    bool operator==(const SiteFacts &) const = default;
};

/// An address that a depot remembers.
struct Site
{
    SiteId id; ///< siteIdOf() its depot and address.
    DepotId depot;
    QString address; ///< As it was written when it was remembered.
    SiteFacts facts;
    UserId confirmedBy;
    QDateTime confirmedAt; ///< UTC.

    bool operator==(const Site &) const = default;
};

/// What makes two written addresses the same: lower case, without accents, every run of anything that is neither letter
/// nor digit one space. Nothing is guessed: "Rbla." is not "Rambla". Only the first 300 characters count. Empty when
/// nothing is left.
[[nodiscard]] QString addressKey(const Address &address);
/// The site of \a address in \a depot; invalid for an address that says nothing.
[[nodiscard]] SiteId siteIdOf(const DepotId &depot, const Address &address);

} // namespace Doorstep
