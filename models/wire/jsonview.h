// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QByteArrayView>
#include <QLatin1StringView>
#include <QString>
#include <QVarLengthArray>

#include <functional>

namespace Doorstep::Wire {

class JsonArrayView;
class JsonScanner;
class JsonView;
class TextPool;

/// A value in JSON text that was checked already: a place in the text, turned into something only when asked. Answers
/// as QJsonValue does, so that a reader can take from either. The text must outlive it.
class JsonValueView
{
public:
    JsonValueView() = default; ///< Undefined.
    /// Texts are taken from \a pool when there is one.
    explicit JsonValueView(QByteArrayView raw, TextPool *pool = nullptr)
        : m_raw(raw)
        , m_pool(pool)
    {
    }

    /// The text of the value, byte for byte.
    [[nodiscard]] QByteArrayView raw() const noexcept { return m_raw; }
    [[nodiscard]] bool isUndefined() const noexcept { return m_raw.isEmpty(); }
    [[nodiscard]] bool isString() const noexcept { return startsWith('"'); }
    [[nodiscard]] bool isObject() const noexcept { return startsWith('{'); }
    [[nodiscard]] bool isArray() const noexcept { return startsWith('['); }
    [[nodiscard]] bool isBool() const noexcept { return startsWith('t') || startsWith('f'); }

    /// Empty when it is no string.
    [[nodiscard]] QString toString() const;
    /// What a string of plain ASCII without escapes says, as a place in the text; null for any other value.
    [[nodiscard]] QLatin1StringView toPlain() const;
    /// \a otherwise when it is no number, or none that a double can hold.
    [[nodiscard]] double toDouble(double otherwise = 0.0) const;
    /// \a otherwise when it is no whole number of 64 bits; 2.0 and 2e0 are.
    [[nodiscard]] qint64 toInteger(qint64 otherwise = 0) const;
    [[nodiscard]] bool toBool() const noexcept { return startsWith('t'); }
    /// Empty when it is none.
    [[nodiscard]] JsonView toObject() const;
    [[nodiscard]] JsonArrayView toArray() const;
    /// Calls \a take with each element of an array, as an object, and stops at the first that it refuses. Quicker than
    /// toArray() where elements are large: each is walked over once.
    [[nodiscard]] Result<> eachObject(const std::function<Result<>(const JsonView &)> &take) const;

private:
    [[nodiscard]] bool startsWith(char c) const noexcept { return !m_raw.isEmpty() && m_raw.front() == c; }

    QByteArrayView m_raw;
    TextPool *m_pool = nullptr;
};

/// The elements of a JSON array, as JsonValueView.
class JsonArrayView
{
public:
    [[nodiscard]] qsizetype size() const noexcept { return m_values.size(); }
    /// Undefined beyond the end.
    [[nodiscard]] JsonValueView at(qsizetype i) const { return i < size() ? m_values.at(i) : JsonValueView(); }
    [[nodiscard]] auto begin() const noexcept { return m_values.cbegin(); }
    [[nodiscard]] auto end() const noexcept { return m_values.cend(); }

private:
    friend class JsonValueView;

    QVarLengthArray<JsonValueView, 4> m_values;
};

/// The members of a JSON object, found in its text without building a tree: four times as fast as QJsonDocument where
/// each value is looked at once. The text must outlive it.
class JsonView
{
public:
    /// Deeper than this it is somebody's joke.
    static constexpr int deepest = 1'024;

    JsonView() = default;

    /// Checks all of \a text. Fails with Malformed when it is anything but one object of RFC 8259 in UTF-8. What it
    /// says is taken from \a pool, which must outlive the view.
    [[nodiscard]] static Result<JsonView> parse(QByteArrayView text, TextPool *pool = nullptr);

    /// Undefined when there is none; of two with one name the last.
    [[nodiscard]] JsonValueView value(QLatin1StringView key) const;

private:
    friend class JsonValueView;

    /// Takes the members that \a scanner comes to, up to the closing brace.
    void takeMembers(JsonScanner &scanner, int depth);

    struct Member
    {
        QByteArrayView name; ///< As written, without the quotes.
        QByteArrayView value;
    };
    QVarLengthArray<Member, 32> m_members;
    TextPool *m_pool = nullptr;
    bool m_hasEscapedNames = false;
};

} // namespace Doorstep::Wire
