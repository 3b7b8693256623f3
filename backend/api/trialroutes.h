// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/api/regionservices.h"
#include "backend/api/services.h"
#include "backend/work/worker.h"

#include <QHash>

#include <atomic>
#include <memory>
#include <mutex>

namespace Doorstep::Api {

/// Where thresholds are tried on past days: one day is computed at a time, for three people at most. A person's newer
/// trial ends their older one: it is about values that are not there any more. Thread-safe.
class TrialBench
{
public:
    /// A place on the bench for as long as it lives.
    class Seat
    {
    public:
        Seat(TrialBench &bench, UserId person, quint64 turn);
        ~Seat();
        Q_DISABLE_COPY_MOVE(Seat)

        /// False when a newer trial of the same person has begun, or the backend stops.
        [[nodiscard]] bool isWanted() const;

    private:
        TrialBench &m_bench;
        UserId m_person;
        quint64 m_turn;
    };

    TrialBench() = default;
    ~TrialBench();
    Q_DISABLE_COPY_MOVE(TrialBench)

    /// Null when too many people's are under way, or too many that end.
    [[nodiscard]] std::unique_ptr<Seat> take(const UserId &person);
    [[nodiscard]] Worker &worker() noexcept { return m_worker; }

private:
    static constexpr int mostPeople = 3;
    static constexpr int mostSeats = 6; // with those that end

    std::atomic<bool> m_isStopping = false;
    mutable std::mutex m_mutex;
    QHash<UserId, quint64> m_latest; ///< Of who has one under way.
    quint64 m_turn = 0;
    int m_seats = 0;
    Worker m_worker{1, mostSeats};
};

/// `POST /v1/depots/{depot}/thresholds/trial`. \a region may be null, and then roads are as the crow flies.
void registerTrials(Http::Router &router, Services &services, RegionServices *region, TrialBench &bench);

} // namespace Doorstep::Api
