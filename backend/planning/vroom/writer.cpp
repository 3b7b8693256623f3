// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/timing/timeline.h"
#include "backend/planning/vroom/json.h"
#include "backend/planning/vroom/routereport.h"

#include <algorithm>
#include <format>

namespace Doorstep::Planning {
namespace {

std::string_view nameOf(Cause cause)
{
    switch (cause) {
    case Cause::Delay:
        return "delay";
    case Cause::LeadTime:
        return "lead_time";
    case Cause::Load:
        return "load";
    case Cause::MaxTasks:
        return "max_tasks";
    case Cause::Skills:
        return "skills";
    case Cause::Precedence:
        return "precedence";
    case Cause::MissingBreak:
        return "missing_break";
    case Cause::MaxTravelTime:
        return "max_travel_time";
    case Cause::MaxDistance:
        return "max_distance";
    case Cause::MaxLoad:
        return "max_load";
    }
    return {};
}

std::string_view nameOf(Task::Kind kind)
{
    switch (kind) {
    case Task::Kind::Job:
        return "job";
    case Task::Kind::Pickup:
        return "pickup";
    case Task::Kind::Delivery:
        return "delivery";
    }
    return {};
}

/// The text of an answer, as it grows.
class Writer
{
public:
    explicit Writer(const VroomDocument &document)
        : m_document(document)
    {
    }

    void route(std::size_t vehicle, const std::vector<GivenStep> &steps)
    {
        const auto report = reportRoute(m_document, vehicle, steps);
        m_totals += report.totals;
        addViolations(m_violations, report.violations);
        m_routes += m_routeCount++ > 0 ? ",{" : "{";
        m_routes += std::format(R"("vehicle":{},)", m_document.problem.vehicles[vehicle].id);
        describe(m_routes, m_document.vehicleTexts[vehicle]);
        totals(m_routes, report.totals);
        m_routes += R"("steps":[)";
        bool isFirst = true;
        for (const auto &one : report.steps) {
            const bool isEnd = one.step.kind == GivenStep::Kind::Start || one.step.kind == GivenStep::Kind::End;
            const auto &owner = m_document.problem.vehicles[vehicle];
            if (isEnd && (one.step.kind == GivenStep::Kind::Start ? owner.start : owner.end) < 0)
                continue;
            if (!isFirst)
                m_routes += ',';
            isFirst = false;
            step(vehicle, one);
        }
        m_routes += "],";
        violations(m_routes, report.violations);
        m_routes += '}';
        for (const auto &one : steps)
            if (one.kind == GivenStep::Kind::Task)
                m_served.push_back(one.index);
    }

    [[nodiscard]] std::string finish(std::int64_t loadingMs, std::int64_t solvingMs)
    {
        std::string unassigned;
        std::ranges::sort(m_served);
        std::size_t count = 0;
        const auto &tasks = m_document.problem.tasks;
        for (std::size_t t = 0; t < tasks.size(); ++t) {
            if (std::ranges::binary_search(m_served, static_cast<std::int32_t>(t)))
                continue;
            unassigned +=
                std::format(R"({}{{"id":{},"type":"{}")", count++ > 0 ? "," : "", tasks[t].id, nameOf(tasks[t].kind));
            place(unassigned, m_document.taskPlaces[t]);
            if (!m_document.taskTexts[t].empty())
                unassigned += R"(,"description":)" + jsonText(m_document.taskTexts[t]);
            unassigned += '}';
        }
        std::string text = std::format(R"({{"code":0,"summary":{{"routes":{},"unassigned":{},)", m_routeCount, count);
        totals(text, m_totals);
        violations(text, m_violations);
        text += std::format(
            ",\"computing_times\":{{\"loading\":{},\"solving\":{}}}}},\"unassigned\":[{}],\"routes\":[{}]}}\n",
            loadingMs, solvingMs, unassigned, m_routes);
        return text;
    }

private:
    static void describe(std::string &text, const std::string &what)
    {
        if (!what.empty())
            text += R"("description":)" + jsonText(what) + ',';
    }

    static std::string numbers(const std::vector<std::int64_t> &all)
    {
        std::string text = "[";
        for (const auto one : all)
            text += std::format("{}{}", text.size() > 1 ? "," : "", one);
        return text + ']';
    }

    void totals(std::string &text, const Totals &sum) const
    {
        text += std::format(R"("cost":{},"setup":{},"service":{},"duration":{},"waiting_time":{},"priority":{},)",
                            sum.cost, sum.setup, sum.service, sum.driving, sum.waiting, sum.priority);
        if (m_document.hasMeters)
            text += std::format(R"("distance":{},)", sum.meters);
        auto delivery = sum.delivery;
        auto pickup = sum.pickup;
        delivery.resize(static_cast<std::size_t>(m_document.problem.loads));
        pickup.resize(delivery.size());
        text += std::format(R"("delivery":{},"pickup":{},)", numbers(delivery), numbers(pickup));
    }

