// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/vroom/json.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>

namespace Doorstep::Planning {
namespace {

constexpr int deepest = 64;

class Parser
{
public:
    explicit Parser(std::string_view text)
        : m_text(text)
    {
    }

    std::expected<Json, std::string> run()
    {
        Json json;
        if (value(json, 0) && (skip(), m_at < m_text.size()))
            fail("nothing more after the document");
        if (!m_error.empty())
            return std::unexpected(m_error);
        return json;
    }

private:
    bool fail(std::string_view wanted)
    {
        if (m_error.empty())
            m_error = m_at >= m_text.size()
                ? std::format("the document ends where there should be {}", wanted)
                : std::format("at byte {} of the document there should be {}", m_at, wanted);
        return false;
    }

    void skip()
    {
        while (m_at < m_text.size()
               && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t'))
            ++m_at;
    }

    bool take(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    bool word(std::string_view text, Json &json, decltype(Json::value) value)
    {
        if (!m_text.substr(m_at).starts_with(text))
            return fail("a value");
        m_at += text.size();
        json.value = std::move(value);
        return true;
    }

    bool value(Json &json, int depth)
    {
        skip();
        if (depth > deepest)
            return fail("no more than 64 levels of nesting");
        if (m_at >= m_text.size())
            return fail("a value");
        switch (m_text[m_at]) {
        case '{':
            return object(json, depth);
        case '[':
            return array(json, depth);
        case '"':
            return string(json.value.emplace<std::string>());
        case 't':
            return word("true", json, true);
        case 'f':
            return word("false", json, false);
        case 'n':
            return word("null", json, nullptr);
        default:
            return number(json);
        }
    }

    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    bool digits()
    {
        if (!isDigit(peek()))
            return fail("a digit");
        while (isDigit(peek()))
            ++m_at;
        return true;
    }

    bool number(Json &json)
    {
        const auto begin = m_at;
        take('-');
        if (!isDigit(peek()))
            return fail("a value");
        if (!take('0') && !digits())
            return false;
        bool isWhole = true;
        if (take('.')) {
            isWhole = false;
            if (!digits())
                return false;
        }
        if (peek() == 'e' || peek() == 'E') {
            isWhole = false;
            ++m_at;
            if (!take('+'))
                take('-');
            if (!digits())
                return false;
        }
        const char *first = m_text.data() + begin;
        const char *last = m_text.data() + m_at;
        if (isWhole) {
            std::int64_t whole = 0;
            if (std::from_chars(first, last, whole).ec == std::errc()) {
                json.value = whole;
                return true;
            }
        }
        double real = 0;
        if (m_at - begin > 400 || std::from_chars(first, last, real).ec != std::errc() || !std::isfinite(real)) {
            m_at = begin;
            return fail("a number that a computer can hold");
        }
        json.value = real;
        return true;
    }

    /// Whole numbers for as long as there is nothing else; true when that was all of the array.
    bool integers(Json::Integers &all)
    {
        while (true) {
            skip();
            const char *first = m_text.data() + m_at;
            const char *last = m_text.data() + m_text.size();
            std::int64_t whole = 0;
            const auto [end, error] = std::from_chars(first, last, whole);
            const char *digit = first != last && *first == '-' ? first + 1 : first;
            const bool hasZero = digit != last && *digit == '0' && end - digit > 1;
            if (error != std::errc() || end == last || hasZero || *end == '.' || *end == 'e' || *end == 'E')
                return false;
            const auto before = m_at;
            m_at += static_cast<std::size_t>(end - first);
            skip();
            const char after = peek();
            if (after != ',' && after != ']') {
                m_at = before;
                return false;
            }
            all.push_back(whole);
            ++m_at;
            if (after == ']')
                return true;
        }
    }

    bool array(Json &json, int depth)
    {
        ++m_at;
        skip();
        if (take(']')) {
            json.value.emplace<Json::Array>();
            return true;
        }
        Json::Integers whole;
        if (integers(whole)) {
            json.value = std::move(whole);
            return true;
        }
        auto &all = json.value.emplace<Json::Array>();
        for (const auto one : whole)
            all.emplace_back().value = one;
        do {
            if (!value(all.emplace_back(), depth + 1))
                return false;
            skip();
        } while (take(','));
        return take(']') || fail("a comma or a closing bracket");
    }

    bool object(Json &json, int depth)
    {
        ++m_at;
        auto &all = json.value.emplace<Json::Object>();
        skip();
        if (take('}'))
            return true;
        do {
            skip();
            std::string key;
            if (peek() != '"')
                return fail("a key in quotes");
            if (!string(key))
                return false;
            if (std::ranges::any_of(all, [&](const auto &member) { return member.first == key; }))
                return fail(std::format("no second \"{}\" in one object", key.substr(0, 40)));
            skip();
            if (!take(':'))
                return fail("a colon");
            auto &member = all.emplace_back(std::move(key), Json());
            if (all.size() > 1000)
                return fail("no more than 1000 keys in one object");
            if (!value(member.second, depth + 1))
                return false;
            skip();
        } while (take(','));
        return take('}') || fail("a comma or a closing brace");
    }

    bool string(std::string &text)
    {
        ++m_at;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return fail("no control character in a string");
            ++m_at;
            if (c != '\\')
                text += c;
            else if (!escape(text))
                return false;
        }
        return fail("a closing quote");
    }

    bool escape(std::string &text)
    {
        const char c = peek();
        ++m_at;
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        if (const auto at = letters.find(c); c != '\0' && at != std::string_view::npos) {
            text += meant[at];
            return true;
        }
        std::uint32_t code = 0;
        if (c != 'u' || !hex(code))
            return fail("an escape that JSON knows");
        if (code >= 0xD800 && code < 0xDC00 && m_text.substr(m_at).starts_with("\\u")) {
            m_at += 2;
            std::uint32_t low = 0;
            if (!hex(low))
                return fail("an escape that JSON knows");
            code = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00) : 0xFFFD;
        } else if (code >= 0xD800 && code < 0xE000) {
            code = 0xFFFD;
        }
        append(text, code);
        return true;
    }

