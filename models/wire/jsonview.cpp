// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/jsonview.h"

#include "models/wire/jsonscanner.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

char16_t hexValue(QByteArrayView digits)
{
    unsigned value = 0;
    std::from_chars(digits.begin(), digits.end(), value, 16);
    return static_cast<char16_t>(value);
}

/// What the checked string \a raw (without quotes) says.
QString unescaped(QByteArrayView raw)
{
    QString text;
    text.reserve(raw.size());
    while (!raw.isEmpty()) {
        const auto slash = raw.indexOf('\\');
        if (slash != 0) {
            const auto plain = slash < 0 ? raw : raw.first(slash);
            text += QString::fromUtf8(plain);
            raw = raw.sliced(plain.size());
            continue;
        }
        const char letter = raw.at(1);
        qsizetype length = 2;
        switch (letter) {
        case 'b':
            text += u'\b';
            break;
        case 'f':
            text += u'\f';
            break;
        case 'n':
            text += u'\n';
            break;
        case 'r':
            text += u'\r';
            break;
        case 't':
            text += u'\t';
            break;
        case 'u': // one of a pair at a time: UTF-16 is what we make
            text += QChar(hexValue(raw.sliced(2, 4)));
            length = 6;
            break;
        default:
            text += QLatin1Char(letter);
        }
        raw = raw.sliced(length);
    }
    return text;
}

bool hasEscapes(QByteArrayView raw)
{
    return !raw.isEmpty() && std::memchr(raw.data(), '\\', static_cast<std::size_t>(raw.size())) != nullptr;
}

/// As QByteArrayView::isValidUtf8(), which looks at each byte: here most text is ASCII, and eight are looked at at
/// once.
bool isUtf8(QByteArrayView text)
{
    constexpr quint64 highBits = 0x8080808080808080;
    const auto *at = text.begin();
    while (at != text.end()) {
        quint64 eight = highBits;
        if (text.end() - at >= 8)
            std::memcpy(&eight, at, 8);
        if ((eight & highBits) == 0) {
            at += 8;
            continue;
        }
        // Characters beyond ASCII have nothing but high bytes, so a run of them stands for itself.
        const auto isHigh = [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; };
        const auto *run = std::find_if(at, std::min(at + 8, text.end()), isHigh);
        at = std::find_if_not(run, text.end(), isHigh);
        if (!QByteArrayView(run, at).isValidUtf8())
            return false;
    }
    return true;
}

bool isNamed(QByteArrayView name, QLatin1StringView key)
{
    if (name.size() == key.size())
        return std::memcmp(name.data(), key.data(), static_cast<std::size_t>(key.size())) == 0;
    return name.size() > key.size() && hasEscapes(name) && unescaped(name) == key;
}

} // namespace

QString JsonValueView::toString() const
{
    if (!isString())
        return {};
    const auto text = m_raw.sliced(1, m_raw.size() - 2);
    return hasEscapes(text) ? unescaped(text) : QString::fromUtf8(text);
}

double JsonValueView::toDouble(double otherwise) const
{
    double number = 0.0;
    const auto [end, error] = std::from_chars(m_raw.begin(), m_raw.end(), number);
    return error == std::errc() && end == m_raw.end() ? number : otherwise;
}

qint64 JsonValueView::toInteger(qint64 otherwise) const
{
    qint64 integer = 0;
    const auto [end, error] = std::from_chars(m_raw.begin(), m_raw.end(), integer);
    if (error == std::errc() && end == m_raw.end())
        return integer;
    const double number = toDouble(qQNaN());
    constexpr double tooLarge = 9'223'372'036'854'775'808.0; // 2^63
    const bool isWhole = number >= -tooLarge && number < tooLarge && std::trunc(number) == number;
    return isWhole ? static_cast<qint64>(number) : otherwise;
}

JsonView JsonValueView::toObject() const
{
    JsonView object;
    if (!isObject())
        return object;
    JsonScanner scanner(m_raw);
    scanner.take('{');
    while (scanner.ok() && !scanner.take('}')) {
        const auto name = scanner.string();
        scanner.need(':');
        object.m_members.append({.name = name, .value = JsonValueView(scanner.value(JsonView::deepest))});
        scanner.take(',');
    }
    return object;
}

JsonArrayView JsonValueView::toArray() const
{
    JsonArrayView array;
    if (!isArray())
        return array;
    JsonScanner scanner(m_raw);
    scanner.take('[');
    while (scanner.ok() && !scanner.take(']')) {
        array.m_values.append(JsonValueView(scanner.value(JsonView::deepest)));
        scanner.take(',');
    }
    return array;
}

Result<JsonView> JsonView::parse(QByteArrayView text)
{
    if (!isUtf8(text))
        return failure(Error::Kind::Malformed, u"json: not UTF-8"_s);
    JsonScanner scanner(text);
    if (!scanner.take('{'))
        return failure(Error::Kind::Malformed, u"json: not an object"_s);
    JsonView object;
    if (!scanner.take('}')) {
        do {
            const auto name = scanner.string();
            scanner.need(':');
            object.m_members.append({.name = name, .value = JsonValueView(scanner.value(deepest - 1))});
        } while (scanner.take(','));
        scanner.need('}');
    }
    if (!scanner.ok() || !scanner.atEnd())
        return failure(Error::Kind::Malformed, u"json: not valid at byte %1"_s.arg(scanner.offset()));
    return object;
}

JsonValueView JsonView::value(QLatin1StringView key) const
{
    for (auto member = m_members.crbegin(); member != m_members.crend(); ++member) {
        if (isNamed(member->name, key))
            return member->value;
    }
    return {};
}

} // namespace Doorstep::Wire
