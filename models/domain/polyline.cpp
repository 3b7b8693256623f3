// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/polyline.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr quint64 chunkBits = 5;
constexpr quint64 chunkMask = (1U << chunkBits) - 1;
constexpr quint64 moreFlag = 1U << chunkBits;
constexpr char16_t firstLetter = u'?';
constexpr quint64 maxShift = 35; // ±180° in millionths needs 30 bits

void appendNumber(QString &text, qint64 number)
{
    auto rest = static_cast<quint64>(number) << 1U;
    if (number < 0)
        rest = ~rest;
    for (; rest >= moreFlag; rest >>= chunkBits)
        text += QChar(static_cast<char16_t>(firstLetter + (moreFlag | (rest & chunkMask))));
    text += QChar(static_cast<char16_t>(firstLetter + rest));
}

/// Takes one number off the front of \a text.
std::optional<qint64> takeNumber(QStringView &text)
{
    quint64 sum = 0;
    for (quint64 shift = 0; shift <= maxShift && !text.isEmpty(); shift += chunkBits) {
        const auto letter = text.front().unicode();
        if (letter < firstLetter || letter > u'~')
            return {};
        text = text.sliced(1);
        const auto chunk = static_cast<quint64>(letter - firstLetter);
        sum |= (chunk & chunkMask) << shift;
        if ((chunk & moreFlag) == 0) {
            const auto half = static_cast<qint64>(sum >> 1U);
            return (sum & 1U) != 0 ? ~half : half;
        }
    }
    return {};
}

} // namespace

QString encodedPolyline(const QList<QGeoCoordinate> &line, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    QString text;
    text.reserve(line.size() * 8);
    qint64 latitude = 0;
    qint64 longitude = 0;
    for (const auto &place : line) {
        const auto nextLatitude = std::llround(place.latitude() * scale);
        const auto nextLongitude = std::llround(place.longitude() * scale);
        appendNumber(text, nextLatitude - latitude);
        appendNumber(text, nextLongitude - longitude);
        latitude = nextLatitude;
        longitude = nextLongitude;
    }
    return text;
}

Result<QList<QGeoCoordinate>> decodedPolyline(QStringView text, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    QList<QGeoCoordinate> line;
    line.reserve(text.size() / 6);
    qint64 latitude = 0;
    qint64 longitude = 0;
    while (!text.isEmpty()) {
        const auto latitudeStep = takeNumber(text);
        const auto longitudeStep = latitudeStep ? takeNumber(text) : std::nullopt;
        if (!longitudeStep)
            return failure(Error::Kind::Malformed, u"polyline: cut short or not a polyline"_s);
        latitude += *latitudeStep;
        longitude += *longitudeStep;
        const QGeoCoordinate place(static_cast<double>(latitude) / scale, static_cast<double>(longitude) / scale);
        if (!place.isValid())
            return failure(Error::Kind::Malformed, u"polyline: a place off the globe"_s);
        line.append(place);
    }
    return line;
}

} // namespace Doorstep
