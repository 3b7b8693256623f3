// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/timing/schedule.h"

#include <array>
#include <expected>
#include <string>
#include <string_view>

namespace Doorstep::Planning {

/// What an answer says of a place beside its number.
struct PlaceLabel
{
    std::optional<std::array<double, 2>> location; ///< Longitude, latitude.
    std::optional<std::int64_t> index; ///< In the document's matrices.
};

/// One of a vehicle's steps as the document has them.
struct GivenStep
{
    enum class Kind : std::uint8_t { Start, Task, Break, End };

    Kind kind = Kind::Task;
    std::int32_t index = 0; ///< Of a task of the problem, or of a break of the vehicle.
    Window must; ///< From service_at, service_after, service_before.
};

/// A VROOM document: a problem, and what only its answer needs.
struct VroomDocument
{
    Problem problem;
    std::vector<std::vector<GivenStep>> steps; ///< As many as vehicles.
    std::vector<std::string> vehicleTexts; ///< Descriptions.
    std::vector<std::string> taskTexts;
    std::vector<std::vector<std::string>> breakTexts;
    std::vector<PlaceLabel> taskPlaces;
    std::vector<PlaceLabel> starts;
    std::vector<PlaceLabel> ends;
    bool hasSteps = false;
    bool hasMeters = false;

    /// The steps as a plan to start from.
    [[nodiscard]] Plan plan() const;
};

/// The error is a sentence that begins with the field: `vehicles[3].time_window: …`.
[[nodiscard]] std::expected<VroomDocument, std::string> readVroom(std::string_view text);

/// The answer to a document. \a loadingMs and \a solvingMs go into the summary.
[[nodiscard]] std::string writeVroom(const VroomDocument &document, const Plan &plan, std::int64_t loadingMs,
                                     std::int64_t solvingMs);
/// The answer in plan mode: the document's own steps, the best times for them, and what they violate.
[[nodiscard]] std::string writeVroomCheck(const VroomDocument &document, std::int64_t loadingMs);
[[nodiscard]] std::string writeVroomError(int code, std::string_view sentence);

} // namespace Doorstep::Planning
