// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/uuid.h"

#include <QRandomGenerator>
#include <QUuid>

#include <array>

namespace Doorstep {

QString newUuid(const QDateTime &now)
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));

    const auto milliseconds = static_cast<quint64>(now.toMSecsSinceEpoch());
    const auto timeHigh = static_cast<uint>(milliseconds >> 16);
    const auto timeLow = static_cast<ushort>(milliseconds & 0xffffU);
    const auto versionAndRandom = static_cast<ushort>(0x7000U | (words[0] & 0x0fffU));
    const auto variantAndRandom = static_cast<uchar>(0x80U | (words[1] & 0x3fU));
    const auto byte = [&words](uint word, uint shift) { return static_cast<uchar>(words.at(word) >> shift); };

    const QUuid uuid(timeHigh, timeLow, versionAndRandom, variantAndRandom, byte(1, 8), byte(2, 0), byte(2, 8),
                     byte(2, 16), byte(2, 24), byte(3, 0), byte(3, 8));
    return uuid.toString(QUuid::WithoutBraces);
}

} // namespace Doorstep
