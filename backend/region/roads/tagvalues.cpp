// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/tagvalues.h"

#include <charconv>
#include <osmium/osm/tag.hpp>

namespace Doorstep {

namespace {

/// A number at the very start of \a value, and what comes after it.
std::optional<std::pair<double, Word>> leadingNumber(Word value)
{
    double number = 0.0;
    const auto [end, error] =
        std::from_chars(value.data(), value.data() + value.size(), number, std::chars_format::fixed);
    if (error != std::errc() || !(number >= 0.0))
        return std::nullopt;
    return std::pair(number, value.substr(static_cast<std::size_t>(end - value.data())));
}

/// The first number anywhere in \a value, with a comma for a point too.
std::optional<std::pair<double, std::string>> firstNumber(Word value)
{
    std::string text(value);
    std::ranges::replace(text, ',', '.');
    const auto start = text.find_first_of("0123456789");
    if (start == std::string::npos)
        return std::nullopt;
    const auto number = leadingNumber(Word(text).substr(start));
    if (!number)
        return std::nullopt;
    return std::pair(number->first, std::string(number->second));
}

} // namespace

Word tag(const osmium::TagList &tags, const char *key)
{
    const char *value = tags.get_value_by_key(key);
    return value ? Word(value) : Word();
}

std::pair<Word, Word> directedTag(const osmium::TagList &tags, std::span<const char *const> keys)
{
    Word forward;
    Word backward;
    for (const char *key : keys) {
        const std::string name(key);
        if (forward.empty())
            forward = tag(tags, (name + ":forward").c_str());
        if (backward.empty())
            backward = tag(tags, (name + ":backward").c_str());
        const auto common = tag(tags, key);
        if (forward.empty())
            forward = common;
        if (backward.empty())
            backward = common;
    }
    return {forward, backward};
}

std::optional<double> speedFrom(Word value)
{
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || number < 0)
        return std::nullopt;
    const bool miles = value.contains("mph") || value.contains("mp/h");
    return miles ? number * 1.609 : double(number);
}

std::optional<double> metersFrom(Word value)
{
    const auto number = firstNumber(value);
    if (!number)
        return std::nullopt;
    if (const auto feetMark = number->second.find('\''); feetMark != std::string::npos) {
        const auto inches = firstNumber(Word(number->second).substr(feetMark));
        return (number->first * 12.0 + (inches ? inches->first : 0.0)) * 0.0254;
    }
    return number->first;
}

std::optional<double> kilogramsFrom(Word value)
{
    const auto number = firstNumber(value);
    if (!number)
        return std::nullopt;
    if (value.contains("lbs"))
        return number->first * 0.45359237;
    return value.contains("kg") ? number->first : number->first * 1000.0;
}

std::optional<double> durationFrom(Word value)
{
    constexpr double minute = 60.0;
    if (value.starts_with("PT")) {
        double seconds = 0.0;
        for (value.remove_prefix(2); !value.empty(); value.remove_prefix(1)) {
            const auto number = leadingNumber(value);
            if (!number || number->second.empty())
                return std::nullopt;
            value = number->second;
            const auto unit = numberOf(value.substr(0, 1), {{"H", 3600.0}, {"M", minute}, {"S", 1.0}});
            if (!unit)
                return std::nullopt;
            seconds += number->first * *unit;
        }
        return seconds > 0.0 ? std::optional(seconds) : std::nullopt;
    }
    const auto first = leadingNumber(value);
    if (!first)
        return std::nullopt;
    if (first->second.empty())
        return first->first * minute;
    const auto minutes = first->second.starts_with(':') ? leadingNumber(first->second.substr(1)) : std::nullopt;
    if (!minutes)
        return std::nullopt;
    double seconds = first->first * 3600.0 + minutes->first * minute;
    if (const auto rest = minutes->second; rest.starts_with(':')) {
        const auto last = leadingNumber(rest.substr(1));
        if (!last)
            return std::nullopt;
        seconds += last->first;
    }
    return seconds;
}

} // namespace Doorstep
