// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/reader.h"

#include "models/wire/timewire.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {

void Reader::fail(QLatin1StringView key)
{
    if (!m_error)
        m_error = Error{.kind = Error::Kind::Malformed, .detail = u"%1: missing or malformed '%2'"_s.arg(m_what, key)};
}

QString Reader::text(QLatin1StringView key, qsizetype most)
{
    const auto value = m_json.value(key);
    auto text = value.toString();
    if (!value.isString() || text.size() > most) {
        fail(key);
        return {};
    }
    return text;
}

QString Reader::optionalText(QLatin1StringView key, qsizetype most)
{
    return has(key) ? text(key, most) : QString();
}

QDateTime Reader::time(QLatin1StringView key)
{
    auto time = timeFromText(text(key));
    if (!time.isValid())
        fail(key);
    return time;
}

QDateTime Reader::optionalTime(QLatin1StringView key)
{
    return has(key) ? time(key) : QDateTime();
}

double Reader::number(QLatin1StringView key, double least, double most)
{
    const auto value = m_json.value(key);
    const double number = value.toDouble(qQNaN());
    if (!(number >= least && number <= most)) { // also refuses NaN
        fail(key);
        return 0.0;
    }
    return number;
}

std::optional<double> Reader::optionalNumber(QLatin1StringView key, double least, double most)
{
    return has(key) ? std::optional(number(key, least, most)) : std::nullopt;
}

qint64 Reader::integer(QLatin1StringView key, qint64 least, qint64 most)
{
    const auto value = m_json.value(key);
    const auto integer = value.toInteger(std::numeric_limits<qint64>::min());
    if (integer < least || integer > most) {
        fail(key);
        return 0;
    }
    return integer;
}

std::optional<bool> Reader::optionalFlag(QLatin1StringView key)
{
    const auto value = m_json.value(key);
    if (value.isUndefined())
        return {};
    if (!value.isBool())
        fail(key);
    return value.toBool();
}

QGeoCoordinate Reader::place(QLatin1StringView key)
{
    const auto pair = array(key, 2);
    const QGeoCoordinate place(pair.at(1).toDouble(qQNaN()), pair.at(0).toDouble(qQNaN()));
    if (!place.isValid())
        fail(key);
    return place;
}

QGeoCoordinate Reader::optionalPlace(QLatin1StringView key)
{
    return has(key) ? place(key) : QGeoCoordinate();
}

QJsonObject Reader::object(QLatin1StringView key)
{
    const auto value = m_json.value(key);
    if (!value.isObject())
        fail(key);
    return value.toObject();
}

QJsonArray Reader::array(QLatin1StringView key, qsizetype most)
{
    const auto value = m_json.value(key);
    auto array = value.toArray();
    if (!value.isArray() || array.size() > most) {
        fail(key);
        return {};
    }
    return array;
}

QJsonArray placeJson(const QGeoCoordinate &place)
{
    return {place.longitude(), place.latitude()};
}

void putText(QJsonObject &json, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        json.insert(key, text);
}

void putTime(QJsonObject &json, QLatin1StringView key, const QDateTime &time)
{
    if (time.isValid())
        json.insert(key, timeText(time));
}

} // namespace Doorstep::Wire
