// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/clock.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <mutex>

namespace Doorstep {

/// The backend's time, as it last said: `welcome` and `hb` set it, and it runs at the backend's rate in between. Until
/// it is set it is the machine's own. now() is thread-safe; everything else belongs to the GUI thread.
class ServerClock : public QObject, public Clock
{
    Q_OBJECT
public:
    explicit ServerClock(QObject *parent = nullptr);

    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] double rate() const;
    [[nodiscard]] bool isSet() const;

    /// From here on it is \a now and runs \a rate times as fast as the world; 0 stands still.
    void set(const QDateTime &now, double rate);

Q_SIGNALS:
    void changed(); ///< It was set, and jumped by more than a second or runs at another rate.
    void ticked(); ///< Each second of real time: what shows an age or a countdown is to be looked at again.

private:
    using Steady = std::chrono::steady_clock;

    [[nodiscard]] QDateTime nowUnlocked() const;

    mutable std::mutex m_mutex;
    QDateTime m_base; ///< Invalid until set.
    Steady::time_point m_setAt;
    double m_rate = 1.0;
    QTimer m_ticker;
};

} // namespace Doorstep
