// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/program/planoptions.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <thread>

namespace Doorstep::Planning {
namespace {

template <typename Number>
std::optional<Number> numberFrom(std::string_view text)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return {};
    return number;
}

bool takeFlag(PlanOptions &options, std::string_view word)
{
    const bool isHelp = word == "-h" || word == "--help";
    if (isHelp)
        options.showsHelp = true;
    else if (word == "-c")
        options.checks = true;
    else
        return false;
    return true;
}

bool takesValue(std::string_view word)
{
    return word.size() >= 2 && word[0] == '-' && std::string_view("ltsio").contains(word[1]);
}

bool isDuration(double seconds)
{
    return seconds > 0 && seconds <= 1e6;
}

/// What is wrong with \a value; empty when nothing is.
std::string_view takeValue(PlanOptions &options, char letter, std::string_view value)
{
    switch (letter) {
    case 'l':
        options.seconds = numberFrom<double>(value);
        return options.seconds && isDuration(*options.seconds) ? "" : "must be seconds, more than 0";
    case 't':
        options.threads = numberFrom<int>(value).value_or(0);
        return options.threads >= 1 && options.threads <= 64 ? "" : "must be a number of threads from 1 to 64";
    case 's': {
        const auto seed = numberFrom<std::uint64_t>(value);
        options.seed = seed.value_or(options.seed);
        return seed ? "" : "must be a whole number";
    }
    case 'i':
        options.input = value;
        return {};
    default:
        options.output = value;
        return {};
    }
}

} // namespace

std::expected<PlanOptions, std::string> readPlanOptions(const std::vector<std::string_view> &words)
{
    PlanOptions options{.threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()))};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto word = words[i];
        if (takeFlag(options, word))
            continue;
        if (!takesValue(word))
            return std::unexpected(std::format("{} is no option; see --help", word));
        auto value = word.substr(2);
        if (value.empty()) {
            if (++i == words.size())
                return std::unexpected(std::format("{} needs a value", word));
            value = words[i];
        }
        if (const auto wrong = takeValue(options, word[1], value); !wrong.empty())
            return std::unexpected(std::format("-{}: {}", word[1], wrong));
    }
    return options;
}

} // namespace Doorstep::Planning
