// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/vroom/stepsreader.h"

#include <algorithm>

namespace Doorstep::Planning {
namespace {

std::optional<Task::Kind> taskKindNamed(std::string_view type)
{
    if (type == "job")
        return Task::Kind::Job;
    if (type == "pickup")
        return Task::Kind::Pickup;
    if (type == "delivery")
        return Task::Kind::Delivery;
    return {};
}

void checkEnds(const Field &type, GivenStep::Kind kind, bool isFirst, bool isLast)
{
    if (kind == GivenStep::Kind::Start && !isFirst)
        type.complain(R"("start" has its place at the start)");
    if (kind == GivenStep::Kind::End && !isLast)
        type.complain(R"("end" has its place at the end)");
}

Window readMust(const Field &field)
{
    Window must{.from = field["service_after"].whole(-mostSeconds, mostSeconds, -forever),
                .to = field["service_before"].whole(-mostSeconds, mostSeconds, forever)};
    if (field["service_at"].isGiven())
        must.from = must.to = field["service_at"].whole(-mostSeconds, mostSeconds, {});
    return must;
}

} // namespace

std::vector<GivenStep> StepsReader::read(const Field &field, std::size_t vehicle)
{
    std::vector<GivenStep> steps;
    m_breaks.clear();
    field.forEach([&](const Field &one, std::size_t i) {
        if (!one.isObject())
            return;
        auto step = readStep(one, vehicle);
        checkEnds(one["type"], step.kind, i == 0, i + 1 == field.size());
        step.must = readMust(one);
        steps.push_back(step);
    });
    return steps;
}

GivenStep StepsReader::readStep(const Field &field, std::size_t vehicle)
{
    const auto type = field["type"].text();
    if (type == "start")
        return {.kind = GivenStep::Kind::Start};
    if (type == "end")
        return {.kind = GivenStep::Kind::End};
    if (type == "break")
        return {.kind = GivenStep::Kind::Break, .index = breakNamed(field["id"], vehicle)};
    if (const auto kind = taskKindNamed(type))
        return {.index = taskNamed(field["id"], *kind, type)};
    field["type"].complain("must be start, job, pickup, delivery, break or end");
    return {};
}

std::int32_t StepsReader::breakNamed(const Field &id, std::size_t vehicle)
{
    const auto &breaks = m_problem.vehicles[vehicle].breaks;
    const auto at = std::ranges::find(breaks, id.whole(0, mostId, {}), &Break::id);
    if (at == breaks.end()) {
        id.complain("is no break of this vehicle");
        return 0;
    }
    const auto index = static_cast<std::int32_t>(at - breaks.begin());
    if (!m_breaks.insert(index).second)
        id.complain("is a break that was there before");
    return index;
}

std::int32_t StepsReader::taskNamed(const Field &id, Task::Kind kind, std::string_view type)
{
    const auto number = id.whole(0, mostId, {});
    const auto known = m_ids.find(kind);
    if (known == m_ids.end() || !known->second.contains(number)) {
        id.complain(std::format("there is no such {}", type));
        return 0;
    }
    const auto index = known->second.at(number);
    if (!m_tasks.insert(index).second)
        id.complain(std::format("is a {} that was in a step before", type));
    return index;
}

} // namespace Doorstep::Planning
