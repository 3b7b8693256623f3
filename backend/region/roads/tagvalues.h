// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace osmium {
class TagList;
}

namespace Doorstep {

using Word = std::string_view;

template <std::size_t N>
[[nodiscard]] constexpr bool isOneOf(Word value, const Word (&words)[N])
{
    return std::ranges::find(words, value) != std::end(words);
}

template <std::size_t N>
[[nodiscard]] constexpr std::optional<double> numberOf(Word value, const std::pair<Word, double> (&numbers)[N])
{
    const auto found = std::ranges::find(numbers, value, &std::pair<Word, double>::first);
    return found == std::end(numbers) ? std::nullopt : std::optional(found->second);
}

/// The value of \a key; empty where there is none.
[[nodiscard]] Word tag(const osmium::TagList &tags, const char *key);

/// The first of `key:forward`, `key`, for each key in turn, and the same for backward.
[[nodiscard]] std::pair<Word, Word> directedTag(const osmium::TagList &tags, std::span<const char *const> keys);

/// The whole number a value starts with ("50", "30 mph" in km/h); empty without one.
[[nodiscard]] std::optional<double> speedFrom(Word value);
/// "3.5", "3,5 m", 11'6" in metres.
[[nodiscard]] std::optional<double> metersFrom(Word value);
/// "3.5" tonnes, "2000 kg", "8000 lbs" in kilograms.
[[nodiscard]] std::optional<double> kilogramsFrom(Word value);
/// "01:30", "90", "PT1H30M" in seconds.
[[nodiscard]] std::optional<double> durationFrom(Word value);

} // namespace Doorstep
