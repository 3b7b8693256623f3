// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/address.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

QString Address::line() const
{
    if (street.isEmpty())
        return text;
    QString line = street;
    if (!houseNumber.isEmpty())
        line += u' ' + houseNumber;
    if (!unit.isEmpty())
        line += " ap. "_L1 + unit;
    return line;
}

} // namespace Doorstep

#include "moc_address.cpp"
