// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/vroom/document.h"
#include "backend/planning/vroom/places.h"
#include "backend/planning/vroom/stepsreader.h"

#include <algorithm>
#include <set>

namespace Doorstep::Planning {
namespace {

class Reader
{
public:
    std::expected<VroomDocument, std::string> run(const Json &json)
    {
        const Field root(&json, {}, m_complaint);
        if (!std::holds_alternative<Json::Object>(json.value))
            m_complaint.say("document", "must be an object");
        m_places.readMatrices(root);
        if (!root["vehicles"].isGiven() || root["vehicles"].size() == 0)
            root["vehicles"].complain("must have at least one");
        root["vehicles"].forEach([this](const Field &f, std::size_t) { readVehicle(f); });
        root["jobs"].forEach([this](const Field &f, std::size_t) { readTask(f, Task::Kind::Job, nullptr); });
        root["shipments"].forEach([this](const Field &f, std::size_t) { readShipment(f); });
        settleLoads();
        readSteps(root["vehicles"]);
        if (m_complaint.isSaid())
            return std::unexpected(m_complaint.sentence());
        m_document.problem.matrices = m_places.matrices();
        m_document.hasMeters = m_places.hasMeters() || !m_document.problem.matrices.front()->meters.empty();
        return std::move(m_document);
    }

private:
    [[nodiscard]] static std::vector<Window> readWindows(const Field &field)
    {
        std::vector<Window> windows;
        field.forEach([&](const Field &one, std::size_t) { windows.push_back(readWindow(one)); });
        if (field.isGiven() && windows.empty())
            field.complain("must have at least one window");
        if (windows.empty())
            return {Window{}};
        std::ranges::sort(windows, {}, &Window::from);
        std::vector<Window> apart{windows.front()};
        for (const auto &w : windows) {
            if (w.from <= apart.back().to)
                apart.back().to = std::max(apart.back().to, w.to);
            else
                apart.push_back(w);
        }
        return apart;
    }

    [[nodiscard]] static Window readWindow(const Field &field)
    {
        Window window;
        if (!field.isGiven())
            return window;
        if (!field.json()->isArray() || field.size() != 2) {
            field.complain("must be [start, end]");
            return window;
        }
        field.forEach([&](const Field &end, std::size_t i) {
            (i == 0 ? window.from : window.to) = end.whole(-mostSeconds, mostSeconds, {});
        });
        if (window.from > window.to)
            field.complain(std::format("ends at {}, before it starts at {}", window.to, window.from));
        return window;
    }

    [[nodiscard]] std::vector<std::int64_t> readLoads(const Field &field)
    {
        std::vector<std::int64_t> loads;
        field.forEach([&](const Field &one, std::size_t) { loads.push_back(one.whole(0, mostLoad, {})); });
        if (!loads.empty()) {
            if (m_document.problem.loads == 0)
                m_document.problem.loads = static_cast<std::int32_t>(loads.size());
            if (std::cmp_not_equal(loads.size(), m_document.problem.loads))
                field.complain(
                    std::format("has {} numbers, where others have {}", loads.size(), m_document.problem.loads));
            if (loads.size() > 64)
                field.complain("may have no more than 64 numbers");
        }
        return loads;
    }

    [[nodiscard]] static std::vector<std::int32_t> readSkills(const Field &field)
    {
        std::set<std::int32_t> skills;
        field.forEach([&](const Field &one, std::size_t) {
            skills.insert(static_cast<std::int32_t>(one.whole(0, std::numeric_limits<std::int32_t>::max(), {})));
        });
        return {skills.begin(), skills.end()};
    }

    void readVehicle(const Field &field)
    {
        if (!field.isObject())
            return;
        Vehicle vehicle;
        vehicle.id = field["id"].whole(0, mostId, {});
        if (!m_vehicleIds.insert(vehicle.id).second)
            field["id"].complain(std::format("{} is another vehicle's too", vehicle.id));
        vehicle.matrix = m_places.profile(field["profile"]);
        vehicle.start = m_places.read(field, "start", "start_index", m_document.starts.emplace_back());
        vehicle.end = m_places.read(field, "end", "end_index", m_document.ends.emplace_back());
        if (vehicle.start < 0 && vehicle.end < 0)
            field.complain("needs a start or an end");
        vehicle.capacity = readLoads(field["capacity"]);
        vehicle.skills = readSkills(field["skills"]);
        vehicle.window = readWindow(field["time_window"]);
        vehicle.speedFactor = field["speed_factor"].real(0.01, 5.0, 1.0);
        constexpr auto anyNumber = std::numeric_limits<std::int32_t>::max();
        vehicle.maxTasks = static_cast<std::int32_t>(field["max_tasks"].whole(0, anyNumber, anyNumber));
        vehicle.maxTravelSeconds = field["max_travel_time"].whole(0, mostSeconds, forever);
        vehicle.maxMeters = field["max_distance"].whole(0, mostSeconds, forever);
        readCosts(field["costs"], vehicle);
        if (!m_places.knowsMeters(vehicle.matrix)) {
            if (field["max_distance"].isGiven())
                field["max_distance"].complain("needs distances beside the durations of its profile");
            if (vehicle.costs.perKilometer > 0)
                field["costs"]["per_km"].complain("needs distances beside the durations of its profile");
        }
        auto &texts = m_document.breakTexts.emplace_back();
        field["breaks"].forEach([&](const Field &f, std::size_t) { readBreak(f, vehicle, texts); });
        m_document.vehicleTexts.push_back(field["description"].text());
        m_document.problem.vehicles.push_back(std::move(vehicle));
    }

