// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/reader.h"

#include "models/wire/timewire.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {

template <typename Json>
void BasicReader<Json>::fail(QLatin1StringView key)
{
    if (!m_error)
        m_error = Error{.kind = Error::Kind::Malformed, .detail = u"%1: missing or malformed '%2'"_s.arg(m_what, key)};
}

template <typename Json>
QString BasicReader<Json>::textFrom(QLatin1StringView key, const Value &value, qsizetype most)
{
    auto text = value.toString();
    if (!value.isString() || text.size() > most) {
        fail(key);
        return {};
    }
    return text;
}

template <typename Json>
QString BasicReader<Json>::text(QLatin1StringView key, qsizetype most)
{
    return textFrom(key, m_json.value(key), most);
}

template <typename Json>
QString BasicReader<Json>::optionalText(QLatin1StringView key, qsizetype most)
{
    const auto value = m_json.value(key);
    return value.isUndefined() ? QString() : textFrom(key, value, most);
}

template <typename Json>
QDateTime BasicReader<Json>::timeFrom(QLatin1StringView key, const Value &value)
{
    QDateTime time;
    if constexpr (!isTree)
        time = timeFromText(value.toPlain()); // never worth a copy, least of all one in a pool
    if (!time.isValid())
        time = timeFromText(textFrom(key, value, maxText));
    if (!time.isValid())
        fail(key);
    return time;
}

template <typename Json>
QDateTime BasicReader<Json>::time(QLatin1StringView key)
{
    return timeFrom(key, m_json.value(key));
}

template <typename Json>
QDateTime BasicReader<Json>::optionalTime(QLatin1StringView key)
{
    const auto value = m_json.value(key);
    return value.isUndefined() ? QDateTime() : timeFrom(key, value);
}

template <typename Json>
double BasicReader<Json>::numberFrom(QLatin1StringView key, const Value &value, double least, double most)
{
    const double number = value.toDouble(qQNaN());
    if (!(number >= least && number <= most)) { // also refuses NaN
        fail(key);
        return 0.0;
    }
    return number;
}

template <typename Json>
double BasicReader<Json>::number(QLatin1StringView key, double least, double most)
{
    return numberFrom(key, m_json.value(key), least, most);
}

template <typename Json>
std::optional<double> BasicReader<Json>::optionalNumber(QLatin1StringView key, double least, double most)
{
    const auto value = m_json.value(key);
    return value.isUndefined() ? std::nullopt : std::optional(numberFrom(key, value, least, most));
}

template <typename Json>
qint64 BasicReader<Json>::integer(QLatin1StringView key, qint64 least, qint64 most)
{
    const auto integer = m_json.value(key).toInteger(std::numeric_limits<qint64>::min());
    if (integer < least || integer > most) {
        fail(key);
        return 0;
    }
    return integer;
}

template <typename Json>
std::optional<bool> BasicReader<Json>::optionalFlag(QLatin1StringView key)
{
    const auto value = m_json.value(key);
    if (value.isUndefined())
        return {};
    if (!value.isBool())
        fail(key);
    return value.toBool();
}

template <typename Json>
QGeoCoordinate BasicReader<Json>::placeFrom(QLatin1StringView key, const Value &value)
{
    const auto pair = arrayFrom(key, value, 2);
    const QGeoCoordinate place(pair.at(1).toDouble(qQNaN()), pair.at(0).toDouble(qQNaN()));
    if (!place.isValid())
        fail(key);
    return place;
}

template <typename Json>
QGeoCoordinate BasicReader<Json>::place(QLatin1StringView key)
{
    return placeFrom(key, m_json.value(key));
}

template <typename Json>
QGeoCoordinate BasicReader<Json>::optionalPlace(QLatin1StringView key)
{
    const auto value = m_json.value(key);
    return value.isUndefined() ? QGeoCoordinate() : placeFrom(key, value);
}

template <typename Json>
Json BasicReader<Json>::object(QLatin1StringView key)
{
    const auto value = m_json.value(key);
    if (!value.isObject())
        fail(key);
    return value.toObject();
}

template <typename Json>
auto BasicReader<Json>::arrayFrom(QLatin1StringView key, const Value &value, qsizetype most) -> Array
{
    auto array = value.toArray();
    if (!value.isArray() || array.size() > most) {
        fail(key);
        return {};
    }
    return array;
}

template <typename Json>
auto BasicReader<Json>::array(QLatin1StringView key, qsizetype most) -> Array
{
    return arrayFrom(key, m_json.value(key), most);
}

template class BasicReader<QJsonObject>;
template class BasicReader<JsonView>;

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
