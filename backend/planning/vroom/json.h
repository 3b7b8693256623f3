// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace Doorstep::Planning {

/// A JSON value. Made for matrices of a million numbers, which a document with an object for each would not read in the
/// time a plan has: an array of nothing but whole numbers is kept as such.
struct Json
{
    using Array = std::vector<Json>;
    using Integers = std::vector<std::int64_t>;
    struct Member;
    using Object = std::vector<Member>; ///< In the document's order.

    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Integers, Object> value;

    [[nodiscard]] const Json *find(std::string_view key) const;
    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::nullptr_t>(value); }
    [[nodiscard]] bool isArray() const;
    [[nodiscard]] std::size_t size() const; ///< Of an array; otherwise 0.
};

struct Json::Member
{
    std::string key;
    Json value;
};

/// RFC 8259, no deeper than 64 levels, no more than 1000 keys in an object, each only once. The error is a sentence
/// that says at which byte.
[[nodiscard]] std::expected<Json, std::string> parseJson(std::string_view text);

/// \a text as a JSON string, quotes and all.
[[nodiscard]] std::string jsonText(std::string_view text);

} // namespace Doorstep::Planning
