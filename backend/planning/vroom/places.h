// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/vroom/document.h"
#include "backend/planning/vroom/fields.h"

#include <map>

namespace Doorstep::Planning {

/// The places of a document: rows of its matrices, or, where it has none, coordinates with great circles between them.
class Places
{
public:
    explicit Places(Complaint &complaint)
        : m_complaint(complaint)
    {
    }

    void readMatrices(const Field &document);
    /// Of `location_index` and `location`, or `start_index` and `start`; -1 when neither is there.
    [[nodiscard]] std::int32_t read(const Field &owner, std::string_view location, std::string_view index,
                                    PlaceLabel &label);
    /// The matrix of a vehicle's profile.
    [[nodiscard]] std::int32_t profile(const Field &name);
    /// Once all places are known.
    [[nodiscard]] std::vector<std::shared_ptr<const Matrix>> matrices() const;
    [[nodiscard]] bool hasMeters() const { return m_hasMeters; }
    /// Whether it is known how long the roads of \a profile are, besides how long they take.
    [[nodiscard]] bool knowsMeters(std::int32_t profile) const;

private:
    void readMatrix(const Field &field, const std::string &name);
    [[nodiscard]] std::vector<std::uint32_t> readSquare(const Field &field);
    [[nodiscard]] bool isAsLargeAsOthers(const Field &square);
    [[nodiscard]] std::int32_t rowOf(const Field &index, const PlaceLabel &label) const;
    [[nodiscard]] std::int32_t numberOf(const Field &location, const std::array<double, 2> &coordinates);
    [[nodiscard]] std::shared_ptr<const Matrix> greatCircles() const;

    Complaint &m_complaint;
    std::vector<std::string> m_names;
    std::vector<std::shared_ptr<const Matrix>> m_matrices;
    std::int32_t m_side = -1; ///< -1: no matrices.
    std::map<std::array<double, 2>, std::int32_t> m_coordinates;
    bool m_hasMeters = false;
};

} // namespace Doorstep::Planning
