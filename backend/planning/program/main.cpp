// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0

// doorstep-plan: a vehicle routing problem on standard input, a plan on standard output, both as VROOM has them.
#include "backend/planning/optimiser.h"
#include "backend/planning/program/planoptions.h"
#include "backend/planning/vroom/document.h"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <memory>
#include <new>
#include <thread>

using namespace Doorstep::Planning;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int badInput = 2;
constexpr std::size_t mostChecked = 2000; // steps of one vehicle: the time and memory of -c grow with their square

std::stop_source interrupted;

struct CloseFile
{
    void operator()(std::FILE *file) const { static_cast<void>(std::fclose(file)); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

std::optional<std::string> readAll(std::FILE *file)
{
    constexpr std::size_t step = 1 << 20;
    std::string text;
    std::size_t got = step;
    while (got == step) { // fewer are only at the end, or where it went wrong
        const auto size = text.size();
        text.resize(size + step);
        got = std::fread(text.data() + size, 1, step, file);
        text.resize(size + got);
    }
    return std::ferror(file) != 0 ? std::nullopt : std::optional(std::move(text));
}

std::optional<std::string> readInput(const std::string &path)
{
    if (path.empty())
        return readAll(stdin);
    const File file(std::fopen(path.c_str(), "rb"));
    return file ? readAll(file.get()) : std::nullopt;
}

bool writeAll(std::FILE *file, const std::string &text)
{
    return std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
}

bool writeOutput(const std::string &path, const std::string &text)
{
    if (path.empty())
        return writeAll(stdout, text);
    File file(std::fopen(path.c_str(), "wb"));
    if (!file)
        return false;
    const bool isWritten = writeAll(file.get(), text);
    return std::fclose(file.release()) == 0 && isWritten; // some disks say only then that they are full
}

int refuse(const PlanOptions &options, const std::string &sentence)
{
    std::cerr << "doorstep-plan: " << sentence << '\n';
    writeOutput(options.output, writeVroomError(badInput, sentence));
    return badInput;
}

std::int64_t millisecondsSince(Clock::time_point then)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - then).count();
}

/// Where nobody says: longer for more stops, and never long enough to wonder.
double usualSeconds(std::size_t tasks)
{
    return std::clamp(0.01 * static_cast<double>(tasks), 0.2, 5.0);
}

/// \a began is when the program did, which is what -l counts from; without -l, waiting for the problem does not count.
std::string plan(const VroomDocument &document, const PlanOptions &options, Clock::time_point began)
{
    const auto loaded = millisecondsSince(began);
    const double seconds = options.seconds.value_or(usualSeconds(document.problem.tasks.size()));
    Limits limits{.threads = options.threads, .seed = options.seed, .stop = interrupted.get_token()};
    // What takes the longest after the search is the text of the plan.
    const auto writing = std::chrono::microseconds(10 * document.problem.tasks.size()) + std::chrono::milliseconds(2);
    limits.until = (options.seconds ? began : Clock::now())
        + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds)) - writing;
    const auto answer = optimise(document.problem, document.plan(), limits);
    return writeVroom(document, answer.plan, loaded, millisecondsSince(began) - loaded);
}

int run(const PlanOptions &options, Clock::time_point began)
{
    const auto text = readInput(options.input);
    if (!text)
        return refuse(options,
                      std::format("-i: {} cannot be read", options.input.empty() ? "standard input" : options.input));
    const auto document = readVroom(*text);
    if (!document)
        return refuse(options, document.error());
    if (options.checks && !document->hasSteps)
        return refuse(options, "vehicles: none has steps, which -c checks");
    const auto longest = std::ranges::max_element(document->steps, {}, &std::vector<GivenStep>::size);
    if (options.checks && longest->size() > mostChecked)
        return refuse(options,
                      std::format("vehicles[{}].steps: has {}, and -c checks no more than {}",
                                  longest - document->steps.begin(), longest->size(), mostChecked));
    // From here on there is a plan to give; before, a signal ends the program, as it does any that waits for input.
    std::signal(SIGINT, [](int) { interrupted.request_stop(); });
    std::signal(SIGTERM, [](int) { interrupted.request_stop(); });
    const auto answer =
        options.checks ? writeVroomCheck(*document, millisecondsSince(began)) : plan(*document, options, began);
    return writeOutput(options.output, answer) ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const auto began = Clock::now();
    const auto options = readPlanOptions({argv + 1, argv + argc});
    if (!options) {
        std::cerr << "doorstep-plan: " << options.error() << '\n';
        return badInput;
    }
    if (options->showsHelp) {
        std::cout << planUsage;
        return 0;
    }
    try {
        return run(*options, began);
    } catch (const std::bad_alloc &) {
        return refuse(*options, "document: is too large for the memory of this machine");
    }
}
