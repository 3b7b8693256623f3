// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/batch.h"
#include "models/sync/batchbuilder.h"
#include "models/sync/synctimings.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace Doorstep {

/// Hands batches to the GUI thread at a pace it can follow: one every 50 ms, the next only when the last was applied,
/// each as large as fits into 8 ms there. While a long load is under way it does not wait the 50 ms, only a breath.
class BatchPump : public QObject
{
    Q_OBJECT
public:
    explicit BatchPump(const SyncTimings &timings, QObject *parent = nullptr);

    [[nodiscard]] BatchBuilder &builder() noexcept { return m_builder; }
    /// Call after putting something into builder().
    void wake();
    /// The GUI thread spent \a spent on the last batch.
    void applied(std::chrono::microseconds spent);
    /// Nothing waits and nothing is on its way.
    [[nodiscard]] bool isIdle() const { return m_builder.isEmpty() && !m_isOnItsWay; }

Q_SIGNALS:
    void batchReady(const Doorstep::Batch &batch);
    void drained(); ///< Everything was applied.

private:
    void send();

    SyncTimings m_timings;
    BatchBuilder m_builder;
    QTimer m_timer;
    QElapsedTimer m_sentAt;
    qsizetype m_chunk = 300; ///< Things in a batch; adapts to what the GUI thread can take.
    qsizetype m_lastSize = 0;
    bool m_isOnItsWay = false;
};

} // namespace Doorstep
