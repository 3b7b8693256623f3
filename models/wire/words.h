// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace Doorstep::Wire {

/// The words of an enum on the wire. They are a promise to other programs: renaming an enumerator must not change them,
/// so each table is written out beside its codec.
template <typename Enum, std::size_t N>
using Words = std::array<std::pair<Enum, QLatin1StringView>, N>;

template <typename Enum, std::size_t N>
[[nodiscard]] constexpr QLatin1StringView wordOf(const Words<Enum, N> &words, Enum value)
{
    const auto found = std::ranges::find(words, value, &std::pair<Enum, QLatin1StringView>::first);
    return found == words.end() ? QLatin1StringView() : found->second;
}

/// \a word is a QStringView or a QLatin1StringView.
template <typename Enum, std::size_t N, typename View>
[[nodiscard]] std::optional<Enum> valueOf(const Words<Enum, N> &words, const View &word)
{
    const auto found = std::ranges::find_if(words, [&word](const auto &pair) { return pair.second == word; });
    return found == words.end() ? std::nullopt : std::optional(found->first);
}

} // namespace Doorstep::Wire
