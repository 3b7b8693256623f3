// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/fixintake.h"

namespace Doorstep {
namespace {

constexpr std::chrono::minutes clockTolerance{2};

bool isWhole(const Fix &fix)
{
    return fix.driver.isValid() && fix.fixedAt.isValid() && fix.where.isValid();
}

} // namespace

drogon::Task<Result<StoredCounts>> FixIntake::accept(std::vector<Fix> fixes)
{
    return take(*this, std::move(fixes));
}

drogon::Task<Result<StoredCounts>> FixIntake::take(FixIntake &intake, std::vector<Fix> fixes)
{
    StoredCounts counts;
    counts.refused = static_cast<int>(std::erase_if(fixes, [](const Fix &fix) { return !isWhole(fix); }));
    const auto now = intake.m_clock.now();
    const auto suspectAfter = now.addDuration(clockTolerance);
    for (auto &fix : fixes) {
        fix.receivedAt = now;
        fix.clockSuspect = fix.fixedAt > suspectAfter;
    }
    const auto stored = co_await intake.m_store.append(fixes);
    if (!stored)
        co_return std::unexpected(stored.error());
    intake.m_listener(fixes);
    counts.stored = stored->stored;
    counts.duplicate = stored->duplicate;
    co_return counts;
}

} // namespace Doorstep
