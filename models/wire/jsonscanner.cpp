// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/jsonscanner.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace Doorstep::Wire {
namespace {

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

bool isHex(char c) noexcept
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// The first quote or backslash from \a at on, or near it; eight bytes are looked at at once.
const char *nearQuoteOrSlash(const char *at, const char *end) noexcept
{
    if constexpr (std::endian::native != std::endian::little)
        return at;
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t highBits = 0x8080808080808080;
    const auto zeroBytes = [](std::uint64_t word) { return (word - ones) & ~word & highBits; };
    for (; end - at >= 8; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        // The lowest byte found is one; those above it may only look like it.
        if (const auto found = zeroBytes(word ^ (ones * '"')) | zeroBytes(word ^ (ones * '\\')); found != 0)
            return at + std::countr_zero(found) / 8;
    }
    return at;
}

} // namespace

void JsonScanner::skipSpace() noexcept
{
    while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r'))
        ++m_at;
}

bool JsonScanner::atEnd() noexcept
{
    skipSpace();
    return m_at == m_end;
}

bool JsonScanner::take(char c) noexcept
{
    skipSpace();
    if (m_at == m_end || *m_at != c)
        return false;
    ++m_at;
    return true;
}

QByteArrayView JsonScanner::value(int depth) noexcept
{
    skipSpace();
    const auto *begin = m_at;
    if (m_at == m_end || depth <= 0) {
        slip();
        return {};
    }
    switch (*m_at) {
    case '"':
        string();
        break;
    case '{':
        skipObject(depth - 1);
        break;
    case '[':
        skipArray(depth - 1);
        break;
    case 't':
        skipWord("true");
        break;
    case 'f':
        skipWord("false");
        break;
    case 'n':
        skipWord("null");
        break;
    default:
        skipNumber();
    }
    return m_isOk ? QByteArrayView(begin, m_at) : QByteArrayView();
}

QByteArrayView JsonScanner::string() noexcept
{
    if (!need('"'))
        return {};
    const auto *begin = m_at;
    m_hasEscapes = false;
    for (m_at = nearQuoteOrSlash(m_at, m_end); m_at != m_end && *m_at != '"'; m_at = nearQuoteOrSlash(m_at, m_end)) {
        if (*m_at++ == '\\') {
            m_hasEscapes = true;
            skipEscape();
        }
    }
    if (m_at == m_end) {
        slip();
        return {};
    }
    return {begin, m_at++};
}

void JsonScanner::skipEscape() noexcept
{
    if (m_at == m_end || std::memchr("\"\\/bfnrtu", *m_at, 9) == nullptr) {
        slip();
        return;
    }
    if (*m_at++ != 'u')
        return;
    for (int i = 0; i < 4; ++i, ++m_at) {
        if (m_at == m_end || !isHex(*m_at)) {
            slip();
            return;
        }
    }
}

void JsonScanner::skipDigits() noexcept
{
    if (m_at == m_end || !isDigit(*m_at)) {
        slip();
        return;
    }
    while (m_at != m_end && isDigit(*m_at))
        ++m_at;
}

void JsonScanner::skipNumber() noexcept
{
    if (*m_at == '-')
        ++m_at;
    if (m_at != m_end && *m_at == '0')
        ++m_at; // and no digit after it
    else
        skipDigits();
    if (m_at != m_end && *m_at == '.') {
        ++m_at;
        skipDigits();
    }
    if (m_at != m_end && (*m_at == 'e' || *m_at == 'E')) {
        ++m_at;
        if (m_at != m_end && (*m_at == '+' || *m_at == '-'))
            ++m_at;
        skipDigits();
    }
}

void JsonScanner::skipWord(QByteArrayView word) noexcept
{
    if (m_end - m_at < word.size() || std::memcmp(m_at, word.data(), static_cast<std::size_t>(word.size())) != 0)
        slip();
    else
        m_at += word.size();
}

void JsonScanner::skipObject(int depth) noexcept
{
    take('{');
    if (take('}'))
        return;
    do {
        string();
        if (!need(':'))
            return;
        value(depth);
    } while (take(','));
    need('}');
}

void JsonScanner::skipArray(int depth) noexcept
{
    take('[');
    if (take(']'))
        return;
    do {
        value(depth);
    } while (take(','));
    need(']');
}

} // namespace Doorstep::Wire
