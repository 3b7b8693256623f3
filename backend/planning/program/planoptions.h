// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Doorstep::Planning {

struct PlanOptions
{
    std::optional<double> seconds; ///< From the start of the program to its end.
    int threads = 1;
    std::uint64_t seed = 1;
    bool checks = false; ///< Plan mode: the order stays.
    bool showsHelp = false;
    std::string input; ///< Empty: standard input.
    std::string output;
};

inline constexpr std::string_view planUsage =
    R"(doorstep-plan [-l SECONDS] [-t THREADS] [-s SEED] [-c] [-i FILE] [-o FILE] < problem.json > plan.json

  -l SECONDS   stop after so long, reading and writing included; fractions are fine
  -t THREADS   search on so many cores (as many as there are)
  -s SEED      another seed finds another plan (1)
  -c           plan mode: keep the order of the vehicles' steps, choose times, say what is violated
  -i FILE      read the problem here instead of on standard input
  -o FILE      write the plan here instead of on standard output
)";

[[nodiscard]] std::expected<PlanOptions, std::string> readPlanOptions(const std::vector<std::string_view> &words);

} // namespace Doorstep::Planning
