// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/optimiser.h"
#include "backend/work/otherserver.h"

namespace Doorstep::Planning {

/// A VROOM behind its HTTP server (vroom-express, or another with `POST /`), in the place of our own search.
///
/// It is asked with the windows as hard ones. What it leaves out because it would be late is then put where that does
/// least harm by a short search of our own, under the problem's own objective. Thread-safe.
class VroomServer
{
public:
    explicit VroomServer(const QUrl &url)
        : m_server(url)
    {
    }

    [[nodiscard]] QString name() const { return m_server.name(); }
    /// The plan it has for \a problem (jobs only, without breaks) from \a start on, never worse than what of that fits.
    /// It is given the time until `limits.until`, and some more for its answer to come. Blocks. Offline when it does
    /// not answer, Refused with its own words when it has no plan, Stopped when `limits.stop` says so.
    [[nodiscard]] Result<Answer> optimise(const Problem &problem, const Plan &start, const Limits &limits) const;

private:
    OtherServer m_server;
};

} // namespace Doorstep::Planning