    bool hex(std::uint32_t &code)
    {
        if (m_text.size() - m_at < 4 || m_at > m_text.size())
            return false;
        const char *first = m_text.data() + m_at;
        const auto [end, error] = std::from_chars(first, first + 4, code, 16);
        m_at += 4;
        return error == std::errc() && end == first + 4;
    }

    static void append(std::string &text, std::uint32_t code)
    {
        const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
        if (code < 0x80) {
            add(code);
        } else if (code < 0x800) {
            add(0xC0U | code >> 6U);
            add(0x80U | (code & 0x3FU));
        } else if (code < 0x10000) {
            add(0xE0U | code >> 12U);
            add(0x80U | (code >> 6U & 0x3FU));
            add(0x80U | (code & 0x3FU));
        } else {
            add(0xF0U | code >> 18U);
            add(0x80U | (code >> 12U & 0x3FU));
            add(0x80U | (code >> 6U & 0x3FU));
            add(0x80U | (code & 0x3FU));
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_error;
};

} // namespace

const Json *Json::find(std::string_view key) const
{
    const auto *object = std::get_if<Object>(&value);
    if (!object)
        return nullptr;
    const auto at = std::ranges::find(*object, key, &Object::value_type::first);
    return at == object->end() ? nullptr : &at->second;
}

bool Json::isArray() const
{
    return std::holds_alternative<Array>(value) || std::holds_alternative<Integers>(value);
}

std::size_t Json::size() const
{
    if (const auto *array = std::get_if<Array>(&value))
        return array->size();
    if (const auto *integers = std::get_if<Integers>(&value))
        return integers->size();
    return 0;
}

std::expected<Json, std::string> parseJson(std::string_view text)
{
    return Parser(text).run();
}

std::string jsonText(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            result += std::format("\\u{:04x}", static_cast<int>(c));
        } else {
            result += c;
        }
    }
    return result + '"';
}

} // namespace Doorstep::Planning
