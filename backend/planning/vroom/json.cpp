// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/vroom/json.h"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp> // all of it is compiled here
#include <cmath>
#include <format>

namespace Doorstep::Planning {
namespace {

constexpr std::size_t deepest = 64;

/// Makes a document of what Boost's parser tells.
class Builder
{
public:
    using Code = boost::system::error_code;
    using Text = boost::json::string_view;

    [[nodiscard]] Json take() { return std::move(m_document); }
    /// What we refuse and the parser does not.
    [[nodiscard]] const std::string &refusal() const { return m_refusal; }

    // NOLINTBEGIN(readability-identifier-naming): these are the names that Boost calls.
    static constexpr std::size_t max_object_size = 1000;
    static constexpr std::size_t max_array_size = -1;
    static constexpr std::size_t max_key_size = -1;
    static constexpr std::size_t max_string_size = -1;

    static bool on_document_begin(Code &) { return true; }
    static bool on_document_end(Code &) { return true; }
    static bool on_comment_part(Text, Code &) { return true; }
    static bool on_comment(Text, Code &) { return true; }
    static bool on_number_part(Text, Code &) { return true; }

    bool on_object_begin(Code &) { return open(Json::Object()); }
    bool on_object_end(std::size_t, Code &) { return close(); }
    bool on_array_begin(Code &) { return open(Json::Integers()); }
    bool on_array_end(std::size_t, Code &) { return close(); }
    bool on_key_part(Text part, std::size_t, Code &) { return collect(part); }
    bool on_key(Text part, std::size_t, Code &code)
    {
        collect(part);
        auto &object = std::get<Json::Object>(m_open.back()->value);
        if (std::ranges::contains(object, m_text, &Json::Member::key))
            return refuse(std::format("a second \"{}\" in one object", m_text.substr(0, 40)), code);
        object.emplace_back().key = std::exchange(m_text, {});
        return true;
    }
    bool on_string_part(Text part, std::size_t, Code &) { return collect(part); }
    bool on_string(Text part, std::size_t, Code &) { return collect(part) && put(std::exchange(m_text, {})); }
    bool on_int64(std::int64_t number, Text, Code &)
    {
        auto *integers = m_open.empty() ? nullptr : std::get_if<Json::Integers>(&m_open.back()->value);
        if (!integers)
            return put(number);
        integers->push_back(number);
        return true;
    }
    bool on_uint64(std::uint64_t number, Text, Code &) { return put(static_cast<double>(number)); }
    bool on_double(double number, Text, Code &code)
    {
        return std::isfinite(number) ? put(number) : refuse("a number that no computer holds", code);
    }
    bool on_bool(bool is, Code &) { return put(is); }
    bool on_null(Code &) { return put(nullptr); }
    // NOLINTEND(readability-identifier-naming)

private:
    bool refuse(std::string what, Code &code)
    {
        m_refusal = std::move(what);
        code = boost::json::error::syntax;
        return false;
    }

    bool collect(Text part)
    {
        m_text.append(part.data(), part.size());
        return true;
    }

    template <typename Value>
    bool put(Value value)
    {
        place().value = std::move(value);
        return true;
    }

    template <typename Value>
    bool open(Value value)
    {
        auto &json = place();
        json.value = std::move(value);
        m_open.push_back(&json);
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    /// Where the next value goes. An array of whole numbers is no longer one then.
    Json &place()
    {
        if (m_open.empty())
            return m_document;
        auto &owner = m_open.back()->value;
        if (auto *object = std::get_if<Json::Object>(&owner))
            return object->back().value;
        if (const auto *integers = std::get_if<Json::Integers>(&owner)) {
            Json::Array array;
            array.reserve(integers->size() + 1);
            for (const auto one : *integers)
                array.push_back({.value = one});
            owner = std::move(array);
        }
        return std::get<Json::Array>(owner).emplace_back();
    }

    Json m_document;
    std::vector<Json *> m_open; ///< Only the last of them grows, so the others stay where they are.
    std::string m_text; ///< What has come so far of a key or a string.
    std::string m_refusal;
};

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

std::string sentenceFor(const boost::system::error_code &code, std::size_t at, const std::string &refusal)
{
    if (code == boost::json::error::incomplete)
        return "ends before it is complete";
    if (!refusal.empty())
        return std::format("at byte {}: {}", at, refusal);
    return std::format("at byte {}: {}", at, code.message());
}

} // namespace

const Json *Json::find(std::string_view key) const
{
    const auto *object = std::get_if<Object>(&value);
    if (!object)
        return nullptr;
    const auto at = std::ranges::find(*object, key, &Member::key);
    return at == object->end() ? nullptr : &at->value;
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
    boost::json::parse_options options;
    options.max_depth = deepest;
    options.numbers = boost::json::number_precision::precise;
    options.allow_invalid_utf8 = true; // texts are only handed on
    boost::json::basic_parser<Builder> parser(options);
    boost::system::error_code code;
    const auto end = parser.write_some(false, text.data(), text.size(), code);
    if (code)
        return std::unexpected(sentenceFor(code, end, parser.handler().refusal()));
    if (const auto rest = std::ranges::find_if_not(text.substr(end), isSpace) - text.begin();
        std::cmp_less(rest, text.size()))
        return std::unexpected(std::format("at byte {}: more after the document", rest));
    return parser.handler().take();
}

std::string jsonText(std::string_view text)
{
    return boost::json::serialize(boost::json::string_view(text));
}

} // namespace Doorstep::Planning
