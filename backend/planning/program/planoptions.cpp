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

} // namespace

std::expected<PlanOptions, std::string> readPlanOptions(const std::vector<std::string_view> &words)
{
    PlanOptions options{.threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()))};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto word = words[i];
        if (word == "-c") {
            options.checks = true;
            continue;
        }
        if (word == "-h" || word == "--help") {
            options.showsHelp = true;
            continue;
        }
        if (word.size() < 2 || word[0] != '-' || !std::string_view("ltsio").contains(word[1]))
            return std::unexpected(std::format("{} is no option; see --help", word));
        std::string_view value = word.substr(2);
        if (value.empty()) {
            if (i + 1 == words.size())
                return std::unexpected(std::format("{} needs a value", word));
            value = words[++i];
        }
        const auto bad = [&](std::string_view what) { return std::unexpected(std::format("-{}: {}", word[1], what)); };
        switch (word[1]) {
        case 'l':
            options.seconds = numberFrom<double>(value);
            if (!options.seconds || !(*options.seconds > 0 && *options.seconds <= 1e6))
                return bad("must be seconds, more than 0");
            break;
        case 't':
            options.threads = numberFrom<int>(value).value_or(0);
            if (options.threads < 1 || options.threads > 64)
                return bad("must be a number of threads from 1 to 64");
            break;
        case 's': {
            const auto seed = numberFrom<std::uint64_t>(value);
            if (!seed)
                return bad("must be a whole number");
            options.seed = *seed;
            break;
        }
        case 'i':
            options.input = value;
            break;
        default:
            options.output = value;
        }
    }
    return options;
}

} // namespace Doorstep::Planning
