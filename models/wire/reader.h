// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "models/domain/result.h"
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
class Reader
{
public:
    static constexpr qsizetype maxText = 10'000;

    /// \a what is for the error: "stop". Keeps a reference to \a json.
    Reader(QLatin1StringView what, const QJsonObject &json)
        : m_what(what)
        , m_json(json)
    {
    }
    Reader(QLatin1StringView, QJsonObject &&) = delete;

    [[nodiscard]] bool has(QLatin1StringView key) const { return m_json.contains(key); }

    template <typename IdType>
    [[nodiscard]] IdType id(QLatin1StringView key)
    {
        IdType id(text(key));
        if (!id.isValid())
            fail(key);
        return id;
    }
    template <typename IdType>
    [[nodiscard]] IdType optionalId(QLatin1StringView key)
    {
        return has(key) ? id<IdType>(key) : IdType();
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
    [[nodiscard]] QJsonObject object(QLatin1StringView key);
    [[nodiscard]] QJsonArray array(QLatin1StringView key, qsizetype most);

    template <typename Enum, std::size_t N>
    [[nodiscard]] Enum word(QLatin1StringView key, const Words<Enum, N> &words)
    {
        const auto value = valueOf(words, text(key));
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
    QLatin1StringView m_what;
    const QJsonObject &m_json;
    std::optional<Error> m_error;
};

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
