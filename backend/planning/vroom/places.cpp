// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/planning/vroom/places.h"

#include <algorithm>
#include <numbers>

namespace Doorstep::Planning {
namespace {

// Without a matrix: roads are a third longer than the great circle, and are driven at 36 km/h.
constexpr double detour = 1.3;
constexpr double metersPerSecond = 10.0;
constexpr double earthRadiusMeters = 6371000.0;
constexpr std::size_t mostPlaces = 20000;
constexpr std::size_t mostCoordinates = 5000; // each pair takes eight bytes, and is worked out here

double greatCircleMeters(const std::array<double, 2> &a, const std::array<double, 2> &b)
{
    constexpr double radians = std::numbers::pi / 180.0;
    const double y = std::sin((b[1] - a[1]) * radians / 2.0);
    const double x = std::sin((b[0] - a[0]) * radians / 2.0);
    const double h = y * y + std::cos(a[1] * radians) * std::cos(b[1] * radians) * x * x;
    return 2.0 * earthRadiusMeters * std::asin(std::min(1.0, std::sqrt(h)));
}

void appendRow(const Field &row, std::vector<std::uint32_t> &square)
{
    constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
    const auto *integers = std::get_if<Json::Integers>(&row.json()->value);
    if (!integers) {
        row.forEach([&](const Field &entry, std::size_t) {
            square.push_back(static_cast<std::uint32_t>(std::llround(entry.real(0, most, 0))));
        });
        return;
    }
    for (const auto number : *integers) {
        if (number < 0 || number > most)
            return row.complain(std::format("must be from 0 to {}, not {}", most, number));
        square.push_back(static_cast<std::uint32_t>(number));
    }
}

/// Longitude and latitude; none, with a complaint, when they are not two numbers.
std::optional<std::array<double, 2>> coordinatesFrom(const Field &field)
{
    if (!field.json()->isArray() || field.size() != 2) {
        field.complain("must be [longitude, latitude]");
        return {};
    }
    std::array<double, 2> place{};
    field.forEach([&](const Field &part, std::size_t i) {
        const double most = i == 0 ? 180 : 90;
        place[i] = part.real(-most, most, 0);
    });
    return place;
}

} // namespace

void Places::readMatrices(const Field &document)
{
    if (const auto old = document["matrix"]; old.isGiven()) {
        auto matrix = std::make_shared<Matrix>();
        matrix->seconds = readSquare(old);
        matrix->places = m_side;
        m_names.emplace_back("car");
        m_matrices.push_back(matrix);
    }
    const auto all = document["matrices"];
    if (!all.isGiven() || !all.isObject())
        return;
    for (const auto &[name, json] : std::get<Json::Object>(all.json()->value)) {
        if (std::ranges::contains(m_names, name)) {
            all[name].complain("is given twice, by \"matrix\" too");
            return;
        }
        readMatrix(Field(&json, std::format("matrices.{}", name), m_complaint), name);
    }
    if (m_matrices.empty())
        all.complain("has no matrix");
}

void Places::readMatrix(const Field &field, const std::string &name)
{
    if (!field.isObject())
        return;
    auto matrix = std::make_shared<Matrix>();
    if (!field["durations"].isGiven())
        return field["durations"].complain("is missing");
    matrix->seconds = readSquare(field["durations"]);
    if (field["distances"].isGiven()) {
        matrix->meters = readSquare(field["distances"]);
        m_hasMeters = true;
    }
    if (field["costs"].isGiven())
        matrix->costs = readSquare(field["costs"]);
    matrix->places = m_side;
    m_names.push_back(name);
    m_matrices.push_back(matrix);
}

bool Places::isAsLargeAsOthers(const Field &square)
{
    if (!square.json()->isArray() || square.size() == 0 || square.size() > mostPlaces) {
        square.complain(std::format("must be an array of 1 to {} rows", mostPlaces));
        return false;
    }
    if (m_side < 0)
        m_side = static_cast<std::int32_t>(square.size());
    if (std::cmp_equal(square.size(), m_side))
        return true;
    square.complain(std::format("has {} rows, other matrices {}", square.size(), m_side));
    return false;
}

std::vector<std::uint32_t> Places::readSquare(const Field &field)
{
    std::vector<std::uint32_t> square;
    if (!isAsLargeAsOthers(field))
        return square;
    square.reserve(field.size() * field.size());
    field.forEach([&](const Field &row, std::size_t) {
        if (row.size() == field.size())
            appendRow(row, square);
        else
            row.complain(std::format("must be an array of {} numbers, one for each row", field.size()));
    });
    return square;
}

std::int32_t Places::read(const Field &owner, std::string_view location, std::string_view index, PlaceLabel &label)
{
    const auto where = owner[location];
    const auto row = owner[index];
    if (where.isGiven()) {
        label.location = coordinatesFrom(where);
        if (!label.location)
            return -1;
    }
    if (row.isGiven())
        label.index = row.whole(0, std::numeric_limits<std::int32_t>::max(), {});
    if (m_side >= 0)
        return rowOf(row, label);
    if (label.location)
        return numberOf(where, *label.location);
    if (label.index)
        row.complain("needs matrices, and there are none");
    return -1;
}

std::int32_t Places::rowOf(const Field &index, const PlaceLabel &label) const
{
    if (!label.index) {
        if (label.location)
            index.complain("is needed where there are matrices");
        return -1;
    }
    if (*label.index >= m_side) {
        index.complain(std::format("{} is outside of matrices of {} places", *label.index, m_side));
        return -1;
    }
    return static_cast<std::int32_t>(*label.index);
}

std::int32_t Places::numberOf(const Field &location, const std::array<double, 2> &coordinates)
{
    if (m_coordinates.size() > mostCoordinates)
        location.complain(std::format("is one place more than the {} of a plan without matrices", mostCoordinates));
    return m_coordinates.try_emplace(coordinates, static_cast<std::int32_t>(m_coordinates.size())).first->second;
}

std::int32_t Places::profile(const Field &name)
{
    if (m_side < 0)
        return 0;
    const auto wanted = name.isGiven() ? name.text() : "car";
    const auto at = std::ranges::find(m_names, wanted);
    if (at == m_names.end()) {
        name.complain(std::format("there is no matrix \"{}\"", wanted));
        return 0;
    }
    return static_cast<std::int32_t>(at - m_names.begin());
}

bool Places::knowsMeters(std::int32_t profile) const
{
    return m_side < 0 || std::cmp_greater_equal(profile, m_matrices.size())
        || !m_matrices[static_cast<std::size_t>(profile)]->meters.empty();
}

std::vector<std::shared_ptr<const Matrix>> Places::matrices() const
{
    if (m_side >= 0)
        return m_matrices;
    return {greatCircles()};
}

std::shared_ptr<const Matrix> Places::greatCircles() const
{
    auto matrix = std::make_shared<Matrix>();
    std::vector<std::array<double, 2>> places(m_coordinates.size());
    for (const auto &[place, number] : m_coordinates)
        places[static_cast<std::size_t>(number)] = place;
    matrix->places = static_cast<std::int32_t>(places.size());
    for (const auto &from : places) {
        for (const auto &to : places) {
            const double meters = detour * greatCircleMeters(from, to);
            matrix->meters.push_back(static_cast<std::uint32_t>(std::lround(meters)));
            matrix->seconds.push_back(static_cast<std::uint32_t>(std::lround(meters / metersPerSecond)));
        }
    }
    return matrix;
}

} // namespace Doorstep::Planning
