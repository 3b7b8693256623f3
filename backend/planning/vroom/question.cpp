// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/vroom/question.h"

#include "backend/planning/vroom/json.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <ranges>
#include <span>

namespace Doorstep::Planning {
namespace {

constexpr std::int64_t steadyMargin = 60; ///< Seconds: VROOM rounds otherwise than we do, and refuses what is late.
constexpr double leastSpeed = 0.01; ///< What VROOM takes.
constexpr double mostSpeed = 5.0;

std::int64_t legSeconds(const Matrix &matrix, double speed, std::int32_t from, std::int32_t to)
{
    if (from < 0 || to < 0)
        return 0;
    return static_cast<std::int64_t>(std::ceil(static_cast<double>(matrix.seconds[matrix.entry(from, to)]) / speed));
}

std::int64_t legMeters(const Matrix &matrix, std::int32_t from, std::int32_t to)
{
    return from < 0 || to < 0 || matrix.meters.empty() ? 0 : matrix.meters[matrix.entry(from, to)];
}

template <typename Numbers>
std::string list(const Numbers &numbers)
{
    std::string text = "[";
    for (const auto one : numbers)
        text += std::format("{}{}", text.size() > 1 ? "," : "", one);
    return text + ']';
}

std::string squareText(const std::vector<std::uint32_t> &entries, std::size_t side)
{
    std::string text = "[";
    for (const auto row : std::views::chunk(entries, static_cast<std::ptrdiff_t>(side)))
        text += (text.size() > 1 ? "," : "") + list(row);
    return text + ']';
}

std::string matrixText(const Matrix &matrix)
{
    const auto side = static_cast<std::size_t>(matrix.places);
    std::string text = R"({"durations":)" + squareText(matrix.seconds, side);
    if (!matrix.meters.empty())
        text += R"(,"distances":)" + squareText(matrix.meters, side);
    if (!matrix.costs.empty())
        text += R"(,"costs":)" + squareText(matrix.costs, side);
    return text + '}';
}

/// When the service begins of who arrives \a at; `forever` where that is too late for every window.
std::int64_t serviceFrom(const std::vector<Window> &windows, std::int64_t at)
{
    const auto open = std::ranges::find_if(windows, [at](const Window &window) { return at <= window.to; });
    return open == windows.end() ? forever : std::max(at, open->from);
}

std::optional<std::int64_t> wholeIn(const Json &object, std::string_view key)
{
    const auto *value = object.find(key);
    const auto *whole = value ? std::get_if<std::int64_t>(&value->value) : nullptr;
    return whole ? std::optional(*whole) : std::nullopt;
}

/// The number behind \a key, which is below \a count.
std::optional<std::size_t> numberIn(const Json &object, std::string_view key, std::size_t count)
{
    const auto whole = wholeIn(object, key);
    return whole && std::cmp_greater_equal(*whole, 0) && std::cmp_less(*whole, count)
        ? std::optional(static_cast<std::size_t>(*whole))
        : std::nullopt;
}

/// The elements behind \a key; none where it is no array of objects.
std::span<const Json> objectsIn(const Json &object, std::string_view key)
{
    const auto *value = object.find(key);
    const auto *array = value ? std::get_if<Json::Array>(&value->value) : nullptr;
    return array ? std::span<const Json>(*array) : std::span<const Json>();
}

bool isJob(const Json &step)
{
    const auto *type = step.find("type");
    const auto *text = type ? std::get_if<std::string>(&type->value) : nullptr;
    return text && *text == "job";
}

/// Why \a answer has no plan; empty where it may.
std::string refusalIn(const Json &answer)
{
    if (wholeIn(answer, "code") == 0)
        return {};
    const auto *error = answer.find("error");
    const auto *text = error ? std::get_if<std::string>(&error->value) : nullptr;
    return text ? *text : std::string("it says neither that it has a plan nor why not");
}

} // namespace

VroomQuestion::VroomQuestion(const Problem &problem, Plan start)
    : m_problem(problem)
    , m_start(std::move(start))
    , m_isAsked(problem.tasks.size(), true)
{
    m_start.routes.resize(problem.vehicles.size());
    m_rests.reserve(problem.vehicles.size());
    for (std::size_t v = 0; v < problem.vehicles.size(); ++v) {
        m_rests.push_back(restOf(v));
        for (const auto task : m_start.routes[v] | std::views::take(fixedOf(v)))
            m_isAsked[task] = false;
    }
    for (std::size_t t = 0; t < problem.tasks.size(); ++t) {
        const auto pin = problem.tasks[t].pinnedTo;
        if (pin >= 0 && !isAsked(static_cast<std::size_t>(pin)))
            m_isAsked[t] = false; // nobody else may have it
    }
    numberPins();
    measureTimes();
}

void VroomQuestion::numberPins()
{
    const auto count = [this](const std::vector<std::int32_t> &skills) {
        for (const auto skill : skills)
            m_firstPin = std::max(m_firstPin, skill + 1);
    };
    for (const auto &task : m_problem.tasks)
        count(task.skills);
    for (const auto &vehicle : m_problem.vehicles)
        count(vehicle.skills);
}

void VroomQuestion::measureTimes()
{
    const auto bound = [this](std::int64_t time) {
        if (time <= -forever || time >= forever)
            return;
        m_begin = std::min(m_begin, time);
        m_end = std::max(m_end, time);
    };
    for (const auto &rest : m_rests)
        bound(rest.from);
    for (const auto &vehicle : m_problem.vehicles)
        bound(vehicle.window.to);
    for (const auto &window : m_problem.tasks | std::views::transform(&Task::windows) | std::views::join) {
        bound(window.from);
        bound(window.to);
    }
    m_end += noRoadSeconds;
}

const Matrix &VroomQuestion::matrixOf(const Vehicle &vehicle) const
{
    return *m_problem.matrices[vehicle.matrix];
}

std::size_t VroomQuestion::fixedOf(std::size_t index) const
{
    const auto &vehicle = m_problem.vehicles[index];
    const auto all = m_start.routes[index].size();
    return vehicle.isLocked ? all : std::min(all, static_cast<std::size_t>(vehicle.fixedTasks));
}

bool VroomQuestion::isAsked(std::size_t index) const
{
    return !m_problem.vehicles[index].isLocked && m_rests[index].tasks > 0;
}

VroomQuestion::Rest VroomQuestion::restOf(std::size_t index) const
{
    const auto &vehicle = m_problem.vehicles[index];
    Rest rest{.place = vehicle.start,
              .from = vehicle.window.from > -forever ? vehicle.window.from : 0,
              .tasks = vehicle.maxTasks,
              .travelSeconds = vehicle.maxTravelSeconds,
              .meters = vehicle.maxMeters,
              .capacity = vehicle.capacity};
    for (const auto task : m_start.routes[index] | std::views::take(fixedOf(index)))
        rest = after(vehicle, std::move(rest), m_problem.tasks[task], 0);
    return rest;
}

VroomQuestion::Rest VroomQuestion::after(const Vehicle &vehicle, Rest rest, const Task &task, std::int64_t margin) const
{
    const auto &matrix = matrixOf(vehicle);
    const auto leg = legSeconds(matrix, vehicle.speedFactor, rest.place, task.place);
    const auto arrival = rest.from + leg;
    const auto begin = serviceFrom(task.windows, arrival + margin);
    rest.isInTime = begin < forever;
    rest.from =
        (rest.isInTime ? begin : arrival) + task.serviceSeconds + (rest.place == task.place ? 0 : task.setupSeconds);
    --rest.tasks;
    if (rest.travelSeconds < forever)
        rest.travelSeconds -= leg;
    if (rest.meters < forever)
        rest.meters -= legMeters(matrix, rest.place, task.place);
    rest.place = task.place;
    for (std::size_t d = 0; d < rest.capacity.size(); ++d) {
        const auto load = static_cast<int>(d); // on board from the start on, or to the end
        if (rest.capacity[d] < forever)
            rest.capacity[d] -= std::max(loadIn(task.delivery, load), loadIn(task.pickup, load));
    }
    return rest;
}

bool VroomQuestion::isWithin(const Vehicle &vehicle, const Rest &rest) const
{
    const auto &matrix = matrixOf(vehicle);
    const auto home = legSeconds(matrix, vehicle.speedFactor, rest.place, vehicle.end);
    return rest.isInTime && rest.tasks >= 0 && rest.from + home + steadyMargin <= vehicle.window.to
        && home + steadyMargin <= rest.travelSeconds && legMeters(matrix, rest.place, vehicle.end) <= rest.meters
        && std::ranges::all_of(rest.capacity, [](std::int64_t left) { return left >= 0; });
}

bool VroomQuestion::isEmpty() const
{
    const auto vehicles = std::views::iota(std::size_t{0}, m_rests.size());
    return std::ranges::none_of(m_isAsked, std::identity())
        || std::ranges::none_of(vehicles, [this](std::size_t v) { return isAsked(v); });
}

std::int64_t VroomQuestion::clock(std::int64_t seconds) const
{
    return std::clamp(seconds, m_begin, m_end) - m_begin;
}

std::string VroomQuestion::windowText(const Window &window) const
{
    return std::format("[{},{}]", clock(window.from), std::max(clock(window.to), clock(window.from)));
}

std::string VroomQuestion::vehicleText(std::size_t index) const
{
    const auto &vehicle = m_problem.vehicles[index];
    const auto &rest = m_rests[index];
    auto skills = vehicle.skills;
    skills.push_back(m_firstPin + static_cast<std::int32_t>(index));
    auto text = std::format(R"({{"id":{},"profile":"{}","skills":{},"time_window":{},"speed_factor":{})", index,
                            vehicle.matrix, list(skills), windowText({.from = rest.from, .to = vehicle.window.to}),
                            std::clamp(vehicle.speedFactor, leastSpeed, mostSpeed));
    if (rest.place >= 0)
        text += std::format(R"(,"start_index":{})", rest.place);
    if (vehicle.end >= 0)
        text += std::format(R"(,"end_index":{})", vehicle.end);
    if (m_problem.loads > 0) {
        // What has no end is more than all there is.
        constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
        std::vector<std::int64_t> capacity;
        capacity.reserve(rest.capacity.size());
        for (const auto one : rest.capacity)
            capacity.push_back(std::clamp<std::int64_t>(one, 0, most));
        text += R"(,"capacity":)" + list(capacity);
    }
    if (rest.tasks < std::numeric_limits<std::int32_t>::max() / 2)
        text += std::format(R"(,"max_tasks":{})", rest.tasks);
    if (rest.travelSeconds < forever)
        text += std::format(R"(,"max_travel_time":{})", std::max<std::int64_t>(0, rest.travelSeconds));
    if (rest.meters < forever)
        text += std::format(R"(,"max_distance":{})", std::max<std::int64_t>(0, rest.meters));
    // Who is out already costs nothing to send.
    text +=
        std::format(R"(,"costs":{{"fixed":{},"per_hour":{})",
                    fixedOf(index) > 0 ? 0 : std::llround(vehicle.costs.fixed), std::llround(vehicle.costs.perHour));
    if (vehicle.costs.perTaskHour > 0)
        text += std::format(R"(,"per_task_hour":{})", std::llround(vehicle.costs.perTaskHour));
    if (vehicle.costs.perKilometer > 0)
        text += std::format(R"(,"per_km":{})", std::llround(vehicle.costs.perKilometer));
    return text + '}' + stepsText(index) + '}';
}

std::string VroomQuestion::stepsText(std::size_t index) const
{
    const auto &vehicle = m_problem.vehicles[index];
    auto rest = m_rests[index];
    std::string steps;
    for (const auto task : m_start.routes[index] | std::views::drop(fixedOf(index))) {
        if (!m_isAsked[task] || !mayTake(index, task))
            continue;
        auto next = after(vehicle, rest, m_problem.tasks[task], steadyMargin);
        if (!isWithin(vehicle, next))
            continue;
        rest = std::move(next);
        steps += std::format(R"(,{{"type":"job","id":{}}})", task);
    }
    return steps.empty() ? steps : R"(,"steps":[{"type":"start"})" + steps + R"(,{"type":"end"}])";
}

std::string VroomQuestion::jobText(std::size_t index) const
{
    const auto &task = m_problem.tasks[index];
    auto text = std::format(R"({{"id":{},"location_index":{},"setup":{},"service":{})", index, task.place,
                            task.setupSeconds, task.serviceSeconds);
    if (task.priority > 0)
        text += std::format(R"(,"priority":{})", task.priority);
    if (m_problem.loads > 0) {
        auto delivery = task.delivery;
        auto pickup = task.pickup;
        delivery.resize(static_cast<std::size_t>(m_problem.loads));
        pickup.resize(delivery.size());
        text += R"(,"delivery":)" + list(delivery) + R"(,"pickup":)" + list(pickup);
    }
    auto skills = task.skills;
    if (task.pinnedTo >= 0)
        skills.push_back(m_firstPin + task.pinnedTo);
    if (!skills.empty())
        text += R"(,"skills":)" + list(skills);
    if (task.windows != std::vector{Window{}}) {
        std::string windows;
        for (const auto &window : task.windows)
            windows += (windows.empty() ? "" : ",") + windowText(window);
        text += R"(,"time_windows":[)" + windows + ']';
    }
    return text + '}';
}

std::string VroomQuestion::text(std::chrono::milliseconds limit) const
{
    std::string vehicles;
    for (std::size_t v = 0; v < m_rests.size(); ++v) {
        if (isAsked(v))
            vehicles += (vehicles.empty() ? "" : ",") + vehicleText(v);
    }
    std::string jobs;
    for (std::size_t t = 0; t < m_isAsked.size(); ++t) {
        if (m_isAsked[t])
            jobs += (jobs.empty() ? "" : ",") + jobText(t);
    }
    std::string matrices;
    for (std::size_t m = 0; m < m_problem.matrices.size(); ++m)
        matrices += std::format(R"({}"{}":{})", m > 0 ? "," : "", m, matrixText(*m_problem.matrices[m]));
    return std::format(R"({{"vehicles":[{}],"jobs":[{}],"matrices":{{{}}},"options":{{"g":false,"l":{}}}}})", vehicles,
                       jobs, matrices, std::chrono::duration<double>(limit).count());
}

bool VroomQuestion::mayTake(std::size_t vehicle, std::int32_t task) const
{
    const auto pin = m_problem.tasks[task].pinnedTo;
    return pin < 0 || std::cmp_equal(pin, vehicle);
}

/// What nobody was asked about.
Plan VroomQuestion::kept() const
{
    Plan plan;
    plan.routes.resize(m_rests.size());
    for (std::size_t v = 0; v < m_rests.size(); ++v)
        std::ranges::copy_if(m_start.routes[v], std::back_inserter(plan.routes[v]),
                             [this](std::int32_t task) { return !m_isAsked[task]; });
    return plan;
}

/// Adds one \a route of an answer to \a plan; what is wrong with it, empty when nothing is.
std::string VroomQuestion::take(const Json &route, Plan &plan, std::vector<bool> &isServed) const
{
    const auto vehicle = numberIn(route, "vehicle", m_rests.size());
    if (!vehicle || !isAsked(*vehicle))
        return "it has a route for a vehicle that it was not asked about";
    for (const auto &step : objectsIn(route, "steps") | std::views::filter(isJob)) {
        const auto task = numberIn(step, "id", m_isAsked.size());
        if (!task || !m_isAsked[*task])
            return "it has a stop that it was not asked about";
        if (isServed[*task])
            return "it has a stop twice";
        if (!mayTake(*vehicle, static_cast<std::int32_t>(*task)))
            return "it moves a stop that has to stay with its vehicle";
        isServed[*task] = true;
        plan.routes[*vehicle].push_back(static_cast<std::int32_t>(*task));
    }
    return {};
}

std::expected<Plan, std::string> VroomQuestion::planIn(std::string_view answer) const
{
    const auto json = parseJson(answer);
    if (!json)
        return std::unexpected("its answer is no JSON: " + json.error());
    if (auto refusal = refusalIn(*json); !refusal.empty())
        return std::unexpected(std::move(refusal));
    auto plan = kept();
    std::vector<bool> isServed(m_isAsked.size(), false);
    for (const auto &route : objectsIn(*json, "routes")) {
        if (auto complaint = take(route, plan, isServed); !complaint.empty())
            return std::unexpected(std::move(complaint));
    }
    return plan;
}

} // namespace Doorstep::Planning
