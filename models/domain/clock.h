// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

namespace Doorstep {

/// What time it is, passed to everything that asks: so "silent after 3 minutes" can be tested, and a day can run at ten
/// times its speed. Always UTC. Thread-safe.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    [[nodiscard]] virtual QDateTime now() const = 0;
};

/// The machine's own clock.
class SystemClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
};

} // namespace Doorstep
