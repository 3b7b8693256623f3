// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "models/domain/result.h"
#include "models/wire/jsonview.h"
#include "models/wire/words.h"

#include <QDateTime>
#include <QGeoCoordinate>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <chrono>
#include <optional>

namespace Doorstep::Wire {

/// Takes typed values out of an object that somebody else wrote, and remembers the first key that was not what the
/// protocol promises; finish() then fails and names it. Unknown keys are ignored. `null` is malformed: an absent value
/// is an absent key.
///
/// Limits: a text has at most maxText characters unless said otherwise, numbers are finite.
///
/// Json is QJsonObject, or JsonView where there is much to read and each value is looked at once.
template <typename Json>
class BasicReader
{
    static constexpr bool isTree = std::is_same_v<Json, QJsonObject>;

public:
    using Value = std::conditional_t<isTree, QJsonValue, JsonValueView>;
    using Array = std::conditional_t<isTree, QJsonArray, JsonArrayView>;

    static constexpr qsizetype maxText = 10'000;

    /// \a what is for the error: "stop". Keeps a reference to \a json.
    BasicReader(QLatin1StringView what, const Json &json)
        : m_what(what)
        , m_json(json)
    {
    }
    BasicReader(QLatin1StringView, Json &&) = delete;

    [[nodiscard]] bool has(QLatin1StringView key) const { return !m_json.value(key).isUndefined(); }

    template <typename IdType>
    [[nodiscard]] IdType id(QLatin1StringView key)
    {
        return idFrom<IdType>(key, m_json.value(key));
    }
    template <typename IdType>
    [[nodiscard]] IdType optionalId(QLatin1StringView key)
    {
        const auto value = m_json.value(key);
        return value.isUndefined() ? IdType() : idFrom<IdType>(key, value);
    }
    template <typename IdType>
    [[nodiscard]] QList<IdType> ids(QLatin1StringView key, qsizetype most)
    {
        const auto values = array(key, most);
        QList<IdType> ids;
        ids.reserve(values.size());
        for (const auto &value : values) {
            ids.append(IdType(value.toString()));
            if (!ids.last().isValid())
                fail(key);
        }
        return ids;
    }

    [[nodiscard]] QString text(QLatin1StringView key, qsizetype most = maxText);
    [[nodiscard]] QString optionalText(QLatin1StringView key, qsizetype most = maxText);
    [[nodiscard]] QDateTime time(QLatin1StringView key);
    [[nodiscard]] QDateTime optionalTime(QLatin1StringView key);
    [[nodiscard]] double number(QLatin1StringView key, double least, double most);
    [[nodiscard]] std::optional<double> optionalNumber(QLatin1StringView key, double least, double most);
    [[nodiscard]] qint64 integer(QLatin1StringView key, qint64 least, qint64 most);
    [[nodiscard]] std::chrono::seconds seconds(QLatin1StringView key, qint64 least, qint64 most)
    {
        return std::chrono::seconds(integer(key, least, most));
    }
    [[nodiscard]] std::optional<bool> optionalFlag(QLatin1StringView key);
    [[nodiscard]] bool flag(QLatin1StringView key) { return optionalFlag(key).value_or(false); } ///< Absent is false.
    /// `[lon, lat]` on the globe.
    [[nodiscard]] QGeoCoordinate place(QLatin1StringView key);
    [[nodiscard]] QGeoCoordinate optionalPlace(QLatin1StringView key);
    [[nodiscard]] Json object(QLatin1StringView key);
    [[nodiscard]] Array array(QLatin1StringView key, qsizetype most);

    template <typename Enum, std::size_t N>
    [[nodiscard]] Enum word(QLatin1StringView key, const Words<Enum, N> &words)
    {
        const auto value = wordIn(key, words);
        if (!value)
            fail(key);
        return value.value_or(Enum{});
    }
    /// The value of a nested thing; its own error goes on naming the inner key.
    template <typename T>
    [[nodiscard]] T take(Result<T> inner)
    {
        if (inner)
            return *std::move(inner);
        if (!m_error)
            m_error = std::move(inner).error();
        return T{};
    }

    void fail(QLatin1StringView key);
    [[nodiscard]] bool ok() const noexcept { return !m_error; }

    template <typename T>
    [[nodiscard]] Result<T> finish(T value) const
    {
        if (m_error)
            return std::unexpected(*m_error);
        return value;
    }

private:
    template <typename Enum, std::size_t N>
    [[nodiscard]] std::optional<Enum> wordIn(QLatin1StringView key, const Words<Enum, N> &words)
    {
        if constexpr (!isTree) {
            if (const auto plain = m_json.value(key).toPlain(); !plain.isNull()) // words need no copy to be known
                return valueOf(words, plain);
        }
        return valueOf(words, text(key));
    }
    template <typename IdType>
    [[nodiscard]] IdType idFrom(QLatin1StringView key, const Value &value)
    {
        IdType id(textFrom(key, value, maxText));
        if (!id.isValid())
            fail(key);
        return id;
    }
    [[nodiscard]] QString textFrom(QLatin1StringView key, const Value &value, qsizetype most);
    [[nodiscard]] QDateTime timeFrom(QLatin1StringView key, const Value &value);
    [[nodiscard]] double numberFrom(QLatin1StringView key, const Value &value, double least, double most);
    [[nodiscard]] QGeoCoordinate placeFrom(QLatin1StringView key, const Value &value);
    [[nodiscard]] Array arrayFrom(QLatin1StringView key, const Value &value, qsizetype most);

    QLatin1StringView m_what;
    const Json &m_json;
    std::optional<Error> m_error;
};

extern template class BasicReader<QJsonObject>;
extern template class BasicReader<JsonView>;

using Reader = BasicReader<QJsonObject>;
using ViewReader = BasicReader<JsonView>;

/// `[lon, lat]`.
[[nodiscard]] QJsonArray placeJson(const QGeoCoordinate &place);

template <typename IdType>
[[nodiscard]] QJsonArray idsJson(const QList<IdType> &ids)
{
    QJsonArray array;
    for (const auto &id : ids)
        array.append(id.toString());
    return array;
}

/// Writes \a text under \a key unless it is empty.
void putText(QJsonObject &json, QLatin1StringView key, const QString &text);
/// Writes \a time under \a key if it is valid.
void putTime(QJsonObject &json, QLatin1StringView key, const QDateTime &time);

} // namespace Doorstep::Wire
