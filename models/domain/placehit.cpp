// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/placehit.h"

namespace Doorstep {

bool PlaceHit::isDoor() const noexcept
{
    return kind == Kind::House || kind == Kind::Interpolated || kind == Kind::Corner || kind == Kind::Poi;
}

QString PlaceHit::line() const
{
    return name.isEmpty() || kind == Kind::House || kind == Kind::Interpolated ? address.line() : name;
}

} // namespace Doorstep

#include "moc_placehit.cpp"
