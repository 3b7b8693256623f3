// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/jsonview.h"

#include "models/wire/jsonscanner.h"
#include "models/wire/textpool.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <ranges>

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

bool isSame(QByteArrayView name, QLatin1StringView key)
{
    return name.size() == key.size() && name.front() == key.front().toLatin1()
        && std::memcmp(name.data(), key.data(), static_cast<std::size_t>(key.size())) == 0;
}

} // namespace

QString JsonValueView::toString() const
{
    if (!isString())
        return {};
    const auto text = m_raw.sliced(1, m_raw.size() - 2);
    if (hasEscapes(text))
        return unescaped(text);
    return m_pool != nullptr ? m_pool->text(text) : QString::fromUtf8(text);
}

QLatin1StringView JsonValueView::toPlain() const
{
    if (!isString())
        return {};
    const auto text = m_raw.sliced(1, m_raw.size() - 2);
    const bool isPlain =
        std::ranges::none_of(text, [](char c) { return c == '\\' || (static_cast<unsigned char>(c) & 0x80) != 0; });
    return isPlain ? QLatin1StringView(text) : QLatin1StringView();
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
    object.m_pool = m_pool;
    if (!isObject())
        return object;
    JsonScanner scanner(m_raw);
    scanner.take('{');
    object.takeMembers(scanner, JsonView::deepest);
    return object;
}

Result<> JsonValueView::eachObject(const std::function<Result<>(const JsonView &)> &take) const
{
    if (!isArray())
        return {};
    JsonScanner scanner(m_raw);
    scanner.take('[');
    while (scanner.ok() && !scanner.take(']')) {
        JsonView object;
        object.m_pool = m_pool;
        if (scanner.take('{'))
            object.takeMembers(scanner, JsonView::deepest);
        else
            scanner.value(JsonView::deepest);
        if (auto taken = take(object); !taken)
            return taken;
        scanner.take(',');
    }
    return {};
}

JsonArrayView JsonValueView::toArray() const
{
    JsonArrayView array;
    if (!isArray())
        return array;
    JsonScanner scanner(m_raw);
    scanner.take('[');
    while (scanner.ok() && !scanner.take(']')) {
        array.m_values.append(JsonValueView(scanner.value(JsonView::deepest), m_pool));
        scanner.take(',');
    }
    return array;
}

Result<JsonView> JsonView::parse(QByteArrayView text, TextPool *pool)
{
    if (!isUtf8(text))
        return failure(Error::Kind::Malformed, u"json: not UTF-8"_s);
    JsonScanner scanner(text);
    if (!scanner.take('{'))
        return failure(Error::Kind::Malformed, u"json: not an object"_s);
    JsonView object;
    object.m_pool = pool;
    object.takeMembers(scanner, deepest - 1);
    if (!scanner.ok() || !scanner.atEnd())
        return failure(Error::Kind::Malformed, u"json: not valid at byte %1"_s.arg(scanner.offset()));
    return object;
}

void JsonView::takeMembers(JsonScanner &scanner, int depth)
{
    if (scanner.take('}'))
        return;
    do {
        const auto name = scanner.string();
        m_hasEscapedNames = m_hasEscapedNames || scanner.hasEscapes();
        scanner.need(':');
        m_members.append({.name = name, .value = scanner.value(depth)});
    } while (scanner.take(','));
    scanner.need('}');
}

JsonValueView JsonView::value(QLatin1StringView key) const
{
    Q_ASSERT(!key.isEmpty());
    for (const auto &member : m_members | std::views::reverse) { // of two of one name the last counts
        if (isSame(member.name, key) || (m_hasEscapedNames && unescaped(member.name) == key))
            return JsonValueView(member.value, m_pool);
    }
    return {};
}

} // namespace Doorstep::Wire