    static void readCosts(const Field &field, Vehicle &vehicle)
    {
        if (!field.isGiven() || !field.isObject())
            return;
        constexpr double most = 1e9;
        vehicle.costs.fixed = field["fixed"].real(0, most, 0);
        vehicle.costs.perHour = field["per_hour"].real(0, most, 3600);
        vehicle.costs.perTaskHour = field["per_task_hour"].real(0, most, 0);
        vehicle.costs.perKilometer = field["per_km"].real(0, most, 0);
    }

    void readBreak(const Field &field, Vehicle &vehicle, std::vector<std::string> &texts)
    {
        if (!field.isObject())
            return;
        Break one;
        one.id = field["id"].whole(0, mostId, {});
        if (std::ranges::contains(vehicle.breaks, one.id, &Break::id))
            field["id"].complain(std::format("{} is another break's too", one.id));
        one.windows = readWindows(field["time_windows"]);
        one.serviceSeconds = field["service"].whole(0, mostSeconds / 1000, 0);
        if (field["max_load"].isGiven())
            one.maxLoad = readLoads(field["max_load"]);
        // In the order in which they can be taken.
        const auto at = std::ranges::upper_bound(
            vehicle.breaks, std::pair(one.windows.back().to, one.windows.front().from), {},
            [](const Break &b) { return std::pair(b.windows.back().to, b.windows.front().from); });
        texts.insert(texts.begin() + (at - vehicle.breaks.begin()), field["description"].text());
        vehicle.breaks.insert(at, std::move(one));
    }

    void readTask(const Field &field, Task::Kind kind, const Field *shipment)
    {
        if (!field.isObject())
            return;
        Task task;
        task.kind = kind;
        task.id = field["id"].whole(0, mostId, {});
        if (!m_taskIds[kind].try_emplace(task.id, static_cast<std::int32_t>(m_document.problem.tasks.size())).second)
            field["id"].complain(std::format("{} is given twice", task.id));
        task.place = m_places.read(field, "location", "location_index", m_document.taskPlaces.emplace_back());
        if (task.place < 0)
            field.complain("needs a location (a location_index, where there are matrices)");
        task.setupSeconds = field["setup"].whole(0, mostSeconds / 1000, 0);
        task.serviceSeconds = field["service"].whole(0, mostSeconds / 1000, 0);
        task.windows = readWindows(field["time_windows"]);
        const Field &owner = shipment ? *shipment : field;
        task.skills = readSkills(owner["skills"]);
        task.priority = static_cast<std::int32_t>(owner["priority"].whole(0, 100, 0));
        if (kind == Task::Kind::Job) {
            task.delivery = readLoads(field[field["amount"].isGiven() ? "amount" : "delivery"]);
            task.pickup = readLoads(field["pickup"]);
        }
        m_document.taskTexts.push_back(field["description"].text());
        m_document.problem.tasks.push_back(std::move(task));
    }

    void readShipment(const Field &field)
    {
        if (!field.isObject())
            return;
        const auto amount = readLoads(field["amount"]);
        const auto first = static_cast<std::int32_t>(m_document.problem.tasks.size());
        readTask(field["pickup"], Task::Kind::Pickup, &field);
        readTask(field["delivery"], Task::Kind::Delivery, &field);
        auto &tasks = m_document.problem.tasks;
        if (std::cmp_less(tasks.size(), first + 2))
            return;
        tasks[first].pickup = tasks[first + 1].delivery = amount;
        tasks[first].other = first + 1;
        tasks[first + 1].other = first;
    }

    void settleLoads()
    {
        auto &problem = m_document.problem;
        const auto loads = static_cast<std::size_t>(problem.loads);
        for (auto &vehicle : problem.vehicles)
            vehicle.capacity.resize(loads);
        for (auto &task : problem.tasks) {
            task.delivery.resize(loads);
            task.pickup.resize(loads);
        }
    }

    void readSteps(const Field &vehicles)
    {
        StepsReader reader(m_document.problem, m_taskIds);
        vehicles.forEach([&](const Field &f, std::size_t i) {
            const auto &steps = m_document.steps.emplace_back(reader.read(f["steps"], i));
            m_document.hasSteps = m_document.hasSteps || !steps.empty();
        });
    }

    Complaint m_complaint;
    Places m_places{m_complaint};
    VroomDocument m_document;
    std::set<std::int64_t> m_vehicleIds;
    TaskIds m_taskIds;
};

} // namespace

Plan VroomDocument::plan() const
{
    Plan plan;
    for (const auto &route : steps) {
        auto &tasks = plan.routes.emplace_back();
        for (const auto &step : route)
            if (step.kind == GivenStep::Kind::Task)
                tasks.push_back(step.index);
    }
    return plan;
}

std::expected<VroomDocument, std::string> readVroom(std::string_view text)
{
    const auto json = parseJson(text);
    if (!json)
        return std::unexpected("document: " + json.error());
    return Reader().run(*json);
}

} // namespace Doorstep::Planning