    static void violations(std::string &text, const std::vector<Violation> &all)
    {
        text += R"("violations":[)";
        for (const auto &one : all) {
            if (text.back() == '}')
                text += ',';
            text += std::format(R"({{"cause":"{}")", nameOf(one.cause));
            if (one.seconds)
                text += std::format(R"(,"duration":{})", *one.seconds);
            text += '}';
        }
        text += ']';
    }

    static void place(std::string &text, const PlaceLabel &label)
    {
        if (label.location)
            text += std::format(R"(,"location":[{},{}])", (*label.location)[0], (*label.location)[1]);
        if (label.index)
            text += std::format(R"(,"location_index":{})", *label.index);
    }

    void step(std::size_t vehicle, const StepReport &one)
    {
        const auto index = static_cast<std::size_t>(one.step.index);
        m_routes += '{';
        switch (one.step.kind) {
        case GivenStep::Kind::Start:
            m_routes += R"("type":"start")";
            place(m_routes, m_document.starts[vehicle]);
            break;
        case GivenStep::Kind::End:
            m_routes += R"("type":"end")";
            place(m_routes, m_document.ends[vehicle]);
            break;
        case GivenStep::Kind::Break:
            m_routes += std::format(R"("type":"break","id":{})", m_document.problem.vehicles[vehicle].breaks[index].id);
            break;
        case GivenStep::Kind::Task: {
            const auto &task = m_document.problem.tasks[index];
            m_routes += std::format(R"("type":"{}","id":{})", nameOf(task.kind), task.id);
            if (task.kind == Task::Kind::Job)
                m_routes += std::format(R"(,"job":{})", task.id);
            place(m_routes, m_document.taskPlaces[index]);
            break;
        }
        }
        m_routes += ',';
        if (one.step.kind == GivenStep::Kind::Task)
            describe(m_routes, m_document.taskTexts[index]);
        if (one.step.kind == GivenStep::Kind::Break)
            describe(m_routes, m_document.breakTexts[vehicle][index]);
        m_routes += std::format(R"("setup":{},"service":{},"waiting_time":{},"arrival":{},"duration":{},)", one.setup,
                                one.service, one.waiting, one.arrival, one.driven);
        if (m_document.hasMeters)
            m_routes += std::format(R"("distance":{},)", one.meters);
        m_routes += std::format(R"("load":{},)", numbers(one.load));
        violations(m_routes, one.violations);
        m_routes += '}';
    }

    const VroomDocument &m_document;
    Totals m_totals;
    std::vector<Violation> m_violations;
    std::vector<std::int32_t> m_served;
    std::string m_routes;
    int m_routeCount = 0;
};

/// \a tasks, with the breaks where they can be taken.
std::vector<GivenStep> withBreaks(const std::vector<std::int32_t> &tasks, std::size_t vehicle, Timeline *timeline)
{
    std::vector<GivenStep> steps{{.kind = GivenStep::Kind::Start}};
    Lateness late;
    std::vector<int> before(tasks.size() + 1);
    if (timeline && timeline->drive(static_cast<int>(vehicle), tasks, late))
        before = timeline->breaksBefore();
    std::int32_t next = 0;
    for (std::size_t i = 0; i <= tasks.size(); ++i) {
        for (int b = 0; b < before[i]; ++b)
            steps.push_back({.kind = GivenStep::Kind::Break, .index = next++});
        if (i < tasks.size())
            steps.push_back({.kind = GivenStep::Kind::Task, .index = tasks[i]});
    }
    steps.push_back({.kind = GivenStep::Kind::End});
    return steps;
}

} // namespace

std::string writeVroom(const VroomDocument &document, const Plan &plan, std::int64_t loadingMs, std::int64_t solvingMs)
{
    Writer writer(document);
    // Only breaks need a look at whole routes, for which a problem is made flat again.
    std::optional<Instance> instance;
    std::optional<Timeline> timeline;
    if (std::ranges::any_of(document.problem.vehicles, [](const Vehicle &v) { return !v.breaks.empty(); }))
        timeline.emplace(instance.emplace(document.problem));
    for (std::size_t v = 0; v < plan.routes.size(); ++v)
        if (!plan.routes[v].empty())
            writer.route(v, withBreaks(plan.routes[v], v, timeline ? &*timeline : nullptr));
    return writer.finish(loadingMs, solvingMs);
}

std::string writeVroomCheck(const VroomDocument &document, std::int64_t loadingMs)
{
    Writer writer(document);
    for (std::size_t v = 0; v < document.steps.size(); ++v)
        if (!document.steps[v].empty())
            writer.route(v, document.steps[v]);
    return writer.finish(loadingMs, 0);
}

std::string writeVroomError(int code, std::string_view sentence)
{
    return std::format("{{\"code\":{},\"error\":{}}}\n", code, jsonText(sentence));
}

} // namespace Doorstep::Planning
