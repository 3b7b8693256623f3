// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/rawjson.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

/// Walks over valid JSON; on anything else it stops early, but never reads past the end.
class Scanner
{
public:
    explicit Scanner(QByteArrayView json)
        : m_json(json)
    {
    }

    bool enter(char bracket)
    {
        skipSpace();
        return take(bracket);
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_json.size(); }

    bool take(char c)
    {
        if (atEnd() || m_json.at(m_at) != c)
            return false;
        ++m_at;
        return true;
    }

    void skipSpace()
    {
        while (!atEnd() && QByteArrayView(" \t\r\n,:").contains(m_json.at(m_at)))
            ++m_at;
    }

    /// The next value and the cursor behind it. Strings include their quotes.
    QByteArrayView value()
    {
        skipSpace();
        const auto begin = m_at;
        int depth = 0;
        while (!atEnd()) {
            const char c = m_json.at(m_at);
            if (c == '"') {
                skipString();
            } else if (c == '{' || c == '[') {
                ++depth;
                ++m_at;
            } else if (c == '}' || c == ']') {
                if (depth == 0)
                    break; // the end of what holds this value
                --depth;
                ++m_at;
            } else if (depth == 0) {
                skipScalar();
            } else {
                ++m_at;
            }
            if (depth == 0)
                break;
        }
        return m_json.sliced(begin, m_at - begin);
    }

private:
    void skipString()
    {
        for (++m_at; !atEnd(); ++m_at) {
            if (m_json.at(m_at) == '\\')
                ++m_at;
            else if (m_json.at(m_at) == '"')
                break;
        }
        m_at = std::min(m_at + 1, m_json.size());
    }
    void skipScalar()
    {
        while (!atEnd() && !QByteArrayView(" \t\r\n,}]").contains(m_json.at(m_at)))
            ++m_at;
    }

    QByteArrayView m_json;
    qsizetype m_at = 0;
};

} // namespace

Result<QJsonObject> objectFromBytes(const QByteArray &bytes)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject()) {
        const auto why = error.error == QJsonParseError::NoError ? u"not an object"_s : error.errorString();
        return failure(Error::Kind::Malformed, u"json: %1 at byte %2"_s.arg(why).arg(error.offset));
    }
    return document.object();
}

QByteArrayView rawMember(QByteArrayView json, QLatin1StringView key)
{
    QByteArrayView found;
    Scanner scanner(json);
    if (!scanner.enter('{'))
        return found;
    while (!scanner.atEnd()) {
        const auto name = scanner.value();
        const auto value = scanner.value();
        if (name.isEmpty() || value.isEmpty())
            break;
        if (name.size() == key.size() + 2 && name.sliced(1, key.size()) == QByteArrayView(key.data(), key.size()))
            found = value; // of two with the same name the last counts, as in QJsonObject
    }
    return found;
}

QList<QByteArrayView> rawElements(QByteArrayView json)
{
    QList<QByteArrayView> elements;
    Scanner scanner(json);
    if (!scanner.enter('['))
        return elements;
    for (auto value = scanner.value(); !value.isEmpty(); value = scanner.value())
        elements.append(value);
    return elements;
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace Doorstep::Wire
