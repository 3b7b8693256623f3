// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/housenumber.h"

#include "backend/region/places/fold.h"

namespace Doorstep::Places {

namespace {

constexpr qsizetype mostNumbers = 64;

/// Of "2203 bis", "2203bis", "2203-A".
HouseNumber single(QStringView text)
{
    HouseNumber house;
    const auto folded = fold(text);
    qsizetype at = 0;
    while (at < folded.size() && folded.at(at).isDigit() && at < 6)
        house.number = house.number * 10 + folded.at(at++).digitValue();
    if (at == 0 || at > 5)
        return {};
    house.suffix = folded.sliced(at).trimmed().left(8);
    return house;
}

} // namespace

QString HouseNumber::text() const
{
    return suffix.isEmpty() ? QString::number(number) : QString::number(number) + u' ' + suffix.toUpper();
}

QList<HouseNumber> houseNumbers(QStringView text)
{
    QList<HouseNumber> found;
    qsizetype start = 0;
    for (qsizetype at = 0; at <= text.size() && found.size() < mostNumbers; ++at) {
        if (at < text.size() && text.at(at) != u',' && text.at(at) != u';' && text.at(at) != u'/')
            continue;
        const auto house = single(text.sliced(start, at - start).trimmed());
        if (house.number > 0 && !found.contains(house))
            found.append(house);
        start = at + 1;
    }
    return found;
}

} // namespace Doorstep::Places
