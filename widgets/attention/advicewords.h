// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/advice.h"
#include "widgets/parts/depottime.h"

#include <QCoreApplication>

#include <utility>

namespace Doorstep {

class Fleet;

/// Why something is advised, in a sentence with its consequence: "Will miss its window by 11 min." Empty where nothing
/// needs to be decided.
class AdviceWords
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::AdviceWords)
public:
    AdviceWords(const Fleet &fleet, const DepotTime &time, QDateTime now)
        : m_fleet(fleet)
        , m_time(time)
        , m_now(std::move(now))
    {
    }

    [[nodiscard]] QString of(const Advice &advice, const StopId &stop) const;
    [[nodiscard]] QString of(const Advice &advice, const RouteId &route) const;

private:
    [[nodiscard]] QString ofFailed(Advice::Reason reason, const StopId &stop) const;
    [[nodiscard]] QString ofSilence(const RouteId &route) const;

    const Fleet &m_fleet;
    const DepotTime &m_time;
    QDateTime m_now;
};

} // namespace Doorstep
